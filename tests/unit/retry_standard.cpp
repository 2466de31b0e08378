// The standard retry mode's delays and quota.

#include <cppsmith/retry/classify.hpp>
#include <cppsmith/retry/standard.hpp>

#include "support/catch.hpp"

#include <chrono>
#include <limits>
#include <string>
#include <thread>
#include <vector>

using namespace std::chrono_literals;
using cppsmith::retry_delay;
using cppsmith::retry_options;
using cppsmith::retry_quota;
using cppsmith::retryability;

TEST_CASE("the longest delay doubles up to its maximum", "[retry]") {
    retry_options const standard;
    CHECK(retry_delay(standard, 1, 1.0) == 1000ms);
    CHECK(retry_delay(standard, 2, 1.0) == 2000ms);
    CHECK(retry_delay(standard, 5, 1.0) == 16000ms);
    CHECK(retry_delay(standard, 6, 1.0) == 20000ms);
    CHECK(retry_delay(standard, std::numeric_limits<int>::max(), 1.0) == 20000ms);
    CHECK(retry_delay({.base_delay = 100ms, .max_delay = 50ms}, 1, 1.0) == 50ms);
    CHECK(retry_delay({.base_delay = 0ms}, 10, 1.0) == 0ms);
}

TEST_CASE("the delay is a random part of the longest one", "[retry]") {
    retry_options const standard;
    CHECK(retry_delay(standard, 1, 0.0) == 0ms);
    CHECK(retry_delay(standard, 1, 0.5) == 500ms);
    CHECK(retry_delay(standard, 3, 0.25) == 1000ms);
    CHECK(retry_delay(standard, 1, -1.0) == 0ms);
    CHECK(retry_delay(standard, 1, 7.0) == 1000ms);
}

TEST_CASE("tokens are taken whole or not at all, and never more than there were", "[retry]") {
    retry_quota quota(12);
    CHECK(quota.acquire(5));
    CHECK(quota.acquire(5));
    CHECK_FALSE(quota.acquire(5));
    CHECK(quota.available() == 2);
    CHECK(quota.acquire(2));
    CHECK(quota.available() == 0);
    CHECK_FALSE(quota.acquire(1));
    quota.release(5);
    CHECK(quota.available() == 5);
    quota.release(100);
    CHECK(quota.available() == 12);
}

TEST_CASE("a timeout costs more than another error", "[retry]") {
    using cppsmith::error;
    using cppsmith::stage;
    CHECK(retry_quota::cost(error{.stage = stage::send, .code = "timeout"}) == retry_quota::timeout_cost);
    CHECK(retry_quota::cost(error{.stage = stage::send, .code = "connection"}) == retry_quota::retry_cost);
    CHECK(retry_quota::cost(error{.stage = stage::service, .code = "timeout"}) == retry_quota::retry_cost);
}

TEST_CASE("threads share a quota without losing tokens", "[retry]") {
    retry_quota quota(1000);
    std::vector<std::jthread> threads;
    for (int t = 0; t < 4; ++t)
        threads.emplace_back([&] {
            for (int i = 0; i < 10'000; ++i)
                if (quota.acquire(5)) quota.release(5);
        });
    threads.clear();
    CHECK(quota.available() == 1000);
}

TEST_CASE("codes and statuses say whether to try again", "[retry]") {
    using cppsmith::detail::classify;
    for (auto const* code :
         {"Throttling", "ThrottlingException", "TooManyRequestsException", "LimitExceededException", "SlowDown"})
        CHECK(classify(code, 400) == retryability::throttling);
    for (auto const* code : {"RequestTimeout", "RequestTimeoutException"}) CHECK(classify(code, 400) == retryability::transient);
    for (int const status : {500, 502, 503, 504}) CHECK(classify("Anything", status) == retryability::transient);
    for (int const status : {400, 404, 409, 429, 501, 505, 599}) CHECK(classify("Anything", status) == retryability::none);
    CHECK(classify("throttling", 400) == retryability::none); // codes are spelled in one way
    CHECK(classify("", 0) == retryability::none);
}

// Waiters over a scripted transport, with time that only pretends to pass: every matcher, delays, limits, failure, exhaustion, cancellation.

#include <cppsmith/client.hpp>
#include <cppsmith/jmespath.hpp>
#include <cppsmith/pager/waiters/thing_active.hpp>
#include <cppsmith/pager/waiters/thing_answered.hpp>
#include <cppsmith/pager/waiters/thing_done.hpp>
#include <cppsmith/pager/waiters/thing_gone.hpp>
#include <cppsmith/pager/waiters/things_active.hpp>
#include <cppsmith/pager/waiters/things_settled.hpp>
#include <cppsmith/wait.hpp>

#include "support/catch.hpp"
#include "support/scripted_transport.hpp"

#include <chrono>
#include <functional>
#include <stop_token>
#include <string>
#include <vector>

namespace pager = cppsmith::pager;
namespace waiters = cppsmith::pager::waiters;
using namespace cppsmith_tests;
using namespace std::chrono_literals;
using cppsmith::wait_state;

namespace {

struct waiting {
    scripted_transport transport{};
    recording_signer signer{};
    std::vector<long long> slept{};
    double chance = 0.5;
    std::function<void()> on_sleep{};
    cppsmith::client<std::reference_wrapper<scripted_transport>, std::reference_wrapper<recording_signer>> aws{
        std::ref(transport),
        std::ref(signer),
        {.region = "us-west-2",
         .sleep =
             [this](auto delay) {
                 slept.push_back(delay.count());
                 if (on_sleep) on_sleep();
             },
         .random = [this] { return chance; }}};

    explicit waiting(std::vector<scripted_reply> replies) { transport.script.replies = std::move(replies); }
    std::size_t calls() const { return transport.script.sent.size(); }
};

scripted_reply state(std::string const& word) { return answer(200, R"({"thing":{"state":")" + word + R"("}})"); }
scripted_reply problem(int status, std::string const& name) { return answer(status, R"({"__type":")" + name + R"("})"); }

/// What a text means to a waiter.
template <class W> wait_state judged(std::string body, int status = 200, typename W::operation::request const& request = {}) {
    cppsmith::http_response response{.status = status, .headers = {}, .body = std::move(body)};
    return cppsmith::judge<W>(request, cppsmith::parse<typename W::operation>(std::move(response)));
}
template <class W> wait_state judged_thing(std::string body, int status = 200) {
    return judged<W>(std::move(body), status, {.name = "n"});
}

using delays = std::vector<long long>;

} // namespace

TEST_CASE("a wait calls until the answer is the one waited for") {
    waiting w({problem(404, "NotFoundException"), state("CREATING"), state("ACTIVE")});
    auto const done = w.aws.wait<waiters::ThingActive>({.name = "n"});
    REQUIRE(done.has_value());
    CHECK(done->attempts == 3);
    REQUIRE(done->last.has_value());
    CHECK(done->last->thing->state == pager::State::ACTIVE);
    CHECK(w.calls() == 3);
    CHECK(w.slept == delays{5000, 5000}); // the model's delay
    for (auto const& request : w.transport.script.sent) CHECK(request.body == R"({"name":"n"})");
}

TEST_CASE("an answer that means failure ends a wait") {
    waiting w({state("CREATING"), state("FAILED"), state("ACTIVE")});
    auto const done = w.aws.wait<waiters::ThingActive>({.name = "n"});
    REQUIRE(done.has_error());
    CHECK(done.error().stage == cppsmith::stage::follow);
    CHECK(done.error().code == "wait_failed");
    CHECK(done.error().message.starts_with("ThingActive: "));
    CHECK(w.calls() == 2);
}

TEST_CASE("an error that means failure comes with the wait's") {
    waiting w({problem(409, "ConflictException")});
    auto const e = w.aws.wait<waiters::ThingActive>({.name = "n"}).error();
    CHECK(e.code == "wait_failed");
    CHECK(e.name == "ConflictException");
    CHECK(e.status == 409);
    CHECK(e.message.find("ConflictException") != e.message.npos);
    CHECK(e.response);
}

TEST_CASE("an error that a waiter says nothing of ends the wait as it is") {
    waiting w({problem(400, "ValidationException"), state("ACTIVE")});
    auto const e = w.aws.wait<waiters::ThingActive>({.name = "n"}).error();
    CHECK(e.stage == cppsmith::stage::service);
    CHECK(e.code == "ValidationException");
    CHECK(w.calls() == 1);

    waiting lost({failure("connection", cppsmith::retryability::none)});
    CHECK(lost.aws.wait<waiters::ThingAnswered>({.name = "n"}).error().code == "connection"); // no error of the service

    waiting invalid({state("ACTIVE")});
    pager::DescribeThingRequest request{.name = "n"};
    request.name = cppsmith::detail::absent_t{};
    CHECK(invalid.aws.wait<waiters::ThingActive>(request).error().code == "invalid_request");
    CHECK(invalid.calls() == 0);
}

TEST_CASE("an error can be what is waited for") {
    waiting w({state("ACTIVE"), problem(404, "NotFoundException")});
    auto const done = w.aws.wait<waiters::ThingGone>({.name = "n"});
    REQUIRE(done.has_value());
    CHECK(done->attempts == 2);
    REQUIRE(done->last.has_error());
    CHECK(cppsmith::as<pager::NotFoundException>(done->last.error()).has_value());
}

TEST_CASE("a wait ends after the last attempt") {
    waiting w({state("CREATING")});
    auto const e = w.aws.wait<waiters::ThingActive>({.name = "n"}).error();
    CHECK(e.stage == cppsmith::stage::follow);
    CHECK(e.code == "wait_exhausted");
    CHECK(e.message == "ThingActive: no success after 4 calls");
    CHECK(w.calls() == 4);
    CHECK(w.slept == delays{5000, 5000, 5000}); // none after the last call

    waiting more({state("CREATING")});
    CHECK(more.aws.wait<waiters::ThingActive>({.name = "n"}, {.max_attempts = 6}).error().code == "wait_exhausted");
    CHECK(more.calls() == 6);
}

TEST_CASE("delays grow between their bounds, with jitter") {
    waiting w({state("CREATING")});
    static_cast<void>(w.aws.wait<waiters::ThingActive>({.name = "n"}, {.min_delay = 2s, .max_delay = 12s, .max_attempts = 6}));
    CHECK(w.slept == delays{2000, 3000, 5000, 7000, 7000});

    waiting least({state("CREATING")}), most({state("CREATING")});
    least.chance = 0, most.chance = 1;
    static_cast<void>(
        least.aws.wait<waiters::ThingActive>({.name = "n"}, {.min_delay = 2s, .max_delay = 12s, .max_attempts = 5}));
    static_cast<void>(most.aws.wait<waiters::ThingActive>({.name = "n"}, {.min_delay = 2s, .max_delay = 12s, .max_attempts = 5}));
    CHECK(least.slept == delays{2000, 2000, 2000, 2000});
    CHECK(most.slept == delays{2000, 4000, 8000, 12000});
}

TEST_CASE("a wait ends at the end of its time, whatever the model says of attempts") {
    waiting w({state("CREATING")});
    auto const e = w.aws.wait<waiters::ThingActive>({.name = "n"}, {.max_wait = 37s}).error();
    CHECK(e.code == "wait_exhausted");
    auto const total = [&] {
        long long sum = 0;
        for (auto const delay : w.slept) sum += delay;
        return sum;
    }();
    CHECK(total <= 37'000);
    CHECK(total >= 32'000); // the last call is made as late as its time allows
    CHECK(w.calls() == w.slept.size() + 1);

    waiting both({state("CREATING")});
    static_cast<void>(both.aws.wait<waiters::ThingActive>({.name = "n"}, {.max_attempts = 2, .max_wait = 37s}));
    CHECK(both.calls() == 2);
}

TEST_CASE("a stop ends a wait") {
    std::stop_source stop;
    waiting w({state("CREATING"), state("CREATING"), state("ACTIVE")});
    w.on_sleep = [&] { stop.request_stop(); };
    auto const e = w.aws.wait<waiters::ThingActive>({.name = "n"}, {}, {.stop = stop.get_token()}).error();
    CHECK(e.code == "cancelled");
    CHECK(w.calls() == 1);

    waiting before({state("ACTIVE")});
    CHECK(before.aws.wait<waiters::ThingActive>({.name = "n"}, {}, {.stop = stop.get_token()}).error().code == "cancelled");
    CHECK(before.calls() == 0);
}

TEST_CASE("a real wait can be stopped while it sleeps") {
    scripted_transport transport;
    recording_signer signer;
    std::stop_source stop;
    transport.script.replies = {state("CREATING")};
    transport.script.before_answer = [&] { stop.request_stop(); };
    cppsmith::client aws{std::ref(transport), std::ref(signer), {.region = "us-west-2"}};
    auto const begin = std::chrono::steady_clock::now();
    CHECK(aws.wait<waiters::ThingActive>({.name = "n"}, {}, {.stop = stop.get_token()}).error().code == "cancelled");
    CHECK(std::chrono::steady_clock::now() - begin < 4s);
}

TEST_CASE("the limits of waits that the model does not bound") {
    using cppsmith::detail::planned;
    CHECK(planned({.min_delay = 2, .max_delay = 120}, {}).time == 10min);
    CHECK(planned({.min_delay = 2, .max_delay = 120}, {.max_attempts = 3}).time == 0min);
    CHECK(planned({.min_delay = 2, .max_delay = 120}, {.max_wait = 1h}).time == 1h);
    CHECK(planned({.min_delay = 2, .max_delay = 120, .max_attempts = 7}, {}).attempts == 7);
    CHECK(planned({.min_delay = 2, .max_delay = 120, .max_attempts = 7}, {}).time == 0min);
    CHECK(planned({.min_delay = 2, .max_delay = 120, .max_attempts = 7}, {.max_wait = 1h}).attempts == 0);
}

TEST_CASE("delays of a waiter, by Smithy's rule") {
    using cppsmith::wait_delay;
    constexpr cppsmith::wait_delays bounds{.min = 2s, .max = 120s};
    static_assert(wait_delay(bounds, 1, 0.9) == 2000ms);
    static_assert(wait_delay(bounds, 2, 0.5) == 3000ms);
    static_assert(wait_delay(bounds, 7, 1.0) == 120s);
    static_assert(wait_delay(bounds, 1'000'000, 0.0) == 2s);
    static_assert(wait_delay({.min = 5s, .max = 5s}, 9, 0.7) == 5s);
    static_assert(wait_delay({.min = 5s, .max = 1s}, 9, 0.7) == 5s); // the least counts
    static_assert(wait_delay(bounds, 5, 0.0, 10s) == 2s);
    static_assert(wait_delay(bounds, 5, 0.0, 3s) == 1s); // as late as the time allows
    static_assert(!wait_delay(bounds, 5, 0.0, 2s));
    static_assert(!wait_delay(bounds, 5, 0.0, -1s));
}

TEST_CASE("matchers of a value: text, boolean, number, a member of a union, a whole list") {
    using done = waiters::ThingDone;
    CHECK(judged_thing<done>(R"({"done":true})") == wait_state::success);
    CHECK(judged_thing<done>(R"({"done":false})") == wait_state::retry);
    CHECK(judged_thing<done>("{}") == wait_state::retry);
    CHECK(judged_thing<done>(R"({"progress":100})") == wait_state::success);
    CHECK(judged_thing<done>(R"({"progress":99})") == wait_state::retry);
    CHECK(judged_thing<done>(R"({"thing":{"tags":["fine","broken"]}})") == wait_state::failure);
    CHECK(judged_thing<done>(R"({"thing":{"tags":["fine"]},"labels":{"mode":"off"}})") == wait_state::failure);
    CHECK(judged_thing<done>(R"({"thing":{"tags":["fine"]},"labels":{"mode":"on"}})") == wait_state::retry);
    CHECK(judged_thing<done>(R"({"choice":{"text":"lost"}})") == wait_state::failure);
    CHECK(judged_thing<done>(R"({"choice":{"text":"found"}})") == wait_state::retry);
    CHECK(judged_thing<done>(R"({"choice":{"thing":{}}})") == wait_state::retry);
    CHECK(judged_thing<done>(R"({"checks":[true,true]})") == wait_state::success);
    CHECK(judged_thing<done>(R"({"checks":[true,false]})") == wait_state::retry);
    CHECK(judged_thing<done>(R"({"checks":[]})") == wait_state::retry);
    CHECK(judged_thing<done>(R"({"done":true,"choice":{"text":"lost"}})") == wait_state::success); // the first one counts
    CHECK(judged_thing<done>(R"({"choice":{"text":"lost"},"checks":[true]})") == wait_state::failure);
}

TEST_CASE("matchers of all and of any element") {
    using active = waiters::ThingsActive;
    CHECK(judged<active>(R"({"things":[{"state":"ACTIVE"},{"state":"ACTIVE"}]})") == wait_state::success);
    CHECK(judged<active>(R"({"things":[{"state":"ACTIVE"},{"state":"CREATING"}]})") == wait_state::retry);
    CHECK(judged<active>(R"({"things":[{"state":"ACTIVE"},{"state":"FAILED"}]})") == wait_state::failure);
    CHECK(judged<active>(R"({"things":[{"state":"ACTIVE"},{}]})") == wait_state::success); // null is left out of projections
    CHECK(judged<active>(R"({"things":[]})") == wait_state::retry);
    CHECK(judged<active>("{}") == wait_state::retry);
    CHECK(judged<active>(R"({"groups":[{},{"members":[{"state":"ACTIVE"},{"state":"FAILED"}]}]})") == wait_state::failure);
}

TEST_CASE("matchers of errors, of statuses and of any success") {
    using gone = waiters::ThingGone;
    CHECK(judged_thing<gone>(R"({"__type":"NotFoundException"})", 404) == wait_state::success);
    CHECK(judged_thing<gone>(R"({"__type":"ConflictException"})", 409) == wait_state::ended);
    CHECK(judged_thing<gone>(R"({"thing":{"state":"in-between"}})") == wait_state::failure);
    CHECK(judged_thing<gone>(R"({"thing":{"state":"never heard of"}})") == wait_state::retry);
    using active = waiters::ThingActive;
    CHECK(judged_thing<active>(R"({"__type":"Whatever"})", 409) == wait_state::failure);
    CHECK(judged_thing<active>(R"({"__type":"Whatever"})", 500) == wait_state::ended);
    using answered = waiters::ThingAnswered;
    CHECK(judged_thing<answered>("{}") == wait_state::success);
    CHECK(judged_thing<answered>("{}", 500) == wait_state::retry);
}

TEST_CASE("expressions with filters, lengths and logic") {
    using settled = waiters::ThingsSettled;
    CHECK(judged<settled>(R"({"things":[]})") == wait_state::failure);
    CHECK(judged<settled>("{}") == wait_state::retry); // the length of nothing is nothing
    auto const thing = [](int running, int desired, char const* tags) {
        return R"({"running":)" + std::to_string(running) + R"(,"desired":)" + std::to_string(desired) + R"(,"tags":[)" + tags +
               "]}";
    };
    auto const things = [](std::string const& list, char const* groups) {
        return R"({"things":[)" + list + R"(],"groups":[)" + groups + "]}";
    };
    CHECK(judged<settled>(things(thing(2, 2, R"("x")"), "")) == wait_state::success);
    CHECK(judged<settled>(things(thing(2, 2, ""), "")) == wait_state::retry);
    CHECK(judged<settled>(things(thing(1, 2, R"("x")"), "")) == wait_state::retry);
    CHECK(judged<settled>(things(thing(2, 2, R"("x")") + "," + thing(0, 1, R"("x")"), "")) == wait_state::retry);
    CHECK(judged<settled>(things(thing(2, 2, R"("x")"), R"({"members":[{"state":"ACTIVE"}]},{})")) == wait_state::success);
    CHECK(judged<settled>(things(thing(2, 2, R"("x")"), R"({"members":[{"state":"FAILED"}]})")) == wait_state::retry);
}

namespace {

namespace jmespath = cppsmith::jmespath;

/// The thing has the name that was asked for: Smithy's `inputOutput`.
struct ThingIsItself {
    using operation = pager::DescribeThing;
    static constexpr auto part_1 = jmespath::path<jmespath::input, &pager::DescribeThingRequest::name>;
    static constexpr auto part_2 = jmespath::path<jmespath::output, &pager::DescribeThingResponse::thing, &pager::Thing::name>;
    using acceptors = cppsmith::acceptor_list<
        cppsmith::success_on<cppsmith::output_is<true, jmespath::exchange, jmespath::equal<part_1, part_2>>>,
        cppsmith::failure_on<cppsmith::any_error>>;

    static constexpr std::string_view name = "ThingIsItself";
    static constexpr cppsmith::wait_limits limits{};
};
static_assert(cppsmith::waiter<ThingIsItself>);

} // namespace

TEST_CASE("a matcher that looks at the request too") {
    CHECK(judged_thing<ThingIsItself>(R"({"thing":{"name":"n"}})") == wait_state::success);
    CHECK(judged_thing<ThingIsItself>(R"({"thing":{"name":"m"}})") == wait_state::retry);
    CHECK(judged_thing<ThingIsItself>("{}") == wait_state::retry);
    CHECK(judged_thing<ThingIsItself>("{}", 404) == wait_state::failure);
}

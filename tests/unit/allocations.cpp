// What allocates nothing: judging a request that keeps to its model.

#include "support/allocations.hpp"
#include "support/catch.hpp"

#include <cppsmith/iot/register_ca_certificate.hpp>
#include <cppsmith/validate.hpp>

#include <cstdlib>
#include <new>
#include <string>

namespace {
thread_local std::size_t count = 0;
}

std::size_t cppsmith_tests::allocations() noexcept { return count; }

#ifndef CPPSMITH_TESTS_SANITIZED
void* operator new(std::size_t size) {
    ++count;
    if (void* const memory = std::malloc(size == 0 ? 1 : size)) return memory;
    throw std::bad_alloc();
}
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
#endif

TEST_CASE("validate allocates nothing where nothing is wrong", "[validate]") {
    namespace iot = cppsmith::iot;
    iot::RegisterCACertificateRequest request{
        .caCertificate = std::string(2000, 'a'),
        .verificationCertificate = std::string(2000, 'b'),
        .registrationConfig = iot::RegistrationConfig{.roleArn = "arn:aws:iam::123456789012:role/provisioning",
                                                      .templateName = std::string("template")},
        .tags = {{{.Key = "fleet", .Value = "north"}, {.Key = std::string("a key of some length"), .Value = "n\xc3\xb6rth"}}},
    };
    auto const before = cppsmith_tests::allocations();
    auto const wrong = cppsmith::validate(request);
    bool const holds = cppsmith::valid(request);
    auto const after = cppsmith_tests::allocations();
    CHECK(wrong.empty());
    CHECK(holds);
    CHECK(after == before);
    request.tags->front().Key = std::string();
    CHECK(cppsmith::validate(request).size() == 1);
#ifndef CPPSMITH_TESTS_SANITIZED
    CHECK(cppsmith_tests::allocations() > after);
#endif
}

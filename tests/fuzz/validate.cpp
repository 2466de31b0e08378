// Fuzzes validate and valid: what is read from JSON is judged without a crash, both agree, and every pointer leads to what it is about.

#include "../support/kitchen_sink.hpp"
#include "expect.hpp"

#include <cppsmith/iot/register_ca_certificate.hpp>
#include <cppsmith/json.hpp>
#include <cppsmith/validate.hpp>

#include <nlohmann/json.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace {

using cppsmith::policy;

/// Whether a pointer leads somewhere in the value as it is written; to an absent member, its parent.
bool leads(nlohmann::json const& written, std::string const& pointer) {
    nlohmann::json::json_pointer const at(pointer);
    return written.contains(at) || (!at.empty() && (written.contains(at.parent_pointer()) || at.parent_pointer().empty()));
}

template <class T> void judge(std::string_view input) {
    auto const value = cppsmith::json::read<T>(input);
    if (!value) return;
    auto const written = nlohmann::json::parse(cppsmith::json::write(*value));
    auto const strict = cppsmith::validate(*value, policy::strict);
    auto const parity = cppsmith::validate(*value, policy::parity);
    expect(cppsmith::validate(*value, policy::off).empty(), "nothing is judged where that is off");
    expect(parity.size() <= strict.size(), "what parity finds strict finds too");
    expect(cppsmith::valid(*value, policy::strict) == strict.empty(), "valid and validate agree in strict");
    expect(cppsmith::valid(*value, policy::parity) == parity.empty(), "valid and validate agree in parity");
    for (auto const& v : strict) {
        expect(!v.message.empty(), "a violation says something");
        expect(leads(written, v.pointer), "a pointer leads somewhere");
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    std::string_view const input(reinterpret_cast<char const*>(data), size);
    judge<kitchen::Sink>(input);
    judge<cppsmith::iot::RegisterCACertificateRequest>(input);
    return 0;
}

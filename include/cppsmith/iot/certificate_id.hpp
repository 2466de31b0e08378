// CertificateId, AWS IoT 2015-05-28. Generated; edit the model or the templates, not this file.

#ifndef CPPSMITH_IOT_CERTIFICATE_ID_HPP
#define CPPSMITH_IOT_CERTIFICATE_ID_HPP

#include <cppsmith/iot/service.hpp>
#include <cppsmith/pattern.hpp>
#include <cppsmith/text.hpp>

#include <string_view>

#if CPPSMITH_IOT_MODEL != 0xef1e6c3deb4a9e35
#error "cppsmith/iot/certificate_id.hpp and cppsmith/iot/service.hpp were generated from different models"
#endif

namespace cppsmith::iot {

namespace patterns {

// clang-format off

struct CertificateId {
    static constexpr std::string_view source = "(0x)?[a-fA-F0-9]+";

    static constexpr cppsmith::pattern_table tables[] = {
        {.classes = 4,
         .ascii =
             "0000000000000000000000000000000000000000000000001222222222000000"
             "0222222000000000000000000000000002222220000000000000000030000000",
         .starts = U"\x80",
         .others = "0",
         .states =
             "  12 "
             "+ 223"
             "+ 22 "
             "  22 "},
    };
};

// clang-format on

} // namespace patterns

/// Pattern: `(0x)?[a-fA-F0-9]+`
using CertificateId = text<"CertificateId", length<64, 64>, pattern<patterns::CertificateId>>;

} // namespace cppsmith::iot

#endif // CPPSMITH_IOT_CERTIFICATE_ID_HPP

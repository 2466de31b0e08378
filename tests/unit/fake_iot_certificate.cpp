// The fake service's eyes for certificates: what it takes for a CA, and for the proof that a key is at hand.

#include "support/catch.hpp"
#include "support/shared_data.hpp"

#include <fake_iot/ca_material.hpp>
#include <fake_iot/certificate.hpp>

#include <map>
#include <set>
#include <string>

using namespace fake_iot;
using namespace std::chrono_literals;
using std::chrono::system_clock;

namespace {

certificate parsed(std::string const& pem) {
    auto result = certificate::parse(pem);
    REQUIRE(result);
    return *result;
}

bool accepted(certificate_options const& options, time_point now = system_clock::now()) {
    return !ca_defect(parsed(make_ca(options).certificate_pem), now);
}

} // namespace

TEST_CASE("certificate: one PEM block, blanks behind it", "[fake_iot]") {
    auto const ca = make_ca();
    auto const& pem = ca.certificate_pem;
    CHECK(certificate::parse(pem));
    CHECK(certificate::parse(pem + " \r\n\t\n"));
    CHECK(certificate::parse("Certificate:\n    Data: as `openssl x509 -text` writes it\n" + pem));

    std::string crlf;
    for (char const c : pem) crlf += c == '\n' ? "\r\n" : std::string(1, c);
    CHECK(certificate::parse(crlf));
    CHECK(parsed(crlf).id() == parsed(pem).id());

    CHECK_FALSE(certificate::parse(""));
    CHECK_FALSE(certificate::parse("-----BEGIN CERTIFICATE-----"));
    CHECK_FALSE(certificate::parse(pem + pem));
    CHECK_FALSE(certificate::parse(pem + "x"));
    CHECK_FALSE(certificate::parse(pem + std::string(1, '\0')));
    CHECK_FALSE(certificate::parse(ca.key_pem));
    CHECK_FALSE(certificate::parse(ca.key_pem + pem));
    CHECK_FALSE(certificate::parse(pem + ca.key_pem));
}

TEST_CASE("certificate: damaged text is refused or is another certificate, and never a crash", "[fake_iot]") {
    auto const pem = make_ca().certificate_pem;
    auto const id = parsed(pem).id();
    for (std::size_t cut = 0; cut + 2 < pem.size(); ++cut) {
        INFO("cut at " << cut);
        CHECK_FALSE(certificate::parse(pem.substr(0, cut)));
    }
    auto const body = pem.find('\n') + 1, last_line = pem.find("\n-----END") - 64;
    for (std::size_t at = 0; at < pem.size(); ++at)
        for (char const c : {'A', '!', '\0', '\n', '\xff'}) {
            auto damaged = pem;
            damaged[at] = c;
            auto const result = certificate::parse(damaged);
            if (!result) continue;
            (void)ca_defect(*result, system_clock::now());
            (void)verification_defect(*result, *result, system_clock::now());
            (void)result->common_name();
            (void)result->not_after();
            // Any other digit of base64 is another certificate; the last ones have bits that stand for nothing.
            if (c == 'A' && at >= body && at < last_line && pem[at] != 'A') CHECK(result->id() != id);
        }
}

TEST_CASE("certificate: bytes behind the DER value are refused", "[fake_iot]") {
    // A block whose base64 holds one byte more than the certificate.
    auto pem = make_ca({.common_name = "x"}).certificate_pem;
    auto const footer = pem.find("\n-----END");
    auto const body_end = footer;
    auto const last_line = pem.rfind('\n', footer - 1) + 1;
    auto line = pem.substr(last_line, body_end - last_line);
    std::size_t const padding = line.ends_with("==") ? 2 : line.ends_with("=") ? 1 : 0;
    // Another whole group of three NUL bytes can only stand behind a line without padding; with padding, its place is taken by
    // NULs.
    std::string more = line;
    if (padding == 0) more += "AAAA";
    else more.replace(more.size() - padding, padding, std::string(padding, 'A'));
    pem.replace(last_line, line.size(), more);
    CHECK_FALSE(certificate::parse(pem));
}

TEST_CASE("certificate: an encrypted block asks nobody for a password", "[fake_iot]") {
    auto pem = make_ca().certificate_pem;
    auto const begin = pem.find('\n') + 1;
    pem.insert(begin, "Proc-Type: 4,ENCRYPTED\nDEK-Info: AES-256-CBC,00112233445566778899AABBCCDDEEFF\n\n");
    CHECK_FALSE(certificate::parse(pem));
}

TEST_CASE("certificate: identity, subject and validity", "[fake_iot]") {
    auto const a = parsed(make_ca({.common_name = "One Root", .begin = 0s, .end = std::chrono::days(36500)}).certificate_pem);
    auto const b = parsed(make_ca({.common_name = "One Root"}).certificate_pem);
    auto const c = parsed(make_ca({.common_name = "Another Root"}).certificate_pem);
    CHECK(a.id().size() == 64);
    CHECK(a.id().find_first_not_of("0123456789abcdef") == std::string::npos);
    CHECK(a.id() != b.id());
    CHECK(a.same_subject(b));
    CHECK_FALSE(a.same_subject(c));
    CHECK(a.not_after() - a.not_before() == std::chrono::days(36500));
    CHECK(std::chrono::abs(system_clock::now() - a.not_before()) < 1min);
    CHECK(c.common_name() == "Another Root");
    CHECK(parsed(make_ca({.common_name = "日本 CA"}).certificate_pem).common_name() == "日本 CA");
    CHECK(parsed(make_ca({.common_name = std::nullopt, .organization = "no name"}).certificate_pem).common_name() ==
          std::nullopt);
    CHECK(parsed(make_ca({.common_name = std::string("a\0b", 3)}).certificate_pem).common_name() == std::string("a\0b", 3));
}

TEST_CASE("ca_defect: what a CA must be", "[fake_iot]") {
    CHECK(accepted({}));
    CHECK(accepted({.key = key_kind::rsa_2048}));
    CHECK_FALSE(accepted({.key = key_kind::rsa_1024}));
    CHECK_FALSE(accepted({.key = key_kind::ec_p224}));
    CHECK_FALSE(accepted({.ca = false}));
    CHECK_FALSE(accepted({.ca = std::nullopt}));
    CHECK_FALSE(accepted({.key = key_kind::rsa_2048, .digest = digest_kind::sha1}));
    CHECK_FALSE(accepted({.key = key_kind::rsa_2048, .digest = digest_kind::md5}));
    CHECK_FALSE(accepted({.begin = -2h, .end = -1h}));
    CHECK_FALSE(accepted({.begin = 1h, .end = 2h}));
}

TEST_CASE("ca_defect: both ends of the validity belong to it", "[fake_iot]") {
    auto const ca = parsed(make_ca({.begin = 100s, .end = 200s}).certificate_pem);
    CHECK(ca_defect(ca, ca.not_before() - 1s));
    CHECK_FALSE(ca_defect(ca, ca.not_before()));
    CHECK_FALSE(ca_defect(ca, ca.not_after()));
    CHECK_FALSE(ca_defect(ca, ca.not_after() + 999ms));
    CHECK(ca_defect(ca, ca.not_after() + 1s));
}

TEST_CASE("ca_defect: an intermediate CA is one", "[fake_iot]") {
    auto const root = make_ca();
    auto const intermediate = make_issued(root, {.common_name = "Intermediate"});
    CHECK_FALSE(ca_defect(parsed(intermediate.certificate_pem), system_clock::now()));
    CHECK_FALSE(verification_defect(parsed(make_verification_certificate(intermediate, "code").certificate_pem),
                                    parsed(intermediate.certificate_pem), system_clock::now()));
}

TEST_CASE("verification_defect: issuer, signature, validity", "[fake_iot]") {
    auto const now = system_clock::now();
    for (auto const kind : {key_kind::ec_p256, key_kind::rsa_2048}) {
        auto const ca = make_ca({.key = kind}), same_name = make_ca({.key = kind}),
                   other_name = make_ca({.key = kind, .common_name = "Other"});
        auto const subject = parsed(ca.certificate_pem);
        auto const proof = [&](key_and_certificate const& issuer) {
            return parsed(make_verification_certificate(issuer, "code").certificate_pem);
        };
        CHECK_FALSE(verification_defect(proof(ca), subject, now));
        CHECK(proof(ca).common_name() == "code");
        CHECK(verification_defect(proof(same_name), subject, now));
        CHECK(verification_defect(proof(other_name), subject, now));
        CHECK(verification_defect(parsed(make_ca({.common_name = "code"}).certificate_pem), subject, now));
        auto const expired = make_issued(ca, {.common_name = "code", .begin = -2h, .end = -1h});
        CHECK(verification_defect(parsed(expired.certificate_pem), subject, now));
    }
}

TEST_CASE("certificate: the recorded fixtures are judged as described", "[fake_iot]") {
    auto const folder = cppsmith_tests::shared_path("wire/fixtures");
    if (!std::filesystem::exists(folder)) {
        std::cout << "skipped: wire/fixtures is not beside this project" << std::endl;
        return;
    }
    std::set<std::string> const defective{"notCA.pem", "noBC.pem", "expiredCA.pem", "futureCA.pem", "rsa1024CA.pem"};
    auto const now = system_clock::now();
    std::size_t seen = 0;
    for (auto const& entry : std::filesystem::directory_iterator(folder)) {
        if (entry.path().extension() != ".pem") continue;
        auto const name = entry.path().filename().string();
        INFO(name);
        auto const cert = parsed(cppsmith_tests::read_whole(entry.path()));
        if (!name.starts_with("ver") && name != "ecVer.pem") CHECK(ca_defect(cert, now).has_value() == defective.contains(name));
        ++seen;
    }
    CHECK(seen > 0);
}

// What it costs to prepare and sign W1's request, beside the hashing that nobody can avoid.

#include "ours.hpp"
#include "works.hpp"

#include <cppsmith/json.hpp>
#include <cppsmith/protocol.hpp>
#include <cppsmith/sigv4.hpp>
#include <cppsmith/sigv4/claim.hpp>

#include <benchmark/benchmark.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

namespace {

namespace iot = bench::iot;
namespace sigv4 = cppsmith::sigv4;
using operation = iot::RegisterCACertificate;
using digest = std::array<unsigned char, 32>;

cppsmith::credentials const keys{"AKIDEXAMPLE000000000", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", ""};
cppsmith::signing_context const context{
    .region = "us-west-2", .service = "iot", .time = std::chrono::sys_days{std::chrono::year{2026} / 11 / 21}};
cppsmith::endpoint const where = cppsmith::endpoint::parse("https://iot.us-west-2.amazonaws.com").value();

void require(bool holds, char const* what) {
    if (holds) return;
    std::fprintf(stderr, "%s\n", what);
    std::exit(1);
}

iot::RegisterCACertificateRequest const& request() {
    static auto const made = bench::ours(bench::w1());
    return made;
}
cppsmith::http_request const& prepared() {
    static auto const made = cppsmith::prepare<operation>(request(), where).value();
    return made;
}

/// The texts that a signature hashes, and the result.
struct hashed {
    std::string body, canonical_request, string_to_sign, signature;
    sigv4::signing_key key;
};
hashed const& texts() {
    static auto const made = [] {
        auto r = prepared();
        require(cppsmith::sigv4_signer(keys).sign(r, context).has_value(), "the request could not be signed");
        auto const claim = sigv4::read_claim(r).value();
        auto const fields =
            sigv4::canonical_headers(r, [&](std::string_view name) { return claim.signed_headers.contains(name); });
        hashed out{.body = r.body,
                   .canonical_request = sigv4::canonical_request(r.method, r.target, fields, sigv4::sha256_hex(r.body).value()),
                   .string_to_sign = {},
                   .signature = claim.signature,
                   .key = sigv4::derive_key(keys.secret_access_key, claim.date, claim.region, claim.service).value()};
        auto const scope = sigv4::scope(claim.date, claim.region, claim.service);
        out.string_to_sign = sigv4::string_to_sign(claim.time, scope, out.canonical_request).value();
        return out;
    }();
    return made;
}

/// The cheapest use of libcrypto that its documentation allows: the algorithm fetched once, one context used again, and the states
/// after both pads of the HMAC copied from contexts that are never touched.
class cheapest {
  public:
    explicit cheapest(sigv4::signing_key const& key) {
        for (int pad : {0x36, 0x5c}) {
            std::array<unsigned char, 64> block{};
            for (std::size_t i = 0; i < block.size(); ++i)
                block[i] = static_cast<unsigned char>((i < key.bytes.size() ? key.bytes[i] : 0) ^ pad);
            auto* state = pad == 0x36 ? inner_ : outer_;
            EVP_DigestInit_ex2(state, sha256_, nullptr);
            EVP_DigestUpdate(state, block.data(), block.size());
        }
    }
    digest hash(std::string_view text) {
        EVP_DigestInit_ex2(work_, sha256_, nullptr);
        return finish(text.data(), text.size());
    }
    digest hmac(std::string_view text) {
        EVP_MD_CTX_copy_ex(work_, inner_);
        auto const within = finish(text.data(), text.size());
        EVP_MD_CTX_copy_ex(work_, outer_);
        return finish(within.data(), within.size());
    }

  private:
    digest finish(void const* data, std::size_t size) {
        digest out;
        EVP_DigestUpdate(work_, data, size);
        EVP_DigestFinal_ex(work_, out.data(), nullptr);
        return out;
    }

    EVP_MD* sha256_ = EVP_MD_fetch(nullptr, "SHA256", nullptr); // kept, with the contexts, until the program ends
    EVP_MD_CTX *work_ = EVP_MD_CTX_new(), *inner_ = EVP_MD_CTX_new(), *outer_ = EVP_MD_CTX_new();
};

void limit(benchmark::State& state) {
    auto const& t = texts();
    cheapest libcrypto(t.key);
    require(sigv4::hex(libcrypto.hmac(t.string_to_sign)) == t.signature, "the limit does not compute the signature");
    for (auto _ : state) {
        benchmark::DoNotOptimize(libcrypto.hash(t.body));
        benchmark::DoNotOptimize(libcrypto.hash(t.canonical_request));
        benchmark::DoNotOptimize(libcrypto.hmac(t.string_to_sign));
    }
}

/// The same texts by EVP's one-shot functions, as most programs call them: each searches the algorithm and makes contexts.
void one_shot(benchmark::State& state) {
    auto const& t = texts();
    auto const hash = [](std::string_view text) {
        digest out;
        EVP_Digest(text.data(), text.size(), out.data(), nullptr, EVP_sha256(), nullptr);
        return out;
    };
    auto const* to_sign = reinterpret_cast<unsigned char const*>(t.string_to_sign.data());
    for (auto _ : state) {
        digest out;
        benchmark::DoNotOptimize(hash(t.body));
        benchmark::DoNotOptimize(hash(t.canonical_request));
        HMAC(EVP_sha256(), t.key.bytes.data(), 32, to_sign, t.string_to_sign.size(), out.data(), nullptr);
        benchmark::DoNotOptimize(out);
    }
}

/// A request is signed over and over: what the last signature added is replaced by the next one.
void sign(benchmark::State& state, cppsmith::sigv4_signer const& signer) {
    auto r = prepared();
    for (auto _ : state) {
        bool const done = signer.sign(r, context).has_value();
        benchmark::DoNotOptimize(done);
    }
    require(cppsmith::find_header(r.headers, "authorization")->ends_with(texts().signature), "another signature");
}

void prepare(benchmark::State& state) {
    for (auto _ : state) {
        auto const made = cppsmith::prepare<operation>(request(), where);
        benchmark::DoNotOptimize(made->body.data());
    }
}

/// What `prepare` costs beyond the JSON is the difference to this.
void write_body(benchmark::State& state) {
    for (auto _ : state) {
        auto const made = cppsmith::json::write(request());
        benchmark::DoNotOptimize(made.data());
    }
}

void prepare_and_sign(benchmark::State& state, cppsmith::sigv4_signer const& signer) {
    for (auto _ : state) {
        auto made = cppsmith::prepare<operation>(request(), where);
        bool const done = signer.sign(*made, context).has_value();
        benchmark::DoNotOptimize(done);
    }
}

void prepare_and_sign_distinct(benchmark::State& state, cppsmith::sigv4_signer const& signer) {
    std::vector<iot::RegisterCACertificateRequest> all;
    for (auto const& plain : bench::w1_distinct()) all.push_back(bench::ours(plain));
    std::size_t next = 0;
    for (auto _ : state) {
        auto made = cppsmith::prepare<operation>(all[next++ % all.size()], where);
        bool const done = signer.sign(*made, context).has_value();
        benchmark::DoNotOptimize(done);
    }
}

cppsmith::sigv4_signer const fixed{keys};
cppsmith::sigv4_signer const provided{[] { return keys; }};

} // namespace

BENCHMARK(limit)->Name("sign/limit");
BENCHMARK(one_shot)->Name("sign/EVP one-shot");
BENCHMARK_CAPTURE(sign, fixed, fixed)->Name("sign/ours");
BENCHMARK_CAPTURE(sign, provided, provided)->Name("sign/ours, credentials from a provider");
BENCHMARK(write_body)->Name("prepare/json::write alone");
BENCHMARK(prepare)->Name("prepare/ours");
BENCHMARK_CAPTURE(prepare_and_sign, fixed, fixed)->Name("prepare + sign/ours");
BENCHMARK_CAPTURE(prepare_and_sign_distinct, fixed, fixed)->Name("prepare + sign/ours, 1,024 distinct");

BENCHMARK_MAIN();

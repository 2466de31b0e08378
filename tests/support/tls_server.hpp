// Throw-away certificates, and an HTTPS server on 127.0.0.1 that uses them. Needs OpenSSL's libssl.

#ifndef CPPSMITH_TESTS_SUPPORT_TLS_SERVER_HPP
#define CPPSMITH_TESTS_SUPPORT_TLS_SERVER_HPP

#include "raw_server.hpp"

#include <atomic>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <memory>
#include <mutex>
#include <stdexcept>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include <pthread.h>
#include <signal.h>

#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>

namespace cppsmith_tests {

/// A directory of our own, removed with what is in it.
class scratch_directory {
  public:
    scratch_directory() {
        auto pattern = (std::filesystem::temp_directory_path() / "cppsmith-XXXXXX").string();
        if (!::mkdtemp(pattern.data())) detail::throw_errno("mkdtemp");
        path_ = pattern;
    }
    scratch_directory(scratch_directory const&) = delete;
    scratch_directory& operator=(scratch_directory const&) = delete;
    ~scratch_directory() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    /// Writes a file and says its name.
    std::string file(std::string const& name, std::string const& content) const {
        std::ofstream(path_ / name, std::ios::binary) << content;
        return (path_ / name).string();
    }

  private:
    std::filesystem::path path_;
};

/// A certificate and its key, in PEM.
struct identity {
    std::string certificate, key;
};

namespace detail {

template <auto Free> struct freed_by {
    template <class T> void operator()(T* p) const noexcept { Free(p); }
};
using key_ptr = std::unique_ptr<EVP_PKEY, freed_by<EVP_PKEY_free>>;
using x509_ptr = std::unique_ptr<X509, freed_by<X509_free>>;
using bio_ptr = std::unique_ptr<BIO, freed_by<BIO_free_all>>;
using ssl_ctx_ptr = std::unique_ptr<SSL_CTX, freed_by<SSL_CTX_free>>;
using ssl_ptr = std::unique_ptr<SSL, freed_by<SSL_free>>;

inline void must(bool ok, char const* what) {
    if (!ok) throw std::runtime_error(what);
}

template <class Write> std::string to_pem(Write write) {
    bio_ptr const memory(BIO_new(BIO_s_mem()));
    must(write(memory.get()) == 1, "PEM");
    char* data = nullptr;
    auto const size = BIO_get_mem_data(memory.get(), &data);
    return {data, static_cast<std::size_t>(size)};
}

inline bio_ptr from_text(std::string const& text) { return bio_ptr(BIO_new_mem_buf(text.data(), static_cast<int>(text.size()))); }
inline x509_ptr read_certificate(std::string const& pem) {
    return x509_ptr(PEM_read_bio_X509(from_text(pem).get(), nullptr, nullptr, nullptr));
}
inline key_ptr read_key(std::string const& pem) {
    return key_ptr(PEM_read_bio_PrivateKey(from_text(pem).get(), nullptr, nullptr, nullptr));
}

} // namespace detail

/// A certificate authority of its own: `issue("127.0.0.1", "IP:127.0.0.1")`.
class test_authority {
  public:
    explicit test_authority(std::string const& name) : self_(make(name, "", nullptr)) {}

    identity issue(std::string const& name, std::string const& alternative_names) const {
        return make(name, alternative_names, &self_);
    }
    std::string const& certificate() const noexcept { return self_.certificate; }

  private:
    static identity make(std::string const& name, std::string const& alternative_names, identity const* issuer) {
        static std::atomic<long> serial{1};
        detail::key_ptr const key(EVP_EC_gen("P-256"));
        detail::x509_ptr const cert(X509_new());
        detail::must(key && cert, "OpenSSL");
        X509_set_version(cert.get(), 2);
        ASN1_INTEGER_set(X509_get_serialNumber(cert.get()), ++serial);
        X509_gmtime_adj(X509_getm_notBefore(cert.get()), -3600);
        X509_gmtime_adj(X509_getm_notAfter(cert.get()), 24 * 3600);
        X509_set_pubkey(cert.get(), key.get());
        X509_NAME_add_entry_by_txt(X509_get_subject_name(cert.get()), "CN", MBSTRING_UTF8,
                                   reinterpret_cast<unsigned char const*>(name.c_str()), -1, -1, 0);
        auto const parent = issuer ? detail::read_certificate(issuer->certificate) : nullptr;
        auto const parent_key = issuer ? detail::read_key(issuer->key) : nullptr;
        X509_set_issuer_name(cert.get(), X509_get_subject_name(parent ? parent.get() : cert.get()));
        X509V3_CTX context;
        X509V3_set_ctx(&context, parent ? parent.get() : cert.get(), cert.get(), nullptr, nullptr, 0);
        auto const extend = [&](int id, std::string const& value) {
            std::unique_ptr<X509_EXTENSION, detail::freed_by<X509_EXTENSION_free>> const e(
                X509V3_EXT_conf_nid(nullptr, &context, id, value.c_str()));
            detail::must(e && X509_add_ext(cert.get(), e.get(), -1) == 1, "extension");
        };
        extend(NID_basic_constraints, issuer ? "critical,CA:FALSE" : "critical,CA:TRUE");
        extend(NID_subject_key_identifier, "hash");
        if (!issuer) extend(NID_key_usage, "critical,keyCertSign,cRLSign");
        if (!alternative_names.empty()) extend(NID_subject_alt_name, alternative_names);
        detail::must(X509_sign(cert.get(), parent_key ? parent_key.get() : key.get(), EVP_sha256()) > 0, "signing a certificate");
        return {detail::to_pem([&](BIO* b) { return PEM_write_bio_X509(b, cert.get()); }), detail::to_pem([&](BIO* b) {
                    return PEM_write_bio_PrivateKey(b, key.get(), nullptr, nullptr, 0, nullptr, nullptr);
                })};
    }
    identity self_;
};

/// Answers every HTTPS request with one reply, HTTP/1.1 only; a thread a connection. Of a `canned_reply` it knows the bytes and `then`.
/// With `client_authority`, clients must show a certificate that it issued.
class tls_server {
  public:
    tls_server(identity const& self, canned_reply answer, std::string const& client_authority = "") : answer_(std::move(answer)) {
        context_.reset(SSL_CTX_new(TLS_server_method()));
        detail::must(SSL_CTX_use_certificate(context_.get(), detail::read_certificate(self.certificate).get()) == 1 &&
                         SSL_CTX_use_PrivateKey(context_.get(), detail::read_key(self.key).get()) == 1,
                     "the server's certificate");
        if (!client_authority.empty()) {
            auto const ca = detail::read_certificate(client_authority);
            X509_STORE_add_cert(SSL_CTX_get_cert_store(context_.get()), ca.get());
            SSL_CTX_set_verify(context_.get(), SSL_VERIFY_PEER | SSL_VERIFY_FAIL_IF_NO_PEER_CERT, nullptr);
        }
        if (::pipe2(wake_, O_CLOEXEC) != 0) detail::throw_errno("pipe");
        listener_ = detail::bind_loopback(port_);
        if (::listen(listener_, 16) != 0) detail::throw_errno("listen");
        acceptor_ = std::thread([this] {
            while (wait_for(listener_)) {
                int const fd = ::accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
                if (fd >= 0) workers_.emplace_back([this, fd] { serve(fd); });
            }
        });
    }
    tls_server(tls_server const&) = delete;
    tls_server& operator=(tls_server const&) = delete;
    ~tls_server() {
        ::close(wake_[1]);
        acceptor_.join();
        for (auto& w : workers_) w.join();
        ::close(wake_[0]);
        ::close(listener_);
    }

    std::uint16_t port() const noexcept { return port_; }
    std::string authority(std::string const& host = "127.0.0.1") const { return host + ':' + std::to_string(port_); }
    std::vector<recorded_request> requests() const {
        std::lock_guard const lock(mutex_);
        return requests_;
    }
    /// How many handshakes were completed.
    std::size_t handshakes() const noexcept { return handshakes_; }

  private:
    /// Waits until there is something to read: false when the server ends, or nothing came for 30 seconds.
    bool wait_for(int fd) const {
        pollfd watched[2] = {{wake_[0], POLLIN, 0}, {fd, POLLIN, 0}};
        return ::poll(watched, 2, 30'000) > 0 && watched[0].revents == 0;
    }

    void serve(int fd) {
        sigset_t pipe; // OpenSSL writes to clients that have gone
        sigemptyset(&pipe);
        sigaddset(&pipe, SIGPIPE);
        pthread_sigmask(SIG_BLOCK, &pipe, nullptr);
        timeval const patience{5, 0};
        ::setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
        {
            detail::ssl_ptr const ssl(SSL_new(context_.get()));
            SSL_set_fd(ssl.get(), fd);
            if (wait_for(fd) && SSL_accept(ssl.get()) == 1) {
                auto const id = handshakes_++;
                std::string in;
                while (answer_one(ssl.get(), fd, in, id)) {}
            }
        }
        if (answer_.then == afterwards::reset) return detail::close_with_reset(fd);
        ::shutdown(fd, SHUT_WR); // and reads to the end, since closing with bytes unread is a reset that swallows the last words
        for (char rest[4096]; wait_for(fd) && ::recv(fd, rest, sizeof rest, 0) > 0;) {}
        ::close(fd);
    }

    bool answer_one(SSL* ssl, int fd, std::string& in, std::size_t id) {
        auto request = recorded_request::parse(in);
        while (!request) {
            char buffer[16384];
            if (SSL_pending(ssl) == 0 && !wait_for(fd)) return false;
            int const n = SSL_read(ssl, buffer, sizeof buffer);
            if (n <= 0) return false;
            in.append(buffer, static_cast<std::size_t>(n));
            request = recorded_request::parse(in);
        }
        in.erase(0, request->raw.size());
        request->connection = id;
        auto const out = answer_.bytes(request->method);
        {
            std::lock_guard const lock(mutex_);
            requests_.push_back(std::move(*request));
        }
        if (SSL_write(ssl, out.data(), static_cast<int>(out.size())) <= 0) return false;
        if (answer_.then == afterwards::close) SSL_shutdown(ssl);
        return answer_.then == afterwards::automatic || answer_.then == afterwards::keep;
    }

    canned_reply answer_;
    detail::ssl_ctx_ptr context_{};
    int listener_ = -1;
    int wake_[2] = {-1, -1};
    std::uint16_t port_ = 0;
    mutable std::mutex mutex_{};
    std::vector<recorded_request> requests_{};
    std::atomic<std::size_t> handshakes_{0};
    std::vector<std::thread> workers_{};
    std::thread acceptor_{};
};

} // namespace cppsmith_tests

#endif // CPPSMITH_TESTS_SUPPORT_TLS_SERVER_HPP

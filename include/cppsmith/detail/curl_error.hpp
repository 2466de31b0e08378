// libcurl's failures in the terms of `cppsmith::error`.

#ifndef CPPSMITH_DETAIL_CURL_ERROR_HPP
#define CPPSMITH_DETAIL_CURL_ERROR_HPP

#include <cppsmith/error.hpp>

#include <curl/curl.h>

#include <string>
#include <string_view>

namespace cppsmith::inline v0::detail {

inline error send_error(std::string_view host, char const* code, retryability retry, std::string_view text) {
    return {.stage = stage::send, .retry = retry, .code = code, .message = std::string(host).append(": ").append(text)};
}

/// The error for a transfer that ended with `code`. `text` is libcurl's own and may be empty.
inline error curl_error(CURL* easy, CURLcode code, std::string_view host, std::string_view text) {
    // libcurl quotes a proxy that it cannot read, password and all; nothing else that it says has an '@'.
    if (text.empty() || text.find('@') != text.npos) text = curl_easy_strerror(code);
    auto const fail = [&](char const* word, retryability retry) { return send_error(host, word, retry, text); };
    using enum retryability;

    // A TLS alert is a refusal by the peer (TLS 1.3 sends it after the handshake); anything else that breaks may pass.
    bool const alert = text.find("alert") != text.npos && (text.find("SSL") != text.npos || text.find("TLS") != text.npos);
    long proxy_status = 0;
    curl_easy_getinfo(easy, CURLINFO_HTTP_CONNECTCODE, &proxy_status);

    switch (code) {
    case CURLE_COULDNT_RESOLVE_PROXY:
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_CONNECT:
    case CURLE_PROXY:
        return fail("connect", transient);
    case CURLE_OPERATION_TIMEDOUT:
        return fail("timeout", transient);
    case CURLE_SSL_CONNECT_ERROR:
        return fail("tls", alert ? none : transient);
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CERTPROBLEM:
    case CURLE_SSL_CIPHER:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_CRL_BADFILE:
    case CURLE_SSL_ISSUER_ERROR:
    case CURLE_SSL_PINNEDPUBKEYNOTMATCH:
    case CURLE_SSL_INVALIDCERTSTATUS:
    case CURLE_SSL_CLIENTCERT:
    case CURLE_SSL_ENGINE_NOTFOUND:
    case CURLE_SSL_ENGINE_SETFAILED:
    case CURLE_SSL_ENGINE_INITFAILED:
    case CURLE_USE_SSL_FAILED:
        return fail("tls", none);
    case CURLE_URL_MALFORMAT:
        return fail("invalid_request", none);
    case CURLE_OUT_OF_MEMORY:
        return fail("out_of_memory", none);
    case CURLE_FAILED_INIT:
    case CURLE_NOT_BUILT_IN:
    case CURLE_BAD_FUNCTION_ARGUMENT:
    case CURLE_UNKNOWN_OPTION:
        return fail("curl", none);
    default:
        break;
    }
    if (alert) return fail("tls", none);
    if (proxy_status >= 300) return fail("connect", proxy_status >= 500 ? transient : none); // CONNECT was refused
    return fail("connection", transient);
}

} // namespace cppsmith::inline v0::detail

#endif // CPPSMITH_DETAIL_CURL_ERROR_HPP

// The stock transport, over libcurl (7.88 or later).

#ifndef CPPSMITH_TRANSPORT_CURL_HPP
#define CPPSMITH_TRANSPORT_CURL_HPP

#include <cppsmith/detail/check_request.hpp>
#include <cppsmith/detail/curl_error.hpp>
#include <cppsmith/detail/curl_feeder.hpp>
#include <cppsmith/detail/curl_receiver.hpp>
#include <cppsmith/detail/curl_session.hpp>
#include <cppsmith/transport.hpp>

#include <curl/curl.h>

#include <algorithm>
#include <chrono>
#include <climits>
#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <utility>

namespace cppsmith::inline v0 {

/// How `curl_transport` connects. File names and the proxy are libcurl's own settings, taken as they are.
struct curl_options {
    std::string ca_bundle{};               ///< a PEM file of the only certificate authorities to trust; empty: those of libcurl
    std::string ca_directory{};            ///< the same as a directory, hashed by `openssl rehash`
    std::string client_certificate{};      ///< a PEM file: who we are, for mutual TLS
    std::string client_key{};              ///< a PEM file; empty: it is in `client_certificate`
    std::string key_password{};            ///< of an encrypted `client_key`
    std::optional<std::string> proxy{};    ///< "http://user:password@host:port"; "" for none; absent: `https_proxy` and its like
    std::optional<std::string> no_proxy{}; ///< hosts to be reached directly, "internal.example,10.0.0.0/8"; absent: `no_proxy`
    bool verify_tls = true;                ///< false accepts any server, and so any eavesdropper: for tests
    std::size_t max_response_bytes = 64 << 20; ///< a longer body is the error "response_too_large"
    std::size_t max_header_bytes = 256 << 10;  ///< the same for all headers together; libcurl itself allows 100 KiB a line
    std::chrono::milliseconds connect_timeout = std::chrono::seconds(10); ///< of `send` without options; 0 means no bound
    std::chrono::milliseconds timeout = std::chrono::seconds(60);         ///< of `send` without options; 0 means no bound
};

/// Sends requests with libcurl: HTTP/1.1, or HTTP/2 where a TLS server offers it. TLS 1.2 at least, verified.
///
/// Exactly the headers of the request are sent, beside `Host` and `Content-Length`, and the target byte for byte. Redirects are not
/// followed, bodies not decompressed, cookies not kept, nothing is read from the user's files. Interim responses (1xx) and trailers
/// are dropped. Proxies from the environment are honoured, as curl does; `.proxy = ""` turns that off.
///
/// Errors are of stage `send`: "connect" (no address, refused, proxy), "timeout" and "connection" (lost, or not HTTP) are transient; "tls" is
/// where a handshake broke off, not where a certificate was refused; "cancelled", "response_too_large", "invalid_request", "out_of_memory",
/// "source" and "sink" (which failed) and "curl" (libcurl refuses an option) are not. Messages name the host, never credentials.
///
/// It may be used from several threads at once. Copies share connections, which are kept for later requests: one handle for
/// each send that runs at the same time. A request that fails on a kept connection before any answer came, since the service
/// had closed it, is sent again by libcurl on a new one. Both deadlines are kept also while a name is looked up; a stop wakes a
/// blocked send at once. libcurl is initialized by the first `send` of the program (`curl_global_init`, once, which is
/// thread-safe on the platforms that curl's manual names), there is no thread of ours, and SIGPIPE reaches nobody.
class curl_transport {
  public:
    curl_transport() : curl_transport(curl_options{}) {}
    explicit curl_transport(curl_options options) : state_(std::make_shared<state>(std::move(options))) {}
    curl_transport(curl_transport const&) = default; // a move copies too, so that what was moved from still works
    curl_transport& operator=(curl_transport const&) = default;

    static constexpr bool streams = true;

    /// Sends with the deadlines of `curl_options`.
    result<http_response> send(http_request const& request) const;

    /// Sends with these deadlines instead; a negative one has passed already.
    result<http_response> send(http_request const& request, send_options const& options) const;

  private:
    struct state {
        explicit state(curl_options o) : options(std::move(o)) {}
        curl_options const options;
        detail::curl_pool sessions{};
    };
    std::shared_ptr<state> state_;
};

static_assert(cancellable_transport<curl_transport> && transport<std::reference_wrapper<curl_transport const>>);

namespace detail {

/// Sets options of an easy handle and remembers the first that libcurl refused.
struct curl_setup {
    CURL* easy;
    CURLcode status = CURLE_OK;

    template <class Value> void operator()(CURLoption option, Value value) {
        if (status == CURLE_OK) status = curl_easy_setopt(easy, option, value);
    }
    void file(CURLoption option, std::string const& name) {
        if (!name.empty()) (*this)(option, name.c_str());
    }
};

inline CURLcode set_up_connection(CURL* easy, curl_options const& o) {
    curl_setup set{easy};
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_QUICK_EXIT, 1L); // otherwise a deadline waits for a name server
    set(CURLOPT_PROTOCOLS_STR, "http,https");
    // Not checked: a libcurl without HTTP/2 refuses this and does without.
    curl_easy_setopt(easy, CURLOPT_HTTP_VERSION, long{CURL_HTTP_VERSION_2TLS});
    set(CURLOPT_SSLVERSION, long{CURL_SSLVERSION_TLSv1_2});
    set(CURLOPT_SSL_VERIFYPEER, o.verify_tls ? 1L : 0L);
    set(CURLOPT_SSL_VERIFYHOST, o.verify_tls ? 2L : 0L);
    if (!o.ca_bundle.empty() || !o.ca_directory.empty()) { // these authorities, and not libcurl's as well
        set(CURLOPT_CAINFO, static_cast<char const*>(nullptr));
        set(CURLOPT_CAPATH, static_cast<char const*>(nullptr));
    }
    set.file(CURLOPT_CAINFO, o.ca_bundle);
    set.file(CURLOPT_CAPATH, o.ca_directory);
    set.file(CURLOPT_SSLCERT, o.client_certificate);
    set.file(CURLOPT_SSLKEY, o.client_key);
    set.file(CURLOPT_KEYPASSWD, o.key_password);
    if (o.proxy) set(CURLOPT_PROXY, o.proxy->c_str());
    if (o.no_proxy) set(CURLOPT_NOPROXY, o.no_proxy->c_str());
    set(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L); // those of a proxy's answer to CONNECT are not the response's
    return set.status;
}

/// The request's headers as libcurl wants them, with what it would add by itself switched off. False where memory is short.
inline bool add_headers(curl_list& lines, http_request const& r) {
    auto const named = [&r](char const* name) { return find_header(r.headers, name) != nullptr; };
    // libcurl's own Host leaves out the scheme's port, which may be signed.
    bool ok = named("host") || lines.append("Host: " + r.authority);
    for (auto const& [name, value] : r.headers) {
        if (equal_ignoring_case(name, "content-length")) continue;
        ok = ok && lines.append(trim(value).empty() ? name + ';' : name + ": " + value);
    }
    for (char const* const own : {"Accept", "Content-Type", "Expect", "Proxy-Connection"})
        ok = ok && (named(own) || lines.append(std::string(own) + ':'));
    return ok;
}

/// `feeder` is null where the body is the request's own.
inline CURLcode set_up_request(CURL* easy, http_request const& r, curl_list const& headers, curl_feeder* feeder) {
    curl_setup set{easy};
    set(CURLOPT_URL, r.url().c_str());
    set(CURLOPT_PATH_AS_IS, 1L);
    set(CURLOPT_HTTPHEADER, headers.get());
    if (feeder) {
        set(CURLOPT_UPLOAD, 1L);
        set(CURLOPT_INFILESIZE_LARGE, feeder->announced());
        set(CURLOPT_READFUNCTION, &curl_feeder::on_read);
        set(CURLOPT_READDATA, feeder);
        set(CURLOPT_SEEKFUNCTION, &curl_feeder::on_seek);
        set(CURLOPT_SEEKDATA, feeder);
        set(CURLOPT_CUSTOMREQUEST, r.method.c_str());
    } else if (r.method == "HEAD") {
        set(CURLOPT_NOBODY, 1L);
    } else if (!r.body.empty() || r.method == "POST" || r.method == "PUT" || r.method == "PATCH") { // these say Content-Length: 0
        set(CURLOPT_POST, 1L);
        set(CURLOPT_POSTFIELDS, r.body.c_str()); // not copied: the request outlives the transfer
        set(CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(r.body.size()));
        set(CURLOPT_CUSTOMREQUEST, r.method.c_str());
    } else {
        set(CURLOPT_HTTPGET, 1L);
        set(CURLOPT_CUSTOMREQUEST, r.method.c_str());
    }
    return set.status;
}

inline CURLcode set_up_deadlines(CURL* easy, send_options const& o) {
    auto const bounded = [](std::chrono::milliseconds t) { return static_cast<long>(std::min<long long>(t.count(), INT_MAX)); };
    curl_setup set{easy};
    // No bound is 300 s to libcurl.
    set(CURLOPT_CONNECTTIMEOUT_MS, o.connect_timeout.count() == 0 ? long{INT_MAX} : bounded(o.connect_timeout));
    set(CURLOPT_TIMEOUT_MS, bounded(o.timeout));
    return set.status;
}

/// Runs the transfer to its end or to a stop: nothing if it was stopped.
inline std::optional<CURLcode> perform(curl_session& s, std::stop_token const& stop) {
    if (curl_multi_add_handle(s.multi, s.easy) != CURLM_OK) return CURLE_FAILED_INIT;
    std::optional<CURLcode> ended;
    {
        std::stop_callback const wake(stop, [multi = s.multi] { curl_multi_wakeup(multi); });
        for (int running = 1; !ended && !stop.stop_requested();) {
            CURLMcode status = curl_multi_perform(s.multi, &running);
            if (status == CURLM_OK && running != 0) // poll wakes at deadlines too
                status = curl_multi_poll(s.multi, nullptr, 0, 1000, nullptr);
            if (status != CURLM_OK) ended = CURLE_FAILED_INIT;
            int left = 0;
            while (auto const* const message = curl_multi_info_read(s.multi, &left))
                if (message->msg == CURLMSG_DONE) ended = message->data.result;
        }
    }
    curl_multi_remove_handle(s.multi, s.easy);
    return ended;
}

/// One request over one session.
inline result<http_response> exchange(curl_session& s, curl_options const& how, http_request const& request,
                                      send_options const& options) {
    auto const fail = [&](char const* code, std::string_view text) {
        return send_error(request.authority, code, retryability::none, text);
    };
    curl_list headers;
    if (!s || !add_headers(headers, request)) return fail("out_of_memory", "libcurl has no memory");
    curl_receiver receiver(s.easy, how.max_header_bytes, how.max_response_bytes, options.sink);
    std::optional<curl_feeder> feeder;
    if (options.source) feeder.emplace(*options.source);

    s.error_text[0] = '\0';
    curl_setup set{s.easy};
    set(CURLOPT_ERRORBUFFER, static_cast<char*>(s.error_text));
    set(CURLOPT_HEADERFUNCTION, &curl_receiver::on_header);
    set(CURLOPT_HEADERDATA, &receiver);
    set(CURLOPT_WRITEFUNCTION, &curl_receiver::on_body);
    set(CURLOPT_WRITEDATA, &receiver);
    auto code = set.status;
    if (code == CURLE_OK) code = set_up_connection(s.easy, how);
    if (code == CURLE_OK) code = set_up_request(s.easy, request, headers, feeder ? &*feeder : nullptr);
    if (code == CURLE_OK) code = set_up_deadlines(s.easy, options);
    if (code != CURLE_OK) return fail("curl", curl_easy_strerror(code));

    auto const ended = perform(s, options.stop);
    if (!ended) return fail("cancelled", "the caller asked to stop");
    // A single line beyond libcurl's own bound is "out of memory" to it.
    if (*ended == CURLE_OUT_OF_MEMORY && receiver.in_headers()) receiver.failed = curl_receiver::fault::too_large;
    if (receiver.failed == curl_receiver::fault::too_large)
        return fail("response_too_large", "the response is larger than allowed");
    if (receiver.failed == curl_receiver::fault::sink) return fail("sink", "the sink of the body has failed");
    if (feeder && feeder->failed()) return fail("source", feeder->problem());
    if (receiver.failed == curl_receiver::fault::no_memory) return fail("out_of_memory", "no memory for the response");
    if (*ended != CURLE_OK) return curl_error(s.easy, *ended, request.authority, s.error_text);
    if (!receiver.has_final_headers())
        return send_error(request.authority, "connection", retryability::transient, "the response ended within its headers");
    long status = 0;
    curl_easy_getinfo(s.easy, CURLINFO_RESPONSE_CODE, &status);
    receiver.response.status = static_cast<int>(status);
    return std::move(receiver.response);
}

} // namespace detail

inline result<http_response> curl_transport::send(http_request const& request) const {
    return send(request, {.connect_timeout = state_->options.connect_timeout, .timeout = state_->options.timeout});
}

inline result<http_response> curl_transport::send(http_request const& request, send_options const& options) const {
    if (auto const fit = detail::check_request(request); !fit) return fit.error();
    if (options.stop.stop_requested())
        return detail::send_error(request.authority, "cancelled", retryability::none, "the caller asked to stop");
    if (options.timeout.count() < 0 || options.connect_timeout.count() < 0)
        return detail::send_error(request.authority, "timeout", retryability::transient, "the deadline had passed before");
    detail::sigpipe_guard const guard;
    auto session = state_->sessions.take();
    auto outcome = detail::exchange(*session, state_->options, request, options);
    if (*session) {
        curl_easy_reset(session->easy); // forgets this request and what it pointed to; connections stay
        state_->sessions.give_back(std::move(session));
    }
    return outcome;
}

} // namespace cppsmith::inline v0

#endif // CPPSMITH_TRANSPORT_CURL_HPP

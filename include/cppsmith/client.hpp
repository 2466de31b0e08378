// client: validate, prepare, sign, send, parse, and again where that may help.

#ifndef CPPSMITH_CLIENT_HPP
#define CPPSMITH_CLIENT_HPP

#include <cppsmith/client_options.hpp>
#include <cppsmith/detail/attempt_clock.hpp>
#include <cppsmith/detail/check_headers.hpp>
#include <cppsmith/detail/signing_scope.hpp>
#include <cppsmith/detail/streaming.hpp>
#include <cppsmith/detail/uuid.hpp>
#include <cppsmith/endpoint/resolve.hpp>
#include <cppsmith/page_options.hpp>
#include <cppsmith/protocol.hpp>
#include <cppsmith/signer.hpp>
#include <cppsmith/transport.hpp>
#include <cppsmith/validate.hpp>
#include <cppsmith/wait_options.hpp>

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace cppsmith::inline v0 {

template <class Client, class Op> class page_range;
template <class Client, class Op, auto... Result> class item_range;

namespace detail {
template <class Waiter> struct wait_loop;
template <class T>
concept defined = requires { sizeof(T); };
} // namespace detail

/// Calls operations over a transport and a signer, which it takes by value or by `std::ref`.
///
/// A constructor touches neither network nor environment: what is missing or wrong is the error of the first call. One client serves
/// several threads at once if its transport and its signer do; copies share the retry quota.
template <transport Transport, signer Signer> class client {
  public:
    client(Transport transport, Signer signer, client_options options = {})
        : transport_(std::move(transport)), signer_(std::move(signer)), options_(std::move(options)),
          quota_(std::make_shared<retry_quota>(options_.retries.quota)) {}

    /// Calls an operation, in up to `retries.max_attempts` attempts. Blocks until the reply or the last error.
    ///
    /// Errors by stage: `configure` (region, endpoint URL, endpoint rules), `validate` (`invalid_request`, every violation in the message),
    /// `prepare`, `sign`, `send` (the transport's; `timeout` when `timeouts.total` has passed, `cancelled` after a stop), `parse`, `service`.
    template <operation Op>
    result<reply<typename Op::response>> call(typename Op::request const& request, call_options const& options = {}) const;

    /// The pages of a listing, to be walked once: `for (auto& page : aws.pages<iot::ListCACertificates>({...}))`. Each one is a
    /// `result<reply<Response>>`, fetched when the walk comes to it, and lives until the walk goes on. After an error there is no further one.
    template <operation Op> auto pages(typename Op::request request, page_options options = {}, call_options call = {}) const& {
        static_assert(detail::defined<page_range<client, Op>>, "pages() needs #include <cppsmith/pages.hpp>");
        return page_range<client, Op>(*this, std::move(request), std::move(options), std::move(call));
    }
    template <operation Op> void pages(typename Op::request, page_options = {}, call_options = {}) const&& = delete;

    /// The items of a listing, page after page: `for (auto& item : aws.items<iot::ListCACertificates>({...}))`. Each one is an item, used like
    /// a pointer, or an error: `if (!item) use(item.error())`. Where pages have several lists, the second argument names one:
    /// `items<Op, &Response::CommonPrefixes>`.
    template <operation Op, auto... Result>
    auto items(typename Op::request request, page_options options = {}, call_options call = {}) const& {
        static_assert(detail::defined<item_range<client, Op, Result...>>, "items() needs #include <cppsmith/pages.hpp>");
        return item_range<client, Op, Result...>(*this, std::move(request), std::move(options), std::move(call));
    }
    template <operation Op, auto... Result>
    void items(typename Op::request, page_options = {}, call_options = {}) const&& = delete;

    /// Calls a waiter's operation until it answers what is waited for: `aws.wait<dynamodb::waiters::TableExists>({.TableName = "x"})`.
    /// What comes of it, and with which errors, is told with `waited` and `wait` in `wait.hpp`.
    template <class Waiter>
    auto wait(typename Waiter::operation::request const& request, wait_options const& options = {},
              call_options const& call = {}) const {
        static_assert(detail::defined<detail::wait_loop<Waiter>>, "wait() needs #include <cppsmith/wait.hpp>");
        return detail::wait_loop<Waiter>::run(*this, request, options, call);
    }

    client_options const& options() const noexcept { return options_; }

    /// The retry tokens left: fewer than `retries.quota` tell of a service in trouble.
    int retry_tokens() const noexcept { return quota_->available(); }

  private:
    /// What every attempt begins with: the request, and what it is signed for.
    struct draft {
        http_request http{};
        signing_context scope{};
    };

    template <operation Op>
    result<resolved_endpoint> locate(typename Op::request const& request, std::string const& region,
                                     std::string const& url) const {
        return resolve_endpoint<Op>(request, {.region = region,
                                              .endpoint_url = url.empty() ? options_.endpoint_url : url,
                                              .use_fips = options_.use_fips,
                                              .use_dual_stack = options_.use_dual_stack,
                                              .account_id = options_.account_id,
                                              .account_id_endpoint_mode = options_.account_id_endpoint_mode,
                                              .parameters = options_.endpoint_parameters});
    }

    template <operation Op>
    result<draft> prepared_request(typename Op::request const& request, std::string const& region, call_options const& o,
                                   detail::attempt_clock const& time) const;

    result<http_response> send(http_request const& request, send_options const& options) const {
        std::unwrap_reference_t<Transport>& t = transport_;
        if constexpr (cancellable_transport<Transport>) return t.send(request, options);
        else return (void)options, t.send(request);
    }

    void log(log_event const& event) const {
        if (options_.log) options_.log(event);
    }

    mutable Transport transport_;
    mutable Signer signer_;
    client_options options_;
    std::shared_ptr<retry_quota> quota_;
};

// ---- implementation

template <transport Transport, signer Signer>
template <operation Op>
auto client<Transport, Signer>::prepared_request(typename Op::request const& request, std::string const& region,
                                                 call_options const& o, detail::attempt_clock const& time) const
    -> result<draft> {
    if (auto const wrong = validate(request, o.validation.value_or(options_.validation)); !wrong.empty()) {
        error e{.stage = stage::validate, .code = "invalid_request", .pointer = wrong.front().pointer};
        for (auto const& v : wrong)
            e.message.append(e.message.empty() ? "" : "; ").append(v.pointer).append(": ").append(v.message);
        return e;
    }
    if constexpr (detail::signs_for_region<Signer> && !detail::operation_has<Op, unsigned_request>)
        if (region.empty())
            return error{.stage = stage::configure, .code = "no_region", .message = "no region was given to sign for"};
    auto where = locate<Op>(request, region, o.endpoint_url);
    if (!where) return where.error();
    auto scope = detail::signing_scope<Signer>(*where, region, Op::service::signing_name);
    if (!scope && !detail::operation_has<Op, unsigned_request>) return scope.error();
    std::string token;
    if constexpr (detail::takes_idempotency_token<typename Op::request>())
        token = detail::make_uuid([&time] { return time.random(); });
    auto http = prepare<Op>(request, where->where,
                            {.idempotency_token = token,
                             .host_prefix = options_.host_prefix,
                             .compress = options_.compress,
                             .compress_from = options_.compress_from});
    if (!http) return http.error();
    if (o.source) detail::label_source<typename Op::request>(*http);
    for (auto& [name, value] : where->headers) http->headers.push_back({std::move(name), std::move(value)});
    if (!options_.user_agent.empty()) set_header(http->headers, "user-agent", options_.user_agent);
    for (auto const& h : o.headers) set_header(http->headers, h.name, h.value);
    if (auto checked = detail::check_headers(http->headers); !checked) return checked.error();
    return draft{std::move(*http), scope ? std::move(*scope) : signing_context{}};
}

template <transport Transport, signer Signer>
template <operation Op>
result<reply<typename Op::response>> client<Transport, Signer>::call(typename Op::request const& request,
                                                                     call_options const& o) const {
    auto const& region = o.region.empty() ? options_.region : o.region;
    auto const limits = o.timeouts.value_or(options_.timeouts);
    detail::attempt_clock time(options_, limits, o.stop);

    log_event event{.operation = Op::name, .method = Op::http.method};
    auto const fail = [&](error e) {
        event.what = log_event::kind::failed, event.error = &e;
        log(event);
        event.error = nullptr;
        return e;
    };

    if (o.source || o.sink) {
        bool const has_source = static_cast<bool>(o.source);
        if (auto e = detail::misused_streams<Op>(request, has_source, static_cast<bool>(o.sink)); !e.code.empty()) return fail(e);
        if constexpr (detail::has_streaming_payload<typename Op::request>())
            if (has_source && !(streaming_transport<Transport> && detail::goes_as_it_comes<Op>(o.source))) {
                auto const filled = detail::with_whole_body(request, o.source);
                if (!filled) return fail(filled.error());
                auto held = o;
                held.source = {};
                return call<Op>(*filled, held);
            }
    }
    std::uint64_t poured = 0;
    body_sink sink;
    if constexpr (detail::has_streaming_payload<typename Op::response>())
        if (o.sink) sink = [&](std::string_view piece) { poured += piece.size(), o.sink(piece); };

    auto const prepared = prepared_request<Op>(request, region, o, time);
    if (!prepared) return fail(prepared.error());
    event.authority = prepared->http.authority;

    for (int paid = retry_quota::success_gain;;) {
        ++event.attempt, event.status = 0;
        if (auto const ended = time.ended()) return fail(*ended);
        if (o.source && event.attempt > 1) o.source.rewind();
        auto http = prepared->http;
        auto context = prepared->scope;
        context.time = time.now(), context.credentials = o.credentials;
        context.unsigned_payload = detail::operation_has<Op, unsigned_payload>;
        context.source = o.source ? &o.source : nullptr;
        if constexpr (!detail::operation_has<Op, unsigned_request>)
            if (auto done = static_cast<std::unwrap_reference_t<Signer>&>(signer_).sign(http, context); !done)
                return fail(done.error());

        event.what = log_event::kind::sending, event.request_id = {};
        log(event);
        auto bounds = time.bounds();
        if (streaming_transport<Transport>) bounds.source = context.source, bounds.sink = sink ? &sink : nullptr;
        error problem;
        if (auto response = send(http, bounds); !response) {
            problem = response.error();
        } else {
            event.what = log_event::kind::received, event.status = response->status;
            event.request_id = detail::request_id_of(*response);
            log(event);
            event.request_id = {};
            if (sink && !streaming_transport<Transport> && response->status >= 200 && response->status < 300) {
                if (auto done = detail::pour(response->body, sink); !done) return fail(done.error());
                response->body.clear();
            }
            auto reply = parse<Op>(std::move(*response));
            if (reply) {
                quota_->release(paid);
                return reply;
            }
            problem = reply.error();
        }

        auto const cost = retry_quota::cost(problem);
        bool const repeatable = poured == 0 && (!o.source || o.source.rewind);
        if (!problem.retryable() || !repeatable || event.attempt >= options_.retries.max_attempts) return fail(problem);
        auto const delay = retry_delay(options_.retries, event.attempt, time.random());
        if (!time.allows(delay) || !quota_->acquire(cost)) return fail(problem);
        paid = cost;
        event.what = log_event::kind::retrying, event.delay = delay, event.error = &problem;
        log(event);
        event.delay = {}, event.error = nullptr;
        time.sleep(delay);
    }
}

} // namespace cppsmith::inline v0

#endif // CPPSMITH_CLIENT_HPP

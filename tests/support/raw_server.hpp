// A scripted HTTP/1.1 server on 127.0.0.1 that says exactly the bytes it is told to, and keeps the bytes it was sent.

#ifndef CPPSMITH_TESTS_SUPPORT_RAW_SERVER_HPP
#define CPPSMITH_TESTS_SUPPORT_RAW_SERVER_HPP

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <functional>
#include <list>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace cppsmith_tests {

/// What becomes of the connection after a reply.
enum class afterwards {
    automatic, ///< kept where the reply says where it ends; closed after `raw`, `no_length` and `claim_length`
    keep,
    close,
    reset, ///< a TCP reset
    hang,  ///< nothing more is said for `canned_reply::hang`, then the connection is closed
};

/// One answer. The defaults make a plain `200 OK` with a right Content-Length on a connection that stays open.
struct canned_reply {
    int status = 200;
    std::string reason{}; ///< empty: a word for the status
    std::vector<std::pair<std::string, std::string>> headers{};
    std::string body{};
    std::chrono::milliseconds delay{0};        ///< silence between the request and the answer
    bool chunked = false;                      ///< the body in chunks of 7 bytes, without Content-Length
    bool no_length = false;                    ///< neither: the end of the connection ends the body
    std::optional<std::size_t> claim_length{}; ///< a false Content-Length
    std::optional<std::string> raw{};          ///< the whole answer, as it is, instead of all of the above
    std::string endless{};                     ///< said over and over after the rest, until the client goes
    afterwards then = afterwards::automatic;
    std::chrono::milliseconds hang{10'000};

    static canned_reply closes() { return {.raw = "", .then = afterwards::close}; }
    static canned_reply resets() { return {.raw = "", .then = afterwards::reset}; }
    static canned_reply hangs() { return {.raw = "", .then = afterwards::hang}; }

    /// The bytes of the answer to a request with this method.
    std::string bytes(std::string_view method = "POST") const;
};

/// A request as it came: all its bytes, and the parts of them.
struct recorded_request {
    std::string raw;
    std::size_t connection = 0; ///< which connection it came on: 0, 1, ...
    std::string method, target, version;
    std::vector<std::pair<std::string, std::string>> headers; ///< as written, in their order; optional white space removed
    std::string body;

    /// The value of the first header of that name, without regard to case.
    std::optional<std::string> header(std::string_view name) const;
    std::size_t count(std::string_view name) const;

    /// The request at the front of `bytes`, or nothing while it is incomplete. Bodies need a Content-Length, or are in chunks. The greeting of a TLS
    /// client is taken for a request without any parts, so that it is answered as plain servers do: in plain text.
    static std::optional<recorded_request> parse(std::string_view bytes);
};

/// Answers requests from a script, one reply each, the last one again and again; or with what a function says.
///
/// One thread serves all connections at once and is joined by the destructor, which cuts short whatever hangs. A connection on
/// which nothing happens for 30 seconds is closed. All functions may be called from any thread.
class raw_server {
  public:
    /// Called on the server's thread, once for each complete request.
    using handler = std::function<canned_reply(recorded_request const&)>;

    explicit raw_server(handler answer) : answer_(std::move(answer)) { start(); }
    explicit raw_server(std::vector<canned_reply> script)
        : answer_([script = std::move(script), next = std::size_t{0}](recorded_request const&) mutable {
              if (script.empty()) return canned_reply{};
              return script[next + 1 < script.size() ? next++ : next];
          }) {
        start();
    }
    explicit raw_server(canned_reply always) : raw_server(std::vector<canned_reply>{std::move(always)}) {}
    raw_server(raw_server const&) = delete;
    raw_server& operator=(raw_server const&) = delete;
    ~raw_server();

    std::uint16_t port() const noexcept { return port_; }
    std::string authority() const { return "127.0.0.1:" + std::to_string(port_); }
    std::string url() const { return "http://" + authority(); }

    /// The complete requests so far, in the order in which they were complete.
    std::vector<recorded_request> requests() const {
        std::lock_guard const lock(mutex_);
        return requests_;
    }
    /// Waits until `n` requests are complete: false if that takes longer than `limit`.
    bool wait_for_requests(std::size_t n, std::chrono::milliseconds limit = std::chrono::seconds(5)) const {
        std::unique_lock lock(mutex_);
        return changed_.wait_for(lock, limit, [&] { return requests_.size() >= n; });
    }
    /// How many connections were made.
    std::size_t connections() const {
        std::lock_guard const lock(mutex_);
        return accepted_;
    }
    /// How many connections are open on the server's side.
    std::size_t open_connections() const {
        std::lock_guard const lock(mutex_);
        return open_;
    }

  private:
    using clock = std::chrono::steady_clock;
    enum class phase { reading, waiting, writing, hanging };
    struct connection {
        int fd = -1;
        std::size_t id = 0;
        phase now = phase::reading;
        std::string in{}, out{};
        std::size_t written = 0;
        canned_reply current{};
        clock::time_point due{}; ///< when `phase` ends by itself
    };

    static constexpr std::chrono::seconds idle_limit{30};

    void start();
    void run();
    void accept_all();
    bool step(connection& c, short events); ///< false: the connection is over and closed
    bool read_some(connection& c);
    bool next_request(connection& c);
    bool write_some(connection& c);
    bool after_writing(connection& c);

    handler answer_;
    int listener_ = -1;
    int wake_[2] = {-1, -1};
    std::uint16_t port_ = 0;
    std::list<connection> connections_{};
    mutable std::mutex mutex_{};
    mutable std::condition_variable changed_{};
    std::vector<recorded_request> requests_{};
    std::size_t accepted_ = 0, open_ = 0;
    std::thread thread_{};
};

namespace detail {

[[noreturn]] inline void throw_errno(char const* what) { throw std::system_error(errno, std::generic_category(), what); }

/// A socket bound to a free port of 127.0.0.1.
inline int bind_loopback(std::uint16_t& port) {
    int const fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (fd < 0) throw_errno("socket");
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t length = sizeof address;
    if (::bind(fd, reinterpret_cast<sockaddr*>(&address), length) != 0 ||
        ::getsockname(fd, reinterpret_cast<sockaddr*>(&address), &length) != 0) {
        ::close(fd);
        throw_errno("bind");
    }
    port = ntohs(address.sin_port);
    return fd;
}

inline void set_nonblocking(int fd) { ::fcntl(fd, F_SETFL, ::fcntl(fd, F_GETFL) | O_NONBLOCK); }

inline void close_with_reset(int fd) {
    linger const at_once{1, 0};
    ::setsockopt(fd, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
    ::close(fd);
}

inline bool same_word(std::string_view a, std::string_view b) {
    auto const lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [&](char x, char y) { return lower(x) == lower(y); });
}

} // namespace detail

/// A port of 127.0.0.1 on which nothing listens.
inline std::uint16_t closed_port() {
    std::uint16_t port = 0;
    ::close(detail::bind_loopback(port));
    return port;
}

/// A port on which connecting never ends: its backlog is full.
class blackhole {
  public:
    blackhole() : listener_(detail::bind_loopback(port_)) {
        if (::listen(listener_, 0) != 0) detail::throw_errno("listen");
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        address.sin_port = htons(port_);
        for (int& fd : fillers_) {
            fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
            (void)::connect(fd, reinterpret_cast<sockaddr*>(&address), sizeof address);
        }
    }
    blackhole(blackhole const&) = delete;
    blackhole& operator=(blackhole const&) = delete;
    ~blackhole() {
        for (int const fd : fillers_) ::close(fd);
        ::close(listener_);
    }
    std::uint16_t port() const noexcept { return port_; }
    std::string authority() const { return "127.0.0.1:" + std::to_string(port_); }

  private:
    std::uint16_t port_ = 0;
    int listener_;
    int fillers_[4] = {-1, -1, -1, -1};
};

// ---- implementation

inline std::string canned_reply::bytes(std::string_view method) const {
    if (raw) return *raw;
    auto const word = [this]() -> std::string {
        if (!reason.empty()) return reason;
        return status < 300 ? "OK" : status < 400 ? "Elsewhere" : "Error";
    };
    std::string text = "HTTP/1.1 " + std::to_string(status) + ' ' + word() + "\r\n";
    for (auto const& [name, value] : headers) text += name + ": " + value + "\r\n";
    bool const bodiless = status == 204 || status == 304 || method == "HEAD";
    if (claim_length) text += "Content-Length: " + std::to_string(*claim_length) + "\r\n";
    else if (chunked) text += "Transfer-Encoding: chunked\r\n";
    else if (!no_length && status != 204) text += "Content-Length: " + std::to_string(body.size()) + "\r\n";
    text += "\r\n";
    if (bodiless) return text;
    if (!chunked) return text + body;
    for (std::size_t at = 0; at < body.size(); at += 7) {
        auto const piece = body.substr(at, 7);
        text += std::to_string(piece.size()) + "\r\n" + piece + "\r\n";
    }
    return text + "0\r\n\r\n";
}

inline std::optional<std::string> recorded_request::header(std::string_view name) const {
    for (auto const& [n, value] : headers)
        if (detail::same_word(n, name)) return value;
    return std::nullopt;
}

inline std::size_t recorded_request::count(std::string_view name) const {
    return static_cast<std::size_t>(
        std::count_if(headers.begin(), headers.end(), [&](auto const& h) { return detail::same_word(h.first, name); }));
}

inline std::optional<recorded_request> recorded_request::parse(std::string_view bytes) {
    recorded_request r;
    if (bytes.starts_with('\x16')) {
        r.raw = bytes;
        return r;
    }
    auto const head_end = bytes.find("\r\n\r\n");
    if (head_end == std::string_view::npos) return std::nullopt;
    auto head = bytes.substr(0, head_end + 2);
    auto const line_end = head.find("\r\n");
    auto const line = head.substr(0, line_end);
    auto const first = line.find(' '), last = line.rfind(' ');
    if (first != std::string_view::npos && last > first) {
        r.method = line.substr(0, first);
        r.target = line.substr(first + 1, last - first - 1);
        r.version = line.substr(last + 1);
    }
    for (head.remove_prefix(line_end + 2); !head.empty();) {
        auto const end = head.find("\r\n");
        auto const field = head.substr(0, end);
        auto const colon = std::min(field.find(':'), field.size());
        auto value = field.substr(std::min(colon + 1, field.size()));
        while (!value.empty() && (value.front() == ' ' || value.front() == '\t')) value.remove_prefix(1);
        while (!value.empty() && (value.back() == ' ' || value.back() == '\t')) value.remove_suffix(1);
        r.headers.emplace_back(field.substr(0, colon), value);
        head.remove_prefix(end + 2);
    }
    if (detail::same_word(r.header("transfer-encoding").value_or(""), "chunked")) {
        for (std::size_t at = head_end + 4;;) {
            auto const size_end = bytes.find("\r\n", at);
            if (size_end == std::string_view::npos) return std::nullopt;
            auto const n = std::strtoull(std::string(bytes.substr(at, size_end - at)).c_str(), nullptr, 16);
            if (bytes.size() - size_end - 2 < n + 2) return std::nullopt;
            r.body += bytes.substr(size_end + 2, n);
            at = size_end + 2 + n + 2;
            if (n != 0) continue;
            r.raw = bytes.substr(0, at);
            return r;
        }
    }
    auto const length = std::strtoull(r.header("content-length").value_or("0").c_str(), nullptr, 10);
    auto const rest = bytes.substr(head_end + 4);
    if (rest.size() < length) return std::nullopt;
    r.body = rest.substr(0, length);
    r.raw = bytes.substr(0, head_end + 4 + length);
    return r;
}

inline raw_server::~raw_server() {
    ::close(wake_[1]); // the other end of the pipe becomes readable
    thread_.join();
    ::close(wake_[0]);
    ::close(listener_);
    for (auto const& c : connections_) ::close(c.fd);
}

inline void raw_server::start() {
    if (::pipe2(wake_, O_CLOEXEC) != 0) detail::throw_errno("pipe");
    listener_ = detail::bind_loopback(port_);
    if (::listen(listener_, 128) != 0) detail::throw_errno("listen");
    detail::set_nonblocking(listener_);
    thread_ = std::thread([this] { run(); });
}

inline void raw_server::run() {
    std::vector<pollfd> watched;
    while (true) {
        watched.assign({{wake_[0], POLLIN, 0}, {listener_, POLLIN, 0}});
        auto nearest = clock::now() + idle_limit;
        for (auto const& c : connections_) {
            watched.push_back({c.fd, static_cast<short>(c.now == phase::writing ? POLLOUT : POLLIN), 0});
            nearest = std::min(nearest, c.due);
        }
        auto const left = std::chrono::ceil<std::chrono::milliseconds>(nearest - clock::now()).count();
        ::poll(watched.data(), watched.size(), static_cast<int>(std::max<decltype(left)>(left, 0)));
        if (watched[0].revents != 0) return;
        std::size_t i = 2;
        for (auto c = connections_.begin(); c != connections_.end(); ++i) {
            if (step(*c, watched[i].revents)) {
                ++c;
                continue;
            }
            c = connections_.erase(c);
            std::lock_guard const lock(mutex_);
            open_ = connections_.size();
        }
        if (watched[1].revents != 0) accept_all();
    }
}

inline void raw_server::accept_all() {
    while (true) {
        int const fd = ::accept4(listener_, nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC);
        if (fd < 0) return;
        int const on = 1;
        ::setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
        std::lock_guard const lock(mutex_);
        connections_.push_back({.fd = fd, .id = accepted_++, .due = clock::now() + idle_limit});
        open_ = connections_.size();
    }
}

inline bool raw_server::step(connection& c, short events) {
    bool alive = true;
    if (events != 0 && c.now == phase::writing) alive = write_some(c);
    else if (events != 0) alive = read_some(c);
    if (alive && clock::now() >= c.due) {
        if (c.now == phase::waiting) {
            c.now = phase::writing;
            c.due = clock::now() + idle_limit;
            return write_some(c);
        }
        ::close(c.fd); // idle, stuck or done with hanging
        return false;
    }
    return alive;
}

inline bool raw_server::read_some(connection& c) {
    char buffer[65536];
    auto const n = ::recv(c.fd, buffer, sizeof buffer, 0);
    if (n < 0 && (errno == EAGAIN || errno == EINTR)) return true;
    if (n <= 0) { // the client has gone
        ::close(c.fd);
        return false;
    }
    c.in.append(buffer, static_cast<std::size_t>(n));
    if (c.now != phase::reading) return true;
    c.due = clock::now() + idle_limit;
    return next_request(c);
}

inline bool raw_server::next_request(connection& c) {
    auto request = recorded_request::parse(c.in);
    if (!request) return true;
    request->connection = c.id;
    c.in.erase(0, request->raw.size());
    c.current = answer_(*request);
    c.out = c.current.bytes(request->method);
    c.written = 0;
    c.now = phase::waiting;
    c.due = clock::now() + c.current.delay;
    {
        std::lock_guard const lock(mutex_);
        requests_.push_back(std::move(*request));
    }
    changed_.notify_all();
    return step(c, 0);
}

inline bool raw_server::write_some(connection& c) {
    while (c.written < c.out.size()) {
        auto const n = ::send(c.fd, c.out.data() + c.written, c.out.size() - c.written, MSG_NOSIGNAL);
        if (n < 0 && (errno == EAGAIN || errno == EINTR)) return true;
        if (n <= 0) {
            ::close(c.fd);
            return false;
        }
        c.written += static_cast<std::size_t>(n);
        c.due = clock::now() + idle_limit;
    }
    if (c.current.endless.empty()) return after_writing(c);
    c.out = c.current.endless;
    c.written = 0;
    return true; // the others have their turn
}

inline bool raw_server::after_writing(connection& c) {
    auto const& r = c.current;
    auto then = r.then;
    if (then == afterwards::automatic) then = r.raw || r.no_length || r.claim_length ? afterwards::close : afterwards::keep;
    switch (then) {
    case afterwards::reset:
        detail::close_with_reset(c.fd);
        return false;
    case afterwards::hang:
        c.now = phase::hanging;
        c.due = clock::now() + r.hang;
        return true;
    case afterwards::keep:
        c.now = phase::reading;
        c.due = clock::now() + idle_limit;
        return next_request(c);
    default:
        ::close(c.fd);
        return false;
    }
}

} // namespace cppsmith_tests

#endif // CPPSMITH_TESTS_SUPPORT_RAW_SERVER_HPP

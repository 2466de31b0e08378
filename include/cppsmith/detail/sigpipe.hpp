// Keeps SIGPIPE from the process while a library of ours writes to sockets.

#ifndef CPPSMITH_DETAIL_SIGPIPE_HPP
#define CPPSMITH_DETAIL_SIGPIPE_HPP

#ifndef _WIN32
#include <csignal>
#include <pthread.h>
#include <signal.h>
#endif

namespace cppsmith::inline v0::detail {

/// Blocks SIGPIPE in this thread for its lifetime, and takes away the one that came in between: a write to a connection that the
/// peer has closed would end a program that never thought of signals. Neither handlers nor other threads are touched.
class sigpipe_guard {
  public:
    sigpipe_guard(sigpipe_guard const&) = delete;
    sigpipe_guard& operator=(sigpipe_guard const&) = delete;

#ifdef _WIN32
    sigpipe_guard() = default;
#else
    sigpipe_guard() noexcept {
        sigemptyset(&pipe_);
        sigaddset(&pipe_, SIGPIPE);
        was_pending_ = pending();
        pthread_sigmask(SIG_BLOCK, &pipe_, &before_);
    }
    ~sigpipe_guard() {
        if (int taken = 0; !was_pending_ && pending()) sigwait(&pipe_, &taken);
        pthread_sigmask(SIG_SETMASK, &before_, nullptr);
    }

  private:
    static bool pending() noexcept {
        sigset_t now;
        sigemptyset(&now);
        sigpending(&now);
        return sigismember(&now, SIGPIPE) == 1;
    }
    sigset_t pipe_, before_;
    bool was_pending_ = false;
#endif
};

} // namespace cppsmith::inline v0::detail

#endif // CPPSMITH_DETAIL_SIGPIPE_HPP

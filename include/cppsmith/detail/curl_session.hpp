// libcurl's handles as values that clean up after themselves, and a pool of them.

#ifndef CPPSMITH_DETAIL_CURL_SESSION_HPP
#define CPPSMITH_DETAIL_CURL_SESSION_HPP

#include <cppsmith/detail/sigpipe.hpp>

#include <curl/curl.h>

#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#if LIBCURL_VERSION_NUM < 0x075800
#error "cppsmith/transport/curl.hpp needs libcurl 7.88 or later"
#endif

namespace cppsmith::inline v0::detail {

/// One transfer at a time, and the connections that earlier ones left open: these live in the multi handle.
class curl_session {
  public:
    curl_session() {
        static CURLcode const initialized = curl_global_init(CURL_GLOBAL_DEFAULT); // once a program, at the first send
        if (initialized != CURLE_OK) return;
        easy = curl_easy_init();
        multi = curl_multi_init();
        if (multi) curl_multi_setopt(multi, CURLMOPT_MAXCONNECTS, 8L);
    }
    curl_session(curl_session const&) = delete;
    curl_session& operator=(curl_session const&) = delete;
    ~curl_session() {
        sigpipe_guard const guard; // TLS says goodbye to peers that may have gone
        if (easy) curl_easy_cleanup(easy);
        if (multi) curl_multi_cleanup(multi);
    }
    explicit operator bool() const noexcept { return easy && multi; }

    CURL* easy = nullptr;
    CURLM* multi = nullptr;
    char error_text[CURL_ERROR_SIZE] = ""; ///< here, since libcurl may write to it as long as the handle lives
};

/// A list of `curl_slist`.
class curl_list {
  public:
    curl_list() = default;
    curl_list(curl_list const&) = delete;
    curl_list& operator=(curl_list const&) = delete;
    ~curl_list() { curl_slist_free_all(list_); }

    /// False where memory is short.
    bool append(std::string const& line) {
        auto* const longer = curl_slist_append(list_, line.c_str());
        if (longer) list_ = longer;
        return longer != nullptr;
    }
    curl_slist* get() const noexcept { return list_; }

  private:
    curl_slist* list_ = nullptr;
};

/// Sessions that are not in use. The one given back last is taken first: its connections are the freshest.
class curl_pool {
  public:
    std::unique_ptr<curl_session> take() {
        {
            std::lock_guard const lock(mutex_);
            if (!idle_.empty()) {
                auto session = std::move(idle_.back());
                idle_.pop_back();
                return session;
            }
        }
        return std::make_unique<curl_session>();
    }

    void give_back(std::unique_ptr<curl_session> session) {
        std::lock_guard const lock(mutex_);
        idle_.push_back(std::move(session));
    }

  private:
    std::mutex mutex_{};
    std::vector<std::unique_ptr<curl_session>> idle_{};
};

} // namespace cppsmith::inline v0::detail

#endif // CPPSMITH_DETAIL_CURL_SESSION_HPP

// Credentials, and what provides them on demand.

#ifndef CPPSMITH_CREDENTIALS_HPP
#define CPPSMITH_CREDENTIALS_HPP

#include <cppsmith/result.hpp>

#include <concepts>
#include <cstdlib>
#include <string>

namespace cppsmith::inline v0 {

class environment_credentials;

/// An AWS access key. Streaming and logging never show more than the access key id.
struct credentials {
    std::string access_key_id{};
    std::string secret_access_key{};
    std::string session_token{}; ///< empty for long-term keys

    /// A provider that reads AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN at each use.
    static environment_credentials from_environment() noexcept;

    friend bool operator==(credentials const&, credentials const&) = default;

    template <class Char, class Traits> friend auto& operator<<(std::basic_ostream<Char, Traits>& out, credentials const& c) {
        return out << c.access_key_id.c_str() << " (secret redacted)";
    }
};

/// Whatever gives credentials when a request is about to be signed: any callable `result<credentials>()`.
///
/// It is called once an attempt, may block (a file, a metadata service) and reports what is missing as an error of
/// stage `sign`. A signer that is used from several threads calls it from several threads.
///
/// Exemplar: `[]() -> cppsmith::result<cppsmith::credentials> { return cppsmith::credentials{...}; }`
template <class T>
concept credentials_provider = requires(T const& provide) {
    { provide() } -> std::convertible_to<result<credentials>>;
};

/// Provides the same credentials always.
class static_credentials {
  public:
    explicit static_credentials(credentials c) : credentials_(std::move(c)) {}

    result<credentials> operator()() const {
        if (credentials_.access_key_id.empty() || credentials_.secret_access_key.empty())
            return error{
                .stage = stage::sign, .code = "no_credentials", .message = "the access key id or the secret access key is empty"};
        return credentials_;
    }

  private:
    credentials credentials_;
};

/// Provides what the environment holds at the moment of use, so that a rotated key is seen.
class environment_credentials {
  public:
    result<credentials> operator()() const {
        credentials c{variable("AWS_ACCESS_KEY_ID"), variable("AWS_SECRET_ACCESS_KEY"), variable("AWS_SESSION_TOKEN")};
        if (c.access_key_id.empty()) return missing("AWS_ACCESS_KEY_ID");
        if (c.secret_access_key.empty()) return missing("AWS_SECRET_ACCESS_KEY");
        return c;
    }

  private:
    static std::string variable(char const* name) {
        char const* value = std::getenv(name);
        return value ? value : "";
    }
    static error missing(char const* name) {
        return {.stage = stage::sign, .code = "no_credentials", .message = std::string(name) + " is not set in the environment"};
    }
};

inline environment_credentials credentials::from_environment() noexcept { return {}; }

static_assert(credentials_provider<static_credentials> && credentials_provider<environment_credentials>);

} // namespace cppsmith::inline v0

#endif // CPPSMITH_CREDENTIALS_HPP

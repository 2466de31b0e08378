// What the fake service answers when it refuses a request.

#ifndef CPPSMITH_FAKE_IOT_SERVICE_ERROR_HPP
#define CPPSMITH_FAKE_IOT_SERVICE_ERROR_HPP

#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace fake_iot {

/// An error of the service: its HTTP status, its name on the wire and a message for people.
///
/// It is thrown wherever a rule is broken and turned into a response in one place, `service::handle`.
class service_error : public std::runtime_error {
  public:
    service_error(int status, std::string code, std::string const& message)
        : std::runtime_error(message), status_(status), code_(std::move(code)) {}

    /// Adds a member to the body, beside `message`: ResourceAlreadyExistsException has two.
    service_error&& with(std::string name, std::string value) && {
        members_.emplace_back(std::move(name), std::move(value));
        return std::move(*this);
    }

    int status() const noexcept { return status_; }
    std::string const& code() const noexcept { return code_; }
    std::vector<std::pair<std::string, std::string>> const& members() const noexcept { return members_; }

  private:
    int status_;
    std::string code_;
    std::vector<std::pair<std::string, std::string>> members_;
};

/// 400 InvalidRequestException: the answer to everything that breaks a constraint of the model.
inline service_error invalid_request(std::string const& message) { return {400, "InvalidRequestException", message}; }

/// 400 SerializationException: the body is not JSON, or not of the types that the operation has.
inline service_error unreadable(std::string const& message) { return {400, "SerializationException", message}; }

/// 404 ResourceNotFoundException.
inline service_error not_found(std::string const& message) { return {404, "ResourceNotFoundException", message}; }

} // namespace fake_iot

#endif // CPPSMITH_FAKE_IOT_SERVICE_ERROR_HPP

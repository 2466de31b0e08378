// A fake of the CA operations of AWS IoT: the seven operations as one function from request to response. No sockets, no threads.

#ifndef CPPSMITH_FAKE_IOT_SERVICE_HPP
#define CPPSMITH_FAKE_IOT_SERVICE_HPP

#include <fake_iot/authentication.hpp>
#include <fake_iot/registry.hpp>
#include <fake_iot/service_error.hpp>

#include <cppsmith/http.hpp>

#include <functional>
#include <mutex>
#include <optional>
#include <string>

namespace fake_iot {

struct service_options {
    authentication_options authentication{};
    fake_iot::surroundings surroundings{};
    std::function<time_point()> clock = [] { return std::chrono::system_clock::now(); };
};

/// The service: RegisterCACertificate, GetRegistrationCode, DeleteRegistrationCode, DescribeCACertificate, ListCACertificates,
/// UpdateCACertificate and DeleteCACertificate, on state that lives as long as the object.
///
/// It may be used from several threads at once; the clock is then called from several threads.
class service {
  public:
    explicit service(service_options options = {}) : options_(std::move(options)), registry_(options_.surroundings) {}

    /// Answers a request, whose headers are all there as they were received. Every request has an answer; nothing is thrown but
    /// `std::bad_alloc`.
    cppsmith::http_response handle(cppsmith::http_request const& request);

    /// What is stored under an id: also the tags, which no operation of these seven tells.
    std::optional<ca_record> find(owner const& who, std::string const& id) const;

  private:
    cppsmith::http_response dispatch(cppsmith::http_request const& request);

    service_options options_;
    mutable std::mutex mutex_; // guards the registry
    registry registry_;
};

/// The answer that carries an error: its name in the header `x-amzn-ErrorType`, message and further members in the body.
cppsmith::http_response to_response(service_error const& error);

} // namespace fake_iot

#endif // CPPSMITH_FAKE_IOT_SERVICE_HPP

#include <fake_iot/service.hpp>

#include <fake_iot/random.hpp>

#include <nlohmann/json.hpp>

#include <new>
#include <string_view>

namespace fake_iot {

namespace {

using cppsmith::http_request;
using cppsmith::http_response;
using json = nlohmann::ordered_json;

std::string to_text(json const& value) { return value.dump(-1, ' ', false, json::error_handler_t::replace); }

http_response answer(int status, std::string body) {
    http_response response{.status = status, .headers = {{"x-amzn-RequestId", random_uuid()}}, .body = std::move(body)};
    if (!response.body.empty()) response.headers.push_back({"Content-Type", "application/json"});
    return response;
}

http_response ok(json const& body) { return answer(200, to_text(body)); }

/// Seconds since 1970 with milliseconds, as the protocol writes times.
json to_json(time_point time) {
    auto const milliseconds = std::chrono::floor<std::chrono::milliseconds>(time).time_since_epoch().count();
    return static_cast<double>(milliseconds) / 1000;
}

char const* status_of(ca_record const& record) { return record.active ? "ACTIVE" : "INACTIVE"; }

json to_json(registration_config const& config) {
    auto object = json::object();
    if (config.template_body) object["templateBody"] = *config.template_body;
    if (config.role_arn) object["roleArn"] = *config.role_arn;
    if (config.template_name) object["templateName"] = *config.template_name;
    return object;
}

json describe(ca_record const& record) {
    json reply{{"certificateDescription",
                {{"certificateArn", record.arn},
                 {"certificateId", record.id},
                 {"status", status_of(record)},
                 {"certificatePem", record.pem},
                 {"ownedBy", record.owned_by},
                 {"creationDate", to_json(record.created)},
                 {"autoRegistrationStatus", record.auto_registration ? "ENABLE" : "DISABLE"},
                 {"lastModifiedDate", to_json(record.modified)},
                 {"customerVersion", record.version},
                 {"generationId", record.generation_id},
                 {"validity",
                  {{"notBefore", record.certificate.not_before().time_since_epoch().count()},
                   {"notAfter", record.certificate.not_after().time_since_epoch().count()}}},
                 {"certificateMode", record.mode == certificate_mode::sni_only ? "SNI_ONLY" : "DEFAULT"}}}};
    if (record.config) reply["registrationConfig"] = to_json(*record.config);
    return reply;
}

json list(registry::page const& page) {
    auto certificates = json::array();
    for (auto const* record : page.certificates)
        certificates.push_back({{"certificateArn", record->arn},
                                {"certificateId", record->id},
                                {"status", status_of(*record)},
                                {"creationDate", to_json(record->created)}});
    json reply{{"certificates", std::move(certificates)}};
    if (page.next_marker) reply["nextMarker"] = *page.next_marker;
    return reply;
}

http_response unknown_operation() {
    auto response = answer(404, "{}");
    response.headers.push_back({"x-amzn-ErrorType", "UnknownOperationException"});
    return response;
}

http_response wrong_method(char const* allowed) {
    auto response = to_response({405, "MethodNotAllowedException", "The method is not allowed here."});
    response.headers.push_back({"Allow", allowed});
    return response;
}

} // namespace

http_response to_response(service_error const& error) {
    json body{{"message", error.what()}};
    for (auto const& [name, value] : error.members()) body[name] = value;
    auto response = answer(error.status(), to_text(body));
    response.headers.push_back({"x-amzn-ErrorType", error.code()});
    return response;
}

http_response service::handle(http_request const& request) {
    try {
        return dispatch(request);
    } catch (service_error const& error) { return to_response(error); } catch (std::bad_alloc const&) {
        throw;
    } catch (std::exception const&) {
        return to_response({500, "InternalFailureException", "An unexpected error has occurred."});
    }
}

http_response service::dispatch(http_request const& request) {
    auto const now = options_.clock();
    auto const who = authenticate(request, options_.authentication, now);
    request_target const target(request.target);
    auto const& path = target.path();
    std::string_view const method = request.method;

    if (path.size() == 1 && path[0] == "cacertificate") {
        if (method != "POST") return wrong_method("POST");
        auto const input = read_register_input(target, request.body);
        std::lock_guard const lock(mutex_);
        auto const& record = registry_.add(who, input, now);
        return ok({{"certificateArn", record.arn}, {"certificateId", record.id}});
    }
    if (path.size() == 2 && path[0] == "cacertificate" && !path[1].empty()) {
        if (method != "GET" && method != "PUT" && method != "DELETE") return wrong_method("GET, PUT, DELETE");
        auto const id = read_certificate_id(path[1]);
        if (method == "PUT") {
            auto const input = read_update_input(target, request.body);
            std::lock_guard const lock(mutex_);
            registry_.update(who, id, input, now);
            return answer(200, "");
        }
        std::lock_guard const lock(mutex_);
        if (method == "GET") return ok(describe(registry_.find(who, id)));
        registry_.remove(who, id);
        return ok(json::object());
    }
    if (path.size() == 1 && path[0] == "cacertificates") {
        if (method != "GET") return wrong_method("GET");
        auto const input = read_list_input(target);
        std::lock_guard const lock(mutex_);
        return ok(list(registry_.list(who, input)));
    }
    if (path.size() == 1 && path[0] == "registrationcode") {
        if (method != "GET" && method != "DELETE") return wrong_method("GET, DELETE");
        std::lock_guard const lock(mutex_);
        if (method == "GET") return ok({{"registrationCode", registry_.registration_code(who)}});
        registry_.delete_registration_code(who);
        return ok(json::object());
    }
    return unknown_operation();
}

std::optional<ca_record> service::find(owner const& who, std::string const& id) const {
    std::lock_guard const lock(mutex_);
    try {
        return registry_.find(who, id);
    } catch (service_error const&) { return std::nullopt; }
}

} // namespace fake_iot

// RapidJSON by its fastest ways: a SAX writer into a buffer that is kept, and a parsed document that is taken apart.

#ifndef CPPSMITH_BENCH_PEERS_RAPIDJSON_HPP
#define CPPSMITH_BENCH_PEERS_RAPIDJSON_HPP

#include "plain.hpp"

#ifdef __x86_64__
#define RAPIDJSON_SSE2 // what users of it define: every x86-64 has it, and W1big is written five times as fast
#endif
#include <rapidjson/document.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <cstddef>
#include <string>
#include <string_view>

namespace bench::with_rapidjson {

using buffer = rapidjson::StringBuffer;
using writer = rapidjson::Writer<buffer>;

inline rapidjson::SizeType size(std::string const& s) { return static_cast<rapidjson::SizeType>(s.size()); }
template <std::size_t N> void key(writer& w, char const (&name)[N]) { w.Key(name, static_cast<rapidjson::SizeType>(N - 1)); }
inline void text(writer& w, std::string const& s) { w.String(s.data(), size(s)); }
template <std::size_t N> void text(writer& w, char const (&name)[N], std::string const& s) { key(w, name), text(w, s); }

inline void write(plain_request const& r, buffer& out) {
    out.Clear();
    writer w(out);
    w.StartObject();
    text(w, "caCertificate", r.ca_certificate);
    text(w, "verificationCertificate", r.verification_certificate);
    key(w, "setAsActive"), w.Bool(r.set_as_active);
    key(w, "allowAutoRegistration"), w.Bool(r.allow_auto_registration);
    key(w, "registrationConfig"), w.StartObject();
    text(w, "templateBody", r.template_body);
    text(w, "roleArn", r.role_arn);
    w.EndObject();
    key(w, "tags"), w.StartArray();
    for (auto const& tag : r.tags) {
        w.StartObject();
        text(w, "Key", tag.key);
        text(w, "Value", tag.value);
        w.EndObject();
    }
    w.EndArray();
    text(w, "certificateMode", r.certificate_mode);
    w.EndObject();
}

inline void write(plain_things const& page, buffer& out) {
    out.Clear();
    writer w(out);
    w.StartObject();
    key(w, "things"), w.StartArray();
    for (auto const& thing : page.things) {
        w.StartObject();
        text(w, "thingName", thing.name);
        text(w, "thingTypeName", thing.type);
        text(w, "thingArn", thing.arn);
        key(w, "attributes"), w.StartObject();
        for (auto const& [name, value] : thing.attributes) w.Key(name.data(), size(name)), text(w, value);
        w.EndObject();
        key(w, "version"), w.Int64(thing.version);
        w.EndObject();
    }
    w.EndArray();
    text(w, "nextToken", page.next_token);
    w.EndObject();
}

inline std::string_view view(buffer const& out) { return {out.GetString(), out.GetSize()}; }

inline void take(rapidjson::Value const& v, std::string& out) { out.assign(v.GetString(), v.GetStringLength()); }

inline void read(std::string const& text, plain_reply& reply) {
    rapidjson::Document parsed;
    parsed.Parse(text.data(), text.size());
    take(parsed["certificateArn"], reply.certificate_arn);
    take(parsed["certificateId"], reply.certificate_id);
}

inline void read(std::string const& text, plain_things& page) {
    rapidjson::Document parsed;
    parsed.Parse(text.data(), text.size());
    auto const& things = parsed["things"];
    page.things.reserve(things.Size());
    for (auto const& element : things.GetArray()) {
        auto& thing = page.things.emplace_back();
        take(element["thingName"], thing.name);
        take(element["thingTypeName"], thing.type);
        take(element["thingArn"], thing.arn);
        for (auto const& [name, value] : element["attributes"].GetObject())
            thing.attributes.emplace_hint(thing.attributes.end(), std::string(name.GetString(), name.GetStringLength()),
                                          std::string(value.GetString(), value.GetStringLength()));
        thing.version = element["version"].GetInt64();
    }
    take(parsed["nextToken"], page.next_token);
}

} // namespace bench::with_rapidjson

#endif // CPPSMITH_BENCH_PEERS_RAPIDJSON_HPP

// Bare simdjson, On-Demand, written by hand for its message; and its first stage alone.

#ifndef CPPSMITH_BENCH_PEERS_SIMDJSON_HPP
#define CPPSMITH_BENCH_PEERS_SIMDJSON_HPP

#include "plain.hpp"

#include <simdjson.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace bench::with_simdjson {

namespace ondemand = simdjson::ondemand;

/// One field of an object, which has to come next or later; false where it does not.
inline bool text(ondemand::object& from, std::string_view name, auto& out) {
    std::string_view s;
    if (from.find_field(name).get_string().get(s)) return false;
    out = s;
    return true;
}

inline void add(plain_thing& thing, std::string_view key, std::string_view value) {
    thing.attributes.emplace_hint(thing.attributes.end(), key, value);
}
inline void add(view_thing& thing, std::string_view key, std::string_view value) { thing.attributes.emplace_back(key, value); }

inline bool fill_attributes(ondemand::object object, auto& thing) {
    for (auto field : object) {
        std::string_view key, value;
        if (field.unescaped_key().get(key) || field.value().get_string().get(value)) return false;
        add(thing, key, value);
    }
    return true;
}

/// Members in the expected order, none missing.
struct in_order {
    static bool fill(ondemand::object object, auto& thing) {
        ondemand::object attributes;
        return text(object, "thingName", thing.name) && text(object, "thingTypeName", thing.type) &&
               text(object, "thingArn", thing.arn) && !object.find_field("attributes").get_object().get(attributes) &&
               fill_attributes(attributes, thing) && !object.find_field("version").get_int64().get(thing.version);
    }

    template <class Page> static bool fill_page(ondemand::object object, Page& page) {
        ondemand::array things;
        if (object.find_field("things").get_array().get(things)) return false;
        for (auto element : things) {
            ondemand::object thing;
            if (element.get_object().get(thing) || !fill(thing, page.things.emplace_back())) return false;
        }
        return text(object, "nextToken", page.next_token);
    }
};

/// Members in any order: the loop over fields that one writes where the order is not known.
struct in_any_order {
    static bool text_of(ondemand::value value, auto& out) {
        std::string_view s;
        if (value.get_string().get(s)) return false;
        out = s;
        return true;
    }

    static bool fill(ondemand::object object, auto& thing) {
        for (auto field : object) {
            std::string_view key;
            ondemand::value value;
            ondemand::object attributes;
            if (field.unescaped_key().get(key) || field.value().get(value)) return false;
            bool ok = true;
            if (key == "thingName") ok = text_of(value, thing.name);
            else if (key == "thingTypeName") ok = text_of(value, thing.type);
            else if (key == "thingArn") ok = text_of(value, thing.arn);
            else if (key == "attributes") ok = !value.get_object().get(attributes) && fill_attributes(attributes, thing);
            else if (key == "version") ok = !value.get_int64().get(thing.version);
            if (!ok) return false;
        }
        return true;
    }

    static bool fill_things(ondemand::value value, auto& page) {
        ondemand::array things;
        if (value.get_array().get(things)) return false;
        for (auto element : things) {
            ondemand::object thing;
            if (element.get_object().get(thing) || !fill(thing, page.things.emplace_back())) return false;
        }
        return true;
    }

    template <class Page> static bool fill_page(ondemand::object object, Page& page) {
        for (auto field : object) {
            std::string_view key;
            ondemand::value value;
            if (field.unescaped_key().get(key) || field.value().get(value)) return false;
            if (key == "things" && !fill_things(value, page)) return false;
            if (key == "nextToken" && !text_of(value, page.next_token)) return false;
        }
        return true;
    }
};

/// A page of things; views hold as long as the text and the parser's next use.
template <class Order, class Page> bool read(ondemand::parser& parser, simdjson::padded_string const& text, Page& page) {
    ondemand::document document;
    ondemand::object object;
    return !parser.iterate(text).get(document) && !document.get_object().get(object) && Order::fill_page(object, page);
}

template <class String> bool read(ondemand::parser& parser, simdjson::padded_string const& from, basic_reply<String>& reply) {
    ondemand::document document;
    ondemand::object object;
    return !parser.iterate(from).get(document) && !document.get_object().get(object) &&
           text(object, "certificateArn", reply.certificate_arn) && text(object, "certificateId", reply.certificate_id);
}

/// The first stage: UTF-8 checked, and where every string, bracket, colon and comma is. No reader on top of it can be faster.
class first_stage {
  public:
    explicit first_stage(std::size_t capacity) {
        failed_ =
            simdjson::get_active_implementation()->create_dom_parser_implementation(capacity, 1024, parser_) != simdjson::SUCCESS;
    }
    bool run(simdjson::padded_string const& text) {
        return !failed_ && parser_->stage1(reinterpret_cast<std::uint8_t const*>(text.data()), text.size(),
                                           simdjson::stage1_mode::regular) == simdjson::SUCCESS;
    }

  private:
    std::unique_ptr<simdjson::internal::dom_parser_implementation> parser_{};
    bool failed_ = false;
};

} // namespace bench::with_simdjson

#endif // CPPSMITH_BENCH_PEERS_SIMDJSON_HPP

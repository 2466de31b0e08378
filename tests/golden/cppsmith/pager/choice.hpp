// Choice, Pager Sink 2026-01-01. Generated; edit the model or the templates, not this file.

#ifndef CPPSMITH_PAGER_CHOICE_HPP
#define CPPSMITH_PAGER_CHOICE_HPP

#include <cppsmith/pager/service.hpp>
#include <cppsmith/pager/thing.hpp>
#include <cppsmith/shape.hpp>
#include <cppsmith/tagged_union.hpp>
#include <cppsmith/text.hpp>

#include <utility>

#if CPPSMITH_PAGER_MODEL != 0xfe3a8638940accd1
#error "cppsmith/pager/choice.hpp and cppsmith/pager/service.hpp were generated from different models"
#endif

namespace cppsmith::pager {

using Text = text<"Text">;

class Choice : public tagged_union<Text, Thing> {
  public:
    using tagged_union::tagged_union;

    static constexpr Choice text(Text value) { return {std::in_place_index<0>, std::move(value)}; }
    constexpr Text const* text() const noexcept { return at<0>(); }

    static constexpr Choice thing(Thing value) { return {std::in_place_index<1>, std::move(value)}; }
    constexpr Thing const* thing() const noexcept { return at<1>(); }
};

auto shape_of(Choice const&) -> union_of<"Choice", no_traits, alternative<"text">, alternative<"thing">>;

} // namespace cppsmith::pager

#endif // CPPSMITH_PAGER_CHOICE_HPP

// Choice, Kitchen Sink 2026-01-01. Generated; edit the model or the templates, not this file.

#ifndef CPPSMITH_kitchen_sink_CHOICE_HPP
#define CPPSMITH_kitchen_sink_CHOICE_HPP

#include <cppsmith/kitchen_sink/service.hpp>
#include <cppsmith/kitchen_sink/tag.hpp>
#include <cppsmith/shape.hpp>
#include <cppsmith/tagged_union.hpp>
#include <cppsmith/text.hpp>

#include <cstdint>
#include <utility>
#include <vector>

#if CPPSMITH_KITCHEN_SINK_MODEL != 0xb11a6f19ec0b6015
#error "cppsmith/kitchen_sink/choice.hpp and cppsmith/kitchen_sink/service.hpp were generated from different models"
#endif

namespace cppsmith::kitchen_sink {

using Secret = text<"Secret", sensitive, length<8>>;
using Plain = text<"Plain">;
using ChoiceOfAQuiteUnreasonableLengthForTheNameOfAShapeInTheModelOfAnyService =
    text<"ChoiceOfAQuiteUnreasonableLengthForTheNameOfAShapeInTheModelOfAnyService", length<0, 9>>;

/// One of several.
class Choice : public tagged_union<Secret, std::int32_t, Plain, std::vector<Plain>, Tag,
                                   ChoiceOfAQuiteUnreasonableLengthForTheNameOfAShapeInTheModelOfAnyService> {
  public:
    using tagged_union::tagged_union;

    /// A secret.
    static constexpr Choice S(Secret value) { return {std::in_place_index<0>, std::move(value)}; }
    constexpr Secret const* S() const noexcept { return at<0>(); }

    /// Between -3 and 12.
    static constexpr Choice Choice_(std::int32_t value) { return {std::in_place_index<1>, std::move(value)}; }
    constexpr std::int32_t const* Choice_() const noexcept { return at<1>(); }

    static constexpr Choice has_member_(Plain value) { return {std::in_place_index<2>, std::move(value)}; }
    constexpr Plain const* has_member_() const noexcept { return at<2>(); }

    /// 5 elements at most.
    static constexpr Choice class_(std::vector<Plain> value) { return {std::in_place_index<3>, std::move(value)}; }
    constexpr std::vector<Plain> const* class_() const noexcept { return at<3>(); }

    static constexpr Choice tag(Tag value) { return {std::in_place_index<4>, std::move(value)}; }
    constexpr Tag const* tag() const noexcept { return at<4>(); }

    static constexpr Choice text(ChoiceOfAQuiteUnreasonableLengthForTheNameOfAShapeInTheModelOfAnyService value) {
        return {std::in_place_index<5>, std::move(value)};
    }
    constexpr ChoiceOfAQuiteUnreasonableLengthForTheNameOfAShapeInTheModelOfAnyService const* text() const noexcept {
        return at<5>();
    }
};

auto shape_of(Choice const&)
    -> union_of<"Choice", no_traits, alternative<"S">, alternative<"Choice", range<-3, 12>>, alternative<"has_member">,
                alternative<"class", named<"klass">, length<0, 5>>, alternative<"tag">, alternative<"text">>;

} // namespace cppsmith::kitchen_sink

#endif // CPPSMITH_kitchen_sink_CHOICE_HPP

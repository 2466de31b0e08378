// Wide, Rpc Sink 2026-01-01. Generated; edit the model or the templates, not this file.

#ifndef CPPSMITH_rpc_sink_WIDE_HPP
#define CPPSMITH_rpc_sink_WIDE_HPP

#include <cppsmith/optional.hpp>
#include <cppsmith/rpc_sink/service.hpp>
#include <cppsmith/shape.hpp>
#include <cppsmith/text.hpp>

#include <compare>
#include <cstdint>

#if CPPSMITH_RPC_SINK_MODEL != 0x5437bc8fb3cc042e
#error "cppsmith/rpc_sink/wide.hpp and cppsmith/rpc_sink/service.hpp were generated from different models"
#endif

namespace cppsmith::rpc_sink {

using Text = text<"Text">;

struct Wide {
    /// 0 at least.
    optional<std::int32_t, number<"Number", at_least<0>>> m0{};

    optional<Text> m1{};

    optional<Text> m2{};

    /// 0 at least.
    optional<std::int32_t, number<"Number", at_least<0>>> m3{};

    optional<Text> m4{};

    optional<Text> m5{};

    /// 0 at least.
    optional<std::int32_t, number<"Number", at_least<0>>> m6{};

    optional<Text> m7{};

    optional<Text> m8{};

    /// 0 at least.
    optional<std::int32_t, number<"Number", at_least<0>>> m9{};

    optional<Text> m10{};

    optional<Text> m11{};

    /// 0 at least.
    optional<std::int32_t, number<"Number", at_least<0>>> m12{};

    optional<Text> m13{};

    optional<Text> m14{};

    /// 0 at least.
    optional<std::int32_t, number<"Number", at_least<0>>> m15{};

    optional<Text> m16{};

    optional<Text> m17{};

    /// 0 at least.
    optional<std::int32_t, number<"Number", at_least<0>>> m18{};

    optional<Text> m19{};

    optional<Text> m20{};

    /// 0 at least.
    optional<std::int32_t, number<"Number", at_least<0>>> m21{};

    optional<Text> m22{};

    optional<Text> m23{};

    /// 0 at least.
    optional<std::int32_t, number<"Number", at_least<0>>> m24{};

    optional<Text> m25{};

    optional<Text> m26{};

    /// 0 at least.
    optional<std::int32_t, number<"Number", at_least<0>>> m27{};

    optional<Text> m28{};

    optional<Text> m29{};

    /// 0 at least.
    optional<std::int32_t, number<"Number", at_least<0>>> m30{};

    optional<Text> m31{};

    optional<Text> m32{};

    /// 0 at least.
    optional<std::int32_t, number<"Number", at_least<0>>> m33{};

    optional<Text> m34{};

    optional<Text> m35{};

    /// 0 at least.
    optional<std::int32_t, number<"Number", at_least<0>>> m36{};

    optional<Text> m37{};

    optional<Text> m38{};

    /// 0 at least.
    optional<std::int32_t, number<"Number", at_least<0>>> m39{};

    optional<Text> m40{};

    optional<Text> m41{};

    /// 0 at least.
    optional<std::int32_t, number<"Number", at_least<0>>> m42{};

    optional<Text> m43{};

    optional<Text> m44{};

    /// 0 at least.
    optional<std::int32_t, number<"Number", at_least<0>>> m45{};

    optional<Text> m46{};

    optional<Text> m47{};

    /// 0 at least.
    optional<std::int32_t, number<"Number", at_least<0>>> m48{};

    optional<Text> m49{};

    optional<Text> m50{};

    /// 0 at least.
    optional<std::int32_t, number<"Number", at_least<0>>> m51{};

    optional<Text> m52{};

    friend auto operator<=>(Wide const&, Wide const&) = default;
};

auto members_of(Wide const&) -> member_list<
    described<&Wide::m0, "m0">, described<&Wide::m1, "m1">, described<&Wide::m2, "m2">, described<&Wide::m3, "m3">,
    described<&Wide::m4, "m4">, described<&Wide::m5, "m5">, described<&Wide::m6, "m6">, described<&Wide::m7, "m7">,
    described<&Wide::m8, "m8">, described<&Wide::m9, "m9">, described<&Wide::m10, "m10">, described<&Wide::m11, "m11">,
    described<&Wide::m12, "m12">, described<&Wide::m13, "m13">, described<&Wide::m14, "m14">, described<&Wide::m15, "m15">,
    described<&Wide::m16, "m16">, described<&Wide::m17, "m17">, described<&Wide::m18, "m18">, described<&Wide::m19, "m19">,
    described<&Wide::m20, "m20">, described<&Wide::m21, "m21">, described<&Wide::m22, "m22">, described<&Wide::m23, "m23">,
    described<&Wide::m24, "m24">, described<&Wide::m25, "m25">, described<&Wide::m26, "m26">, described<&Wide::m27, "m27">,
    described<&Wide::m28, "m28">, described<&Wide::m29, "m29">, described<&Wide::m30, "m30">, described<&Wide::m31, "m31">,
    described<&Wide::m32, "m32">, described<&Wide::m33, "m33">, described<&Wide::m34, "m34">, described<&Wide::m35, "m35">,
    described<&Wide::m36, "m36">, described<&Wide::m37, "m37">, described<&Wide::m38, "m38">, described<&Wide::m39, "m39">,
    described<&Wide::m40, "m40">, described<&Wide::m41, "m41">, described<&Wide::m42, "m42">, described<&Wide::m43, "m43">,
    described<&Wide::m44, "m44">, described<&Wide::m45, "m45">, described<&Wide::m46, "m46">, described<&Wide::m47, "m47">,
    described<&Wide::m48, "m48">, described<&Wide::m49, "m49">, described<&Wide::m50, "m50">, described<&Wide::m51, "m51">,
    described<&Wide::m52, "m52">>;

auto shape_of(Wide const&) -> structure<"Wide">;

} // namespace cppsmith::rpc_sink

#endif // CPPSMITH_rpc_sink_WIDE_HPP

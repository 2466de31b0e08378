// Letter, Rpc Sink 2026-01-01. Generated; edit the model or the templates, not this file.

#ifndef CPPSMITH_rpc_sink_LETTER_HPP
#define CPPSMITH_rpc_sink_LETTER_HPP

#include <cppsmith/rpc_sink/service.hpp>
#include <cppsmith/shape.hpp>

#include <string_view>

#if CPPSMITH_RPC_SINK_MODEL != 0x5437bc8fb3cc042e
#error "cppsmith/rpc_sink/letter.hpp and cppsmith/rpc_sink/service.hpp were generated from different models"
#endif

namespace cppsmith::rpc_sink {

enum class Letter {
    aa,
    ab,
    ac,
    a_d,
    ae,
    NULL_,
    ag,
    ah,
    ai,
    aj,
    ak,
    al,
    am,
    an,
    ao,
    ap,
    aq,
    ar,
    as,
    at,
    au,
    av,
    aw,
    ax,
    ay,
    az,
    ba,
    bb,
    bc,
    bd,
    be,
    bf,
    bg,
    bh,
    bi,
    bj,
    bk,
    bl,
    bm,
    bn,
    bo,
    bp,
    bq,
    br,
    bs,
    bt,
    bu,
    bv,
    bw,
    bx,
    by,
    bz,
    ca,
};

// clang-format off
inline constexpr std::string_view Letter_values[] = {
    "aa",
    "ab",
    "ac",
    "a-d",
    "ae",
    "NULL",
    "ag",
    "ah",
    "ai",
    "aj",
    "ak",
    "al",
    "am",
    "an",
    "ao",
    "ap",
    "aq",
    "ar",
    "as",
    "at",
    "au",
    "av",
    "aw",
    "ax",
    "ay",
    "az",
    "ba",
    "bb",
    "bc",
    "bd",
    "be",
    "bf",
    "bg",
    "bh",
    "bi",
    "bj",
    "bk",
    "bl",
    "bm",
    "bn",
    "bo",
    "bp",
    "bq",
    "br",
    "bs",
    "bt",
    "bu",
    "bv",
    "bw",
    "bx",
    "by",
    "bz",
    "ca",
};
// clang-format on

auto shape_of(Letter) -> enumeration_of<"Letter", Letter_values>;

} // namespace cppsmith::rpc_sink

#endif // CPPSMITH_rpc_sink_LETTER_HPP

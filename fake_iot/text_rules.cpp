#include <fake_iot/text_rules.hpp>

#include <cppsmith/detail/ascii.hpp>

#include <algorithm>
#include <cstdint>

namespace fake_iot {

namespace {

using cppsmith::detail::is_alnum;

constexpr char32_t invalid = 0xFFFFFFFF;

/// The scalar value at the front of `text`, which loses it; `invalid` where there is none (overlong, surrogate, cut off).
char32_t next_character(std::string_view& text) noexcept {
    auto const first = static_cast<unsigned char>(text[0]);
    std::size_t const length = first < 0x80 ? 1 : first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    if (length == 1) {
        text.remove_prefix(1);
        return first;
    }
    if (first < 0xC2 || first > 0xF4 || text.size() < length) return invalid;
    auto c = static_cast<char32_t>(first & (0x7Fu >> length));
    for (std::size_t i = 1; i < length; ++i) {
        auto const next = static_cast<unsigned char>(text[i]);
        if ((next & 0xC0) != 0x80) return invalid;
        c = c << 6 | (next & 0x3Fu);
    }
    constexpr char32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    if (c < least[length] || c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF)) return invalid;
    text.remove_prefix(length);
    return c;
}

struct range {
    char32_t first, last;
};

/// What is neither letter, separator nor number, as far as `is_tag_key` says it knows (general categories of Unicode 14).
constexpr range refused[] = {
    {0x0080, 0x009F}, {0x00A1, 0x00A9}, {0x00AB, 0x00B1},   {0x00B4, 0x00B4},   {0x00B6, 0x00B8},    {0x00BB, 0x00BB},
    {0x00BF, 0x00BF}, {0x00D7, 0x00D7}, {0x00F7, 0x00F7},   {0x02C2, 0x02C5},   {0x02D2, 0x02DF},    {0x02E5, 0x02EB},
    {0x02ED, 0x02ED}, {0x02EF, 0x036F}, {0x200B, 0x2027},   {0x202A, 0x202E},   {0x2030, 0x205E},    {0x2060, 0x206F},
    {0x2072, 0x2073}, {0x207A, 0x207E}, {0x208A, 0x208F},   {0x209D, 0x2101},   {0x2103, 0x2106},    {0x2108, 0x2109},
    {0x2114, 0x2114}, {0x2116, 0x2118}, {0x211E, 0x2123},   {0x2125, 0x2125},   {0x2127, 0x2127},    {0x2129, 0x2129},
    {0x212E, 0x212E}, {0x213A, 0x213B}, {0x2140, 0x2144},   {0x214A, 0x214D},   {0x214F, 0x214F},    {0x218A, 0x245F},
    {0x249C, 0x24E9}, {0x2500, 0x2775}, {0x2794, 0x2BFF},   {0x2CE5, 0x2CEA},   {0x2CEF, 0x2CF1},    {0x2CF4, 0x2CFC},
    {0x2CFE, 0x2CFF}, {0x2D26, 0x2D26}, {0x2D28, 0x2D2C},   {0x2D2E, 0x2D2F},   {0x2D68, 0x2D6E},    {0x2D70, 0x2D7F},
    {0x2D97, 0x2D9F}, {0x2DA7, 0x2DA7}, {0x2DAF, 0x2DAF},   {0x2DB7, 0x2DB7},   {0x2DBF, 0x2DBF},    {0x2DC7, 0x2DC7},
    {0x2DCF, 0x2DCF}, {0x2DD7, 0x2DD7}, {0x2DDF, 0x2E2E},   {0x2E30, 0x2FFF},   {0x3001, 0x3004},    {0x3008, 0x3020},
    {0x302A, 0x3030}, {0x3036, 0x3037}, {0x303D, 0x303F},   {0xE000, 0xF8FF},   {0xFDD0, 0xFDEF},    {0xFE00, 0xFE0F},
    {0xFEFF, 0xFEFF}, {0xFFF0, 0xFFFF}, {0x1F000, 0x1F0FF}, {0x1F300, 0x1FAFF}, {0xE0000, 0x10FFFF},
};

bool in_tag_key(char32_t c) noexcept {
    if (c < 0x80)
        return is_alnum(static_cast<char>(c)) ||
               std::string_view(" _.:/=+-@").find(static_cast<char>(c)) != std::string_view::npos;
    auto const* candidate =
        std::lower_bound(std::begin(refused), std::end(refused), c, [](range r, char32_t x) { return r.last < x; });
    return candidate == std::end(refused) || c < candidate->first;
}

} // namespace

std::optional<std::size_t> count_characters(std::string_view text) noexcept {
    std::size_t count = 0;
    for (; !text.empty(); ++count)
        if (next_character(text) == invalid) return std::nullopt;
    return count;
}

bool is_template_name(std::string_view text) noexcept {
    return !text.empty() && text.size() <= 36 &&
           std::all_of(text.begin(), text.end(), [](char c) { return is_alnum(c) || c == '_' || c == '-'; });
}

bool is_marker(std::string_view text) noexcept {
    if (text.size() > 1024) return false;
    for (int padding = 0; padding < 2 && text.ends_with('='); ++padding) text.remove_suffix(1);
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return is_alnum(c) || c == '+' || c == '/'; });
}

bool is_certificate_id(std::string_view text) noexcept {
    return text.size() == 64 && std::all_of(text.begin(), text.end(), [](char c) { return cppsmith::detail::hex_value(c) >= 0; });
}

bool is_tag_key(std::string_view text) noexcept {
    while (!text.empty())
        if (auto const c = next_character(text); c == invalid || !in_tag_key(c)) return false;
    return true;
}

} // namespace fake_iot

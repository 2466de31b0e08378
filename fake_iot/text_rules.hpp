// The lengths and patterns that the service's model sets for texts.

#ifndef CPPSMITH_FAKE_IOT_TEXT_RULES_HPP
#define CPPSMITH_FAKE_IOT_TEXT_RULES_HPP

#include <cstddef>
#include <optional>
#include <string_view>

namespace fake_iot {

/// The number of Unicode scalar values, which is how the model counts; nothing where the text is not UTF-8.
std::optional<std::size_t> count_characters(std::string_view text) noexcept;

/// Whether the text matches `^[0-9A-Za-z_-]+$` and has 1 to 36 characters.
bool is_template_name(std::string_view text) noexcept;

/// Whether the text matches `[A-Za-z0-9+/]+={0,2}` and has at most 1024 characters.
bool is_marker(std::string_view text) noexcept;

/// Whether the text is 64 hexadecimal digits.
bool is_certificate_id(std::string_view text) noexcept;

/// Whether the text matches `^([\p{L}\p{Z}\p{N}_.:/=+\-@]*)$`: letters, separators, numbers and a few signs.
///
/// Exact for ASCII and for the blocks up to U+036F and from U+2000 to U+303F, refuses private use, noncharacters, emoji and
/// presentation selectors, and takes everything else for a letter: the marks and signs of scripts beyond Latin pass here, unlike
/// in the real service.
bool is_tag_key(std::string_view text) noexcept;

} // namespace fake_iot

#endif // CPPSMITH_FAKE_IOT_TEXT_RULES_HPP

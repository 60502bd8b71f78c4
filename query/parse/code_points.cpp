// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/parse/code_points.h"

#include <algorithm>
#include <array>

namespace morgue {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

struct Range32 {
  char32_t first;
  char32_t last;
};

template <std::size_t N>
bool within(const std::array<Range32, N>& ranges, char32_t point) {
  return std::any_of(ranges.begin(), ranges.end(),
                     [&](Range32 r) { return r.first <= point && point <= r.last; });
}

// White space of Unicode, and the two invisible marks that pasted text brings along (zero-width
// space, byte order mark).
constexpr std::array kSpaces{
    Range32{0x09, 0x0D},     Range32{0x20, 0x20},     Range32{0x85, 0x85},
    Range32{0xA0, 0xA0},     Range32{0x1680, 0x1680}, Range32{0x2000, 0x200B},
    Range32{0x2028, 0x2029}, Range32{0x202F, 0x202F}, Range32{0x205F, 0x205F},
    Range32{0x3000, 0x3000}, Range32{0xFEFF, 0xFEFF},
};

constexpr std::array kDashes{
    Range32{0x2010, 0x2015},  // hyphen to horizontal bar
    Range32{0x2212, 0x2212},  // minus
    Range32{0xFE58, 0xFE58}, Range32{0xFE63, 0xFE63}, Range32{0xFF0D, 0xFF0D},
};

// Beyond ASCII a letter is whatever is not known to be a mark: names of fields come from people's
// own data, and the binder says which exist.
constexpr std::array kNoLetters{
    Range32{0x80, 0xA9},        Range32{0xAB, 0xB4},     Range32{0xB6, 0xB9},
    Range32{0xBB, 0xBF},        Range32{0xD7, 0xD7},     Range32{0xF7, 0xF7},
    Range32{0x1680, 0x1680},    Range32{0x2000, 0x2BFF}, Range32{0x3000, 0x3004},
    Range32{0x3008, 0x3020},    Range32{0xE000, 0xF8FF}, Range32{0xFE10, 0xFE6F},
    Range32{0xFEFF, 0xFEFF},    Range32{0xFF00, 0xFF20}, Range32{0xFFF0, 0xFFFF},
    Range32{0xF0000, 0x10FFFF},
};

// The number of bytes of the UTF-8 sequence at the front, 0 if there is none; `point` is its value.
std::size_t decode_one(std::string_view bytes, char32_t& point) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
  const unsigned char lead = byte(0);
  if (lead < 0x80) return point = lead, 1;
  const std::size_t size = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4 || bytes.size() < size) return 0;
  char32_t value = lead & (0xFFU >> (size + 1));
  for (std::size_t i = 1; i < size; ++i) {
    if ((byte(i) & 0xC0) != 0x80) return 0;
    value = value << 6 | (byte(i) & 0x3FU);
  }
  constexpr std::array<char32_t, 5> kLeast{0, 0, 0x80, 0x800, 0x10000};
  const bool surrogate = 0xD800 <= value && value <= 0xDFFF;
  if (value < kLeast[size] || value > 0x10FFFF || surrogate) return 0;
  point = value;
  return size;
}

}  // namespace

CodePoints decode_utf8(std::string_view bytes) {
  CodePoints out;
  out.points.reserve(bytes.size());
  while (!bytes.empty()) {
    char32_t point = kReplacement;
    std::size_t size = decode_one(bytes, point);
    if (size == 0) {
      if (!out.first_bad) out.first_bad = static_cast<std::uint32_t>(out.points.size());
      size = 1;
    }
    out.points.push_back(point);
    bytes.remove_prefix(size);
  }
  return out;
}

void append_utf8(std::string& out, char32_t point) {
  const auto tail = [&](int shift) {
    out.push_back(static_cast<char>(0x80 | (point >> shift & 0x3F)));
  };
  if (point < 0x80) {
    out.push_back(static_cast<char>(point));
  } else if (point < 0x800) {
    out.push_back(static_cast<char>(0xC0 | point >> 6));
    tail(0);
  } else if (point < 0x10000) {
    out.push_back(static_cast<char>(0xE0 | point >> 12));
    tail(6), tail(0);
  } else {
    out.push_back(static_cast<char>(0xF0 | point >> 18));
    tail(12), tail(6), tail(0);
  }
}

std::string encode_utf8(std::u32string_view points) {
  std::string out;
  out.reserve(points.size());
  for (const char32_t point : points) append_utf8(out, point);
  return out;
}

char32_t plain_form(char32_t point) {
  if (within(kSpaces, point)) return U' ';
  if (point >= 0x80 && within(kDashes, point)) return U'-';
  return point;
}

QuoteFamily quote_family(char32_t point) {
  switch (point) {
    case U'"':
    case 0x201C:  // “
    case 0x201D:  // ”
    case 0x201E:  // „
    case 0x201F:  // ‟
    case 0xFF02:  // ＂
      return QuoteFamily::Straight;
    case 0xAB:  // «
    case 0xBB:  // »
      return QuoteFamily::Guillemets;
    default:
      return QuoteFamily::None;
  }
}

bool is_digit(char32_t point) { return U'0' <= point && point <= U'9'; }

bool is_ascii_letter(char32_t point) {
  return (U'a' <= point && point <= U'z') || (U'A' <= point && point <= U'Z');
}

bool begins_field_name(char32_t point) {
  return is_ascii_letter(point) || (point >= 0x80 && !within(kNoLetters, point));
}

bool continues_field_name(char32_t point) {
  return begins_field_name(point) || is_digit(point) || point == U'_' || point == U'-' ||
         point == U'.';
}

std::size_t field_name_length(std::u32string_view text) {
  if (text.empty() || !begins_field_name(text.front())) return 0;
  std::size_t size = 1;
  while (size < text.size() && continues_field_name(text[size])) {
    if (text[size] == U'.' && text[size - 1] == U'.') return 0;  // a range
    ++size;
  }
  if (size == text.size() || text[size] != U':') return 0;
  return text.substr(size + 1, 2) == U"//" ? 0 : size;
}

}  // namespace morgue

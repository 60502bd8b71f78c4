// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/text/width.h"

#include <algorithm>
#include <cassert>
#include <memory>

#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>

#include "common/text/code_point.h"
#include "common/text/utf8.h"

namespace morgue {
namespace {

constexpr std::string_view kEllipsis = "\u2026";
constexpr UChar32 kEmojiPresentation = 0xFE0F;

bool is_printable_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c <= '~'; });
}

/// Columns of one code point that stands alone.
std::size_t width_of(UChar32 c) {
  constexpr auto kNoColumn = U_GC_MN_MASK | U_GC_ME_MASK | U_GC_CF_MASK | U_GC_CC_MASK;
  constexpr UChar32 kSoftHyphen = 0xAD;  // a format character that terminals draw
  if (c == kSoftHyphen) return 1;
  if ((U_GET_GC_MASK(c) & kNoColumn) != 0) return 0;
  const int width = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

/// Columns of one grapheme cluster: those of its widest part, since the others are drawn over it. A
/// pair of regional indicators is a flag, and an emoji selector asks for the wide picture.
std::size_t cluster_width(std::string_view cluster) {
  std::size_t width = 0;
  for (std::size_t i = 0; i < cluster.size();) {
    const UChar32 c = next_code_point(cluster, i);
    const bool wide = c == kEmojiPresentation || u_hasBinaryProperty(c, UCHAR_REGIONAL_INDICATOR);
    width = std::max(width, wide ? 2 : width_of(c));
  }
  return width;
}

/// The grapheme clusters of a text, one after the other.
class Clusters {
 public:
  explicit Clusters(std::string_view utf8) : utf8_(utf8) {
    UErrorCode status = U_ZERO_ERROR;
    iterator_.reset(icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), status));
    utext_openUTF8(&text_, utf8.data(), static_cast<std::int64_t>(utf8.size()), &status);
    assert(U_SUCCESS(status) && "ICU holds the root rules in its own library");
    iterator_->setText(&text_, status);
    begin_ = iterator_->first();
  }
  ~Clusters() { utext_close(&text_); }
  Clusters(const Clusters&) = delete;
  Clusters& operator=(const Clusters&) = delete;

  /// The next cluster; empty at the end.
  std::string_view next() {
    const std::int32_t end = iterator_->next();
    if (end == icu::BreakIterator::DONE) return {};
    const auto cluster =
        utf8_.substr(static_cast<std::size_t>(begin_), static_cast<std::size_t>(end - begin_));
    begin_ = end;
    return cluster;
  }

 private:
  std::string_view utf8_;
  UText text_ = UTEXT_INITIALIZER;
  std::unique_ptr<icu::BreakIterator> iterator_;
  std::int32_t begin_ = 0;
};

/// What is shown in place of a code point that must not reach the terminal; empty when it may.
std::string visible_form(UChar32 c) {
  constexpr UChar32 kDelete = 0x7F;
  std::string picture;
  if (c < ' ' || c == kDelete) {  // U+2400 and on are the pictures of the control characters
    picture = "\xE2\x90";
    picture += static_cast<char>(c == kDelete ? 0xA1 : 0x80 + c);
  } else if ((c > kDelete && c < 0xA0) || (c >= 0x202A && c <= 0x202E) ||
             (c >= 0x2066 && c <= 0x2069)) {
    picture = kReplacement;
  }
  return picture;
}

}  // namespace

std::size_t display_width(std::string_view utf8) {
  if (is_printable_ascii(utf8)) return utf8.size();
  std::size_t width = 0;
  Clusters clusters(utf8);
  for (auto cluster = clusters.next(); !cluster.empty(); cluster = clusters.next()) {
    width += cluster_width(cluster);
  }
  return width;
}

std::string truncate_to_width(std::string_view utf8, std::size_t columns) {
  if (display_width(utf8) <= columns) return std::string(utf8);
  if (columns == 0) return {};
  std::size_t width = 0;
  std::string out;
  Clusters clusters(utf8);
  for (auto cluster = clusters.next(); !cluster.empty(); cluster = clusters.next()) {
    width += cluster_width(cluster);
    if (width > columns - 1) break;
    out += cluster;
  }
  return out += kEllipsis;
}

std::string safe_for_terminal(std::string_view utf8, bool keep_newlines) {
  if (is_printable_ascii(utf8)) return std::string(utf8);
  std::string out;
  out.reserve(utf8.size());
  for (std::size_t i = 0; i < utf8.size();) {
    const std::size_t begin = i;
    const UChar32 c = next_code_point(utf8, i);
    if (c == '\n' || c == '\t') {
      out += c == '\n' && keep_newlines ? '\n' : ' ';
      continue;
    }
    const std::string shown = visible_form(c);
    out += shown.empty() ? utf8.substr(begin, i - begin) : shown;
  }
  return out;
}

}  // namespace morgue

// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/text/mojibake.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace morgue {
namespace {

/// What Windows-1252 means by 0x80 to 0x9F. The five it leaves undefined are read as controls, as
/// browsers do.
constexpr std::array<char32_t, 32> kWindows1252 = {
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x008D, 0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178};

struct Character {
  char32_t code = 0;
  std::size_t length = 1;
};

// Of valid UTF-8.
Character first_character(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned lead = byte(0);
  if (lead < 0x80) return {lead, 1};
  const std::size_t length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  if (text.size() < length) return {0xFFFD, 1};
  char32_t code = lead & (0xFFU >> (length + 1));
  for (std::size_t i = 1; i < length; ++i) code = code << 6U | (byte(i) & 0x3FU);
  return {code, length};
}

/// The byte that Windows-1252 writes the character with; nullopt for ASCII and for all others.
std::optional<unsigned char> byte_of(char32_t code) {
  if (code >= 0xA0 && code <= 0xFF) return static_cast<unsigned char>(code);
  if (code >= 0x80 && code < 0xA0) return static_cast<unsigned char>(code);
  for (std::size_t i = 0; i < kWindows1252.size(); ++i) {
    if (kWindows1252[i] == code) return static_cast<unsigned char>(0x80 + i);
  }
  return std::nullopt;
}

struct Sequence {
  std::string bytes;       ///< the character that was meant, in UTF-8; empty: there is none here
  std::size_t length = 0;  ///< of what stands for it
};

/// The character that the front of the text is a double encoding of.
Sequence sequence_at(std::string_view text) {
  const Character lead = first_character(text);
  if (lead.code < 0xC2 || lead.code > 0xF4) return {};
  const std::size_t wanted = lead.code < 0xE0 ? 2 : lead.code < 0xF0 ? 3 : 4;
  Sequence sequence{std::string(1, static_cast<char>(lead.code)), lead.length};
  for (std::size_t i = 1; i < wanted && sequence.length < text.size(); ++i) {
    const Character next = first_character(text.substr(sequence.length));
    const auto byte = byte_of(next.code);
    if (!byte || (*byte & 0xC0U) != 0x80) return {};
    sequence.bytes += static_cast<char>(*byte);
    sequence.length += next.length;
  }
  if (sequence.bytes.size() != wanted || !is_valid_utf8(sequence.bytes)) return {};
  return sequence;
}

// What may follow a capital letter with an accent: spaces, quotes, dashes, dots.
bool is_punctuation(unsigned char byte) {
  constexpr std::string_view kPunctuation =
      "\x82\x84\x85\x8b\x91\x92\x93\x94\x96\x97\x9b\xa0\xab\xbb";
  return kPunctuation.find(static_cast<char>(byte)) != std::string_view::npos;
}

// Whether no language writes by itself what stands for these bytes.
bool is_telling(std::string_view bytes) {
  const auto lead = static_cast<unsigned char>(bytes[0]);
  const auto second = static_cast<unsigned char>(bytes[1]);
  if (lead == 0xC2 || lead == 0xC3) return !is_punctuation(second);
  if (lead == 0xE2) return second == 0x80 || second == 0x82 || second == 0x84;
  return lead == 0xF0 && second == 0x9F;
}

// Calls take(sequence or nullptr, the text it stands for) for all of the text, piece by piece.
template <class Take>
void for_each_piece(std::string_view text, Take take) {
  while (!text.empty()) {
    const Sequence sequence = sequence_at(text);
    if (!sequence.bytes.empty()) {
      take(&sequence, text.substr(0, sequence.length));
      text.remove_prefix(sequence.length);
      continue;
    }
    // All leads, U+00C2 to U+00F4, begin with this byte.
    const std::size_t next = std::min(text.find('\xC3', 1), text.size());
    take(nullptr, text.substr(0, next));
    text.remove_prefix(next);
  }
}

/// How many neighbouring sequences tell of a double encoding whatever they are.
constexpr std::size_t kTellingRun = 4;

class Repair {
 public:
  RepairedText run(std::string_view utf8) {
    for_each_piece(utf8, [&](const Sequence* sequence, std::string_view) {
      run_ = sequence == nullptr ? 0 : run_ + 1;
      told_ = told_ || run_ >= kTellingRun || (run_ > 0 && is_telling(sequence->bytes));
    });
    if (!told_) return {std::string(utf8), 0};
    for_each_piece(utf8, [&](const Sequence* sequence, std::string_view text) {
      if (sequence == nullptr) {
        flush();
        result_.text += text;
      } else {
        pending_.push_back({sequence->bytes, std::string(text)});
      }
    });
    flush();
    return std::move(result_);
  }

 private:
  struct Pending {
    std::string meant;
    std::string written;
  };

  // French writes "\u00e9\u00a0\u00bb", which is the three bytes of a Chinese character.
  void flush() {
    const bool is_run = pending_.size() >= kTellingRun;
    for (const Pending& piece : pending_) {
      const bool take = is_run || piece.meant.size() == 2 || is_telling(piece.meant);
      result_.text += take ? piece.meant : piece.written;
      result_.repaired += take ? 1 : 0;
    }
    pending_.clear();
  }

  RepairedText result_;
  std::vector<Pending> pending_;  ///< sequences that stand side by side
  std::size_t run_ = 0;
  bool told_ = false;
};

}  // namespace

RepairedText repair_mojibake(std::string_view utf8) {
  RepairedText result{std::string(utf8), 0};
  for (;;) {
    RepairedText next = Repair().run(result.text);
    if (next.repaired == 0) return result;
    next.repaired += result.repaired;
    result = std::move(next);
  }
}

}  // namespace morgue

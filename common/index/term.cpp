// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/term.h"

#include <algorithm>

#include <xxhash.h>

#include "common/text/code_point.h"

namespace morgue {
namespace {

constexpr char kSeparator = '\x1f';
constexpr std::size_t kHashDigits = 16;

/// Bytes the term takes in the engine's keys, where a NUL takes two.
std::size_t key_bytes(std::string_view term) {
  return term.size() + static_cast<std::size_t>(std::count(term.begin(), term.end(), '\0'));
}

void limit(std::string& term, std::size_t most = kMaxTermBytes) {
  if (2 * term.size() <= most || key_bytes(term) <= most) return;
  constexpr char kHexDigits[] = "0123456789abcdef";
  std::uint64_t hash = XXH3_64bits(term.data(), term.size());
  std::size_t keep = std::min(term.size(), most - kHashDigits - 1);
  while (keep > 0 && key_bytes(std::string_view(term).substr(0, keep)) > most - kHashDigits - 1) {
    --keep;
  }
  while (keep > 0 && continues_code_point(term[keep])) --keep;
  term.resize(keep);
  term += kSeparator;
  for (std::size_t i = 0; i < kHashDigits; ++i, hash >>= 4U) term += kHexDigits[hash & 15U];
}

std::string limited(std::string term, std::size_t most = kMaxTermBytes) {
  limit(term, most);
  return term;
}

std::string joined(std::string_view a, std::string_view b) {
  std::string term;
  term.reserve(a.size() + b.size());
  term.append(a).append(b);
  return term;
}

enum class Shape { Capitalised, Capitals, Other };

Shape shape_of(std::string_view folded, std::string_view exact) {
  if (folded.size() != exact.size()) return Shape::Other;
  std::size_t capitals = 0;
  std::size_t letters = 0;
  for (std::size_t i = 0; i < folded.size(); ++i) {
    const char low = folded[i];
    const bool letter = low >= 'a' && low <= 'z';
    letters += letter ? 1 : 0;
    if (exact[i] == low) continue;
    if (!letter || exact[i] != low - 'a' + 'A') return Shape::Other;
    ++capitals;
  }
  // A single capital letter ("A") counts as capitalised, so that each form has one spelling.
  if (capitals == 1 && exact[0] != folded[0]) return Shape::Capitalised;
  return capitals == letters ? Shape::Capitals : Shape::Other;
}

}  // namespace

std::string word_term(std::string_view prefix, std::string_view folded) {
  return limited(joined(prefix, folded));
}

std::string_view word_term(std::string_view prefix, std::string_view folded, std::string& room) {
  if (prefix.empty() && 2 * folded.size() <= kMaxTermBytes) return folded;
  room.assign(prefix).append(folded);
  limit(room);
  return room;
}

std::string value_term(std::string_view prefix, std::string_view value) {
  return limited(joined(prefix, "=").append(value));
}

std::string exact_term(std::string_view folded, std::string_view exact) {
  std::string term;
  exact_term(folded, exact, term);
  return term;
}

std::string_view exact_term(std::string_view folded, std::string_view exact, std::string& room) {
  room.assign("XE").append(folded) += kSeparator;
  switch (shape_of(folded, exact)) {
    case Shape::Capitalised:
      room += '1';
      break;
    case Shape::Capitals:
      room += '2';
      break;
    case Shape::Other:
      room.append(":").append(exact);
      break;
  }
  limit(room);
  return room;
}

std::string exact_terms_prefix(std::string_view folded) {
  std::string prefix = joined("XE", folded);
  prefix += kSeparator;
  return 2 * key_bytes(prefix) <= kMaxTermBytes ? prefix : std::string();
}

std::string written_form(std::string_view folded, std::string_view term) {
  const std::string prefix = exact_terms_prefix(folded);
  if (prefix.empty() || !term.starts_with(prefix) || term.size() == prefix.size()) return {};
  const std::string_view shape = term.substr(prefix.size());
  std::string written(folded);
  const auto raise = [](char& c) {
    c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  };
  if (shape == "1") {
    raise(written.front());
  } else if (shape == "2") {
    std::for_each(written.begin(), written.end(), raise);
  } else {
    const bool whole = shape.front() == ':' && term.size() < kMaxTermBytes - kHashDigits;
    return whole ? std::string(shape.substr(1)) : std::string();
  }
  return written;
}

std::string id_term(std::string_view id) { return word_term("Q", id); }

std::string has_term(std::string_view field) { return word_term(kHasPrefix, field); }

std::string extra_prefix(std::string_view name) {
  constexpr std::size_t kMaxNameBytes = 100;  // leaves room for words
  std::string prefix = limited(joined("XF", name), kMaxNameBytes);
  prefix += kSeparator;
  return prefix;
}

std::string stem_key(std::string_view lang, std::string_view stem) {
  return limited(joined(lang, ":").append(stem));
}

}  // namespace morgue

// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/build/memory_estimate.h"

#include <cstddef>
#include <functional>
#include <string_view>
#include <unordered_set>

#include "common/text/ascii.h"
#include "common/text/code_point.h"
#include "common/text/letters.h"

namespace morgue {
namespace {

/// From here on scripts do not part words by spaces: Thai, Chinese, Japanese. The end of the ones
/// that do is not much below.
constexpr std::int32_t kUnspaced = 0x0E00;

/// Bytes of memory for each.
struct Rates {
  std::uint64_t byte, word, distinct, sentence, capitalised, distinct_capitalised, unspaced;
};
constexpr Rates kWords{10, 90, 220, 0, 130, 60, 140};
constexpr Rates kNames{0, 100, 550, 210, 250, 800, 0};  // beside those

struct Counted {
  std::uint64_t bytes = 0, words = 0, sentences = 0, capitalised = 0, unspaced = 0;
  // Hashes: two words that share one make the estimate lower by a word.
  std::unordered_set<std::size_t> distinct, distinct_capitalised;

  void word(std::string_view text) {
    const std::size_t hash = std::hash<std::string_view>()(text);
    ++words;
    distinct.insert(hash);
    std::size_t at = 0;
    if (kind_of_letter(next_code_point(text, at)) == LetterKind::Capital) {
      ++capitalised;
      distinct_capitalised.insert(hash);
    }
    if (is_ascii(text)) return;
    for (at = 0; at < text.size();) unspaced += next_code_point(text, at) >= kUnspaced ? 1 : 0;
  }

  /// Runs of what is not white space; a line ends a sentence as a full stop does.
  void text(std::string_view text) {
    bytes += text.size();
    for (std::size_t i = 0; i < text.size();) {
      if (is_ascii_space(text[i])) {
        sentences += text[i] == '\n' ? 1 : 0;
        ++i;
        continue;
      }
      const std::size_t begin = i;
      while (i < text.size() && !is_ascii_space(text[i])) ++i;
      word(text.substr(begin, i - begin));
      const char last = text[i - 1];
      sentences += last == '.' || last == '!' || last == '?' ? 1 : 0;
    }
  }

  std::uint64_t memory(const Rates& rates) const {
    return rates.byte * bytes + rates.word * words + rates.distinct * distinct.size() +
           rates.sentence * sentences + rates.capitalised * capitalised +
           rates.distinct_capitalised * distinct_capitalised.size() + rates.unspaced * unspaced;
  }
};

template <class Use>
void for_each_text(const Article& article, Use use) {
  for (const std::string* text : {&article.title, &article.body, &article.byline, &article.source,
                                  &article.section, &article.url}) {
    use(*text);
  }
  for (const auto* names : {&article.people, &article.organisations, &article.places}) {
    for (const std::string& name : *names) use(name);
  }
  for (const ExtraField& field : article.extra) {
    for (const std::string& value : field.values) use(value);
  }
}

}  // namespace

std::uint64_t text_bytes(const Article& article) {
  std::uint64_t bytes = 0;
  for_each_text(article, [&](std::string_view text) { bytes += text.size(); });
  return bytes;
}

std::uint64_t memory_to_build(const Article& article, bool with_models) {
  Counted counted;
  for_each_text(article, [&](std::string_view text) { counted.text(text); });
  return counted.memory(kWords) + (with_models ? counted.memory(kNames) : 0);
}

}  // namespace morgue

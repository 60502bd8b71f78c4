// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/document/body_paragraphs.h"

#include <algorithm>
#include <span>

#include "common/text/segmenter.h"

namespace morgue {
namespace {

void sort_each_once(std::vector<ParagraphKey>& keys) {
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
}

}  // namespace

void BodyParagraphs::find(std::string_view outlet, std::string_view body, const TokenList& tokens,
                          const BoilerplateList& boilerplate) {
  keys_ = {hash_of_outlet(outlet), {}, {}};
  marks_.clear();
  words_ = 0;
  spans_.clear();
  const std::span<const Token> words(tokens.tokens());
  const std::vector<std::uint32_t>& starts = tokens.paragraph_starts();
  for (std::size_t i = 0; i < starts.size(); ++i) {
    const std::uint32_t first = starts[i];
    const auto last =
        i + 1 < starts.size() ? starts[i + 1] : static_cast<std::uint32_t>(words.size());
    const ParagraphKey key = paragraph_key(keys_.outlet, words.subspan(first, last - first));
    if (boilerplate.holds(key)) {
      keys_.boilerplate.push_back(key);
      mark(first, last, words.size());
    } else {
      keys_.text.push_back(key);
    }
  }
  sort_each_once(keys_.text);
  sort_each_once(keys_.boilerplate);
  if (words_ > 0) find_spans(body, tokens.tokens());
}

void BodyParagraphs::mark(std::uint32_t first, std::uint32_t last, std::size_t words) {
  marks_.resize(words);
  std::fill(marks_.begin() + first, marks_.begin() + last, true);
  words_ += last - first;
}

void BodyParagraphs::find_spans(std::string_view body, const std::vector<Token>& tokens) {
  std::uint32_t word = 0;
  for (const Span& paragraph : find_paragraphs(body)) {
    while (word < tokens.size() && tokens[word].bytes.begin < paragraph.begin) ++word;
    const bool has_words = word < tokens.size() && tokens[word].bytes.begin < paragraph.end;
    if (has_words && marks_[word]) spans_.push_back(paragraph);
  }
}

}  // namespace morgue

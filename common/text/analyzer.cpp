// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/text/analyzer.h"

#include <algorithm>
#include <cassert>
#include <limits>
#include <string>

#include "common/text/arena.h"
#include "common/text/char_table.h"
#include "common/text/fold.h"
#include "common/text/segmenter.h"
#include "common/text/tailoring.h"
#include "common/text/utf8.h"
#include "common/text/word_finder.h"

namespace morgue {
namespace {

// Function objects, since the compiler puts these into its loops.
constexpr auto is_ascii_upper = [](char c) { return c >= 'A' && c <= 'Z'; };
constexpr auto is_non_ascii = [](char c) { return static_cast<unsigned char>(c) >= 0x80; };
constexpr auto to_ascii_lower = [](char c) {
  return is_ascii_upper(c) ? static_cast<char>(c + ('a' - 'A')) : c;
};

/// Counts code points along a text, from its start on, never back.
class PointCounter {
 public:
  explicit PointCounter(std::string_view text) : text_(text) {}

  /// Goes on to a chunk. Of an ASCII chunk the bytes need not be looked at.
  void enter(std::uint32_t chunk_begin, bool ascii) {
    ascii_ = false;  // what lies before it may hold anything
    advance(chunk_begin);
    ascii_ = ascii;
  }

  /// A span of bytes in code points. Precondition: it is not before the last one asked for.
  Span points(Span bytes) {
    const std::uint32_t begin = advance(bytes.begin);
    return {begin, advance(bytes.end)};
  }

 private:
  std::uint32_t advance(std::uint32_t to) {
    const auto passed = text_.substr(byte_, to - byte_);
    point_ += static_cast<std::uint32_t>(ascii_ ? passed.size() : count_code_points(passed));
    byte_ = to;
    return point_;
  }

  std::string_view text_;
  std::uint32_t byte_ = 0;
  std::uint32_t point_ = 0;
  bool ascii_ = false;
};

/// The indexes of the tokens that stand first in one of `parts`, each once. Both are in order.
std::vector<std::uint32_t> first_tokens(const std::vector<Span>& parts,
                                        const std::vector<Token>& tokens) {
  std::vector<std::uint32_t> starts;
  std::uint32_t next = 0;
  for (const Span& part : parts) {
    while (next < tokens.size() && tokens[next].bytes.begin < part.begin) ++next;
    if (next == tokens.size()) break;
    if (starts.empty() || starts.back() != next) starts.push_back(next);
  }
  return starts;
}

struct Forms {
  std::string_view folded;
  std::string_view exact;
};

/// The forms of a word as written: views of it where it already has that form, else of the arena.
Forms forms_of(std::string_view written, Arena& arena) {
  if (std::any_of(written.begin(), written.end(), is_non_ascii)) {
    Forms forms{written, written};
    const std::string folded = fold(written);
    if (folded != written) forms.folded = arena.copy(folded);
    const std::string composed = to_nfc(written);
    if (composed != written) {
      forms.exact = composed == folded ? forms.folded : arena.copy(composed);
    }
    return forms;
  }
  if (std::none_of(written.begin(), written.end(), is_ascii_upper)) return {written, written};
  char* room = arena.allocate(written.size());
  std::transform(written.begin(), written.end(), room, to_ascii_lower);
  return {{room, written.size()}, written};
}

}  // namespace

TokenList::TokenList() : arena_(std::make_unique<Arena>()) {}
TokenList::~TokenList() = default;
TokenList::TokenList(TokenList&&) noexcept = default;
TokenList& TokenList::operator=(TokenList&&) noexcept = default;

struct Analyzer::Impl {
  explicit Impl(WordPath word_path) : path(word_path) {}

  void analyze(std::string_view text, TokenList& out);
  void find_words(std::string_view text, Span chunk, CharClass seen);

  const WordPath path;
  const CharTable table{word_class};
  IcuWordFinder icu;
  SentenceFinder sentence_finder;
  // Kept between texts for their memory.
  std::vector<CharClass> classes;
  std::vector<Span> raw_words;
  std::vector<Word> words;
};

void Analyzer::Impl::analyze(std::string_view text, TokenList& out) {
  assert(text.size() < std::numeric_limits<std::uint32_t>::max() && "spans have 32 bits");
  out.tokens_.clear();
  out.sentence_starts_.clear();
  out.paragraph_starts_.clear();
  if (!out.arena_) out.arena_ = std::make_unique<Arena>();  // the list was moved from
  out.arena_->clear();
  table.classify(text, classes);
  PointCounter counter(text);
  const auto size = static_cast<std::uint32_t>(text.size());
  for (std::uint32_t i = 0; i < size;) {
    if ((classes[i] & kSpace) != 0) {
      ++i;
      continue;
    }
    const std::uint32_t begin = i;
    CharClass seen = 0;
    for (; i < size && (classes[i] & kSpace) == 0; ++i) {
      seen = static_cast<CharClass>(seen | classes[i]);
    }
    find_words(text, {begin, i}, seen);
    counter.enter(begin, (seen & kNonAscii) == 0);
    for (const Word& word : words) {
      const Forms forms = forms_of(word.span.of(text), *out.arena_);
      if (forms.folded.empty()) continue;  // nothing but characters that no one sees
      out.tokens_.push_back({word.span, counter.points(word.span), forms.folded, forms.exact,
                             bare_part(forms.folded, word.bare)});
    }
  }
}

void Analyzer::Impl::find_words(std::string_view text, Span chunk, CharClass seen) {
  // Every rule of the tailoring needs one of these; most chunks have none.
  constexpr CharClass kTailored = kMidLetter | kSign | kNonAscii;
  raw_words.clear();
  words.clear();
  if (path == WordPath::IcuOnly || (seen & kHard) != 0) {
    icu.find(text, chunk, raw_words);
  } else {
    find_simple_words(text, classes, chunk, raw_words);
    if ((seen & kTailored) == 0) {
      for (const Span& word : raw_words) words.push_back({word});
      return;
    }
  }
  tailor(text, chunk, raw_words, words);
}

Analyzer::Analyzer(WordPath path) : impl_(std::make_unique<Impl>(path)) {}
Analyzer::~Analyzer() = default;
Analyzer::Analyzer(Analyzer&&) noexcept = default;
Analyzer& Analyzer::operator=(Analyzer&&) noexcept = default;

void Analyzer::analyze(std::string_view text, TokenList& out) { impl_->analyze(text, out); }

void Analyzer::analyze_with_breaks(std::string_view text, TokenList& out) {
  impl_->analyze(text, out);
  const std::vector<Span> paragraphs = find_paragraphs(text);
  std::vector<Span> sentences;
  for (const Span& paragraph : paragraphs) {
    for (const Span& sentence : impl_->sentence_finder.find(paragraph.of(text))) {
      sentences.push_back({paragraph.begin + sentence.begin, paragraph.begin + sentence.end});
    }
  }
  out.paragraph_starts_ = first_tokens(paragraphs, out.tokens_);
  out.sentence_starts_ = first_tokens(sentences, out.tokens_);
}

}  // namespace morgue

// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/text/analyzer.h"

#include <algorithm>
#include <cassert>
#include <cstring>
#include <limits>
#include <string>

#include "common/text/char_class.h"
#include "common/text/fold.h"
#include "common/text/segmenter.h"
#include "common/text/tailoring.h"
#include "common/text/utf8.h"
#include "common/text/word_finder.h"

namespace morgue {
namespace {

bool is_ascii_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_non_ascii(char c) { return static_cast<unsigned char>(c) >= 0x80; }

/// Counts code points along a text, from its start on, never back.
class PointCounter {
 public:
  explicit PointCounter(std::string_view text) : text_(text) {}

  /// The code point at byte `to`. Precondition: not before the last one asked for.
  std::uint32_t advance(std::uint32_t to) {
    point_ += static_cast<std::uint32_t>(count_code_points(text_.substr(byte_, to - byte_)));
    byte_ = to;
    return point_;
  }

 private:
  std::string_view text_;
  std::uint32_t byte_ = 0;
  std::uint32_t point_ = 0;
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

}  // namespace

/// Memory for forms that do not stand in the text; handed out in one direction, taken back at once.
struct TokenList::Arena {
  static constexpr std::size_t kBlockSize = 64 * 1024;

  struct Block {
    std::unique_ptr<char[]> bytes;
    std::size_t size;
  };

  /// Room for `size` bytes, until clear().
  char* allocate(std::size_t size) {
    while (block < blocks.size() && blocks[block].size - used < size) {
      ++block;
      used = 0;
    }
    if (block == blocks.size()) {
      const std::size_t block_size = std::max(size, kBlockSize);
      blocks.push_back({std::make_unique<char[]>(block_size), block_size});
    }
    char* room = blocks[block].bytes.get() + used;
    used += size;
    return room;
  }

  std::string_view copy(std::string_view text) {
    char* room = allocate(text.size());
    std::memcpy(room, text.data(), text.size());
    return {room, text.size()};
  }

  void clear() { block = used = 0; }

  std::vector<Block> blocks;
  std::size_t block = 0;  ///< the one that is filled now
  std::size_t used = 0;   ///< of it
};

TokenList::TokenList() : arena_(std::make_unique<Arena>()) {}
TokenList::~TokenList() = default;
TokenList::TokenList(TokenList&&) noexcept = default;
TokenList& TokenList::operator=(TokenList&&) noexcept = default;

struct Analyzer::Impl {
  explicit Impl(WordPath word_path) : path(word_path) {}

  void analyze(std::string_view text, TokenList& out);
  void find_words(std::string_view text, Span chunk, CharClass seen);
  void add_token(std::string_view text, const Word& word, PointCounter& points, TokenList& out);

  const WordPath path;
  const CharClassTable table;
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
  out.arena_->clear();
  table.classify(text, classes);
  PointCounter points(text);
  const auto size = static_cast<std::uint32_t>(text.size());
  for (std::uint32_t i = 0; i < size;) {
    if ((classes[i] & kSpace) != 0) {
      ++i;
      continue;
    }
    const std::uint32_t begin = i;
    CharClass seen = 0;
    while (i < size && (classes[i] & kSpace) == 0) seen |= classes[i++];
    find_words(text, {begin, i}, seen);
    for (const Word& word : words) add_token(text, word, points, out);
  }
}

void Analyzer::Impl::find_words(std::string_view text, Span chunk, CharClass seen) {
  raw_words.clear();
  words.clear();
  if (path == WordPath::IcuOnly || (seen & kHard) != 0) {
    icu.find(text, chunk, raw_words);
  } else {
    find_simple_words(text, classes, chunk, raw_words);
  }
  tailor(text, chunk, raw_words, words);
}

void Analyzer::Impl::add_token(std::string_view text, const Word& word, PointCounter& points,
                               TokenList& out) {
  const std::string_view written = word.span.of(text);
  std::string_view folded = written;
  std::string_view exact = written;
  if (std::any_of(written.begin(), written.end(), is_non_ascii)) {
    const std::string form = fold(written);
    if (form.empty()) return;  // nothing but characters that no one sees
    if (form != written) folded = out.arena_->copy(form);
    const std::string composed = to_nfc(written);
    if (composed != written) exact = composed == folded ? folded : out.arena_->copy(composed);
  } else if (std::any_of(written.begin(), written.end(), is_ascii_upper)) {
    char* room = out.arena_->allocate(written.size());
    std::transform(written.begin(), written.end(), room, [](char c) {
      return is_ascii_upper(c) ? static_cast<char>(c + ('a' - 'A')) : c;
    });
    folded = {room, written.size()};
  }
  const std::uint32_t begin = points.advance(word.span.begin);
  out.tokens_.push_back({word.span,
                         {begin, points.advance(word.span.end)},
                         folded,
                         exact,
                         bare_part(folded, word.bare)});
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

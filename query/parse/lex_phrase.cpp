// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/parse/lex_phrase.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "query/parse/run.h"

namespace morgue {
namespace {

std::u32string_view closing_quote(char32_t opening) {
  switch (opening) {
    case 0x201C:
      return U"\u201D";
    case 0x201E:
      return U"\u201C";
    case 0xAB:
      return U"\u00BB";
    case 0xBB:
      return U"\u00AB";
    default:
      return U"\"";
  }
}

QueryError never_closed(const Cursor& cursor, std::uint32_t open) {
  return {"Q101",
          {open, open + 1},
          "this quote is never closed",
          try_with(cursor.text, closing_quote(cursor.text[open]))};
}

QueryError nothing_inside(Span quotes) {
  return {"Q119", quotes, "there is nothing between these quotes", ""};
}

// Gathers the parts of one phrase: words next to each other make one part.
class PhraseReader {
 public:
  explicit PhraseReader(Cursor& cursor)
      : cursor_(cursor), open_(cursor.at), family_(quote_family(cursor.typed())) {
    ++cursor_.at;
  }

  Result<ast::Phrase, QueryError> read() {
    while (!closed_) {
      if (cursor_.at_end()) return never_closed(cursor_, open_);
      if (auto error = read_one()) return *std::move(error);
    }
    flush_words();
    if (phrase_.parts.empty()) return nothing_inside({open_, cursor_.at});
    return std::move(phrase_);
  }

 private:
  std::optional<QueryError> read_one() {
    const char32_t point = cursor_.peek();
    if (point == U'\\') return read_escaped();
    if (point == U'(' && alternatives_follow()) return read_alternatives();
    const std::uint32_t at = cursor_.at++;
    closed_ = quote_family(point) == family_;
    if (closed_ || point == U' ') return end_word();
    word_.push_back({point, false, at});
    return std::nullopt;
  }

  // Whether "(" begins alternatives: a "|" stands before its ")", and that before the quote ends.
  bool alternatives_follow() const {
    bool several = false;
    Cursor ahead = cursor_;
    for (++ahead.at; !ahead.at_end(); ++ahead.at) {
      const char32_t point = ahead.peek();
      if (point == U')') return several;
      if (point == U'(' || quote_family(point) == family_) return false;
      several = several || point == U'|';
      if (point == U'\\' && ahead.at + 1 < ahead.text.size()) ++ahead.at;
    }
    return false;
  }

  // "(one|other)", a word on its own.
  std::optional<QueryError> read_alternatives() {
    const std::uint32_t begin = cursor_.at++;
    ast::OneOf alternatives;
    Run word;
    bool spaced = false;  // a space stands inside an alternative
    for (bool open = true; open;) {
      const char32_t point = cursor_.peek();
      if (point == U'\\') {
        auto letter = read_escape(cursor_);
        if (!letter) return never_closed(cursor_, open_);
        word.push_back(*letter);
        continue;
      }
      const std::uint32_t at = cursor_.at++;
      open = point != U')';
      if (open && point != U'|') {
        word.push_back({point, false, at});
        continue;
      }
      while (!word.empty() && word.back().is(U' ')) word.pop_back();
      while (!word.empty() && word.front().is(U' ')) word.erase(word.begin());
      spaced = spaced || word.empty() || has_wildcard(word) ||
               std::any_of(word.begin(), word.end(), [](auto& l) { return l.point == U' '; });
      alternatives.words.push_back(text_of(std::exchange(word, {})));
    }
    const char32_t next = cursor_.peek();
    const bool alone = word_.empty() && (next == U' ' || quote_family(next) == family_);
    if (spaced || !alone) {
      return QueryError{"Q126",
                        {begin, cursor_.at},
                        "alternatives in a phrase are single words: \"trade (war|talks)\"",
                        "for anything longer write the phrases out with OR between them"};
    }
    flush_words();
    phrase_.parts.emplace_back(std::move(alternatives));
    return std::nullopt;
  }

  std::optional<QueryError> read_escaped() {
    auto letter = read_escape(cursor_);
    if (!letter) return never_closed(cursor_, open_);  // the backslash was the last character
    if (letter->point == U' ') return end_word();
    word_.push_back(*letter);
    return std::nullopt;
  }

  std::optional<QueryError> end_word() {
    const Run word = std::exchange(word_, {});
    if (word.empty()) return std::nullopt;
    if (word.size() == 1 && word.front().is(U'_')) {
      flush_words();
      phrase_.parts.emplace_back(ast::AnyWord{});
      return std::nullopt;
    }
    if (has_wildcard(word)) {
      flush_words();
      phrase_.parts.emplace_back(ast::Wildcard{pattern_of(word)});
    } else {
      if (!words_.empty()) words_ += ' ';
      words_ += text_of(word);
    }
    return std::nullopt;
  }

  void flush_words() {
    if (words_.empty()) return;
    phrase_.parts.emplace_back(ast::Word{std::exchange(words_, {})});
  }

  Cursor& cursor_;
  const std::uint32_t open_;
  const QuoteFamily family_;
  bool closed_ = false;
  Run word_;
  std::string words_;
  ast::Phrase phrase_;
};

}  // namespace

Result<ast::Phrase, QueryError> lex_phrase(Cursor& cursor) { return PhraseReader(cursor).read(); }

Result<std::string, QueryError> lex_quoted_value(Cursor& cursor) {
  const std::uint32_t open = cursor.at;
  const QuoteFamily family = quote_family(cursor.typed());
  std::string value;
  for (++cursor.at; quote_family(cursor.typed()) != family;) {
    if (cursor.at_end()) return never_closed(cursor, open);
    if (cursor.peek() == U'\\') {
      const auto letter = read_escape(cursor);
      if (!letter) return never_closed(cursor, open);
      append_utf8(value, letter->point);
    } else {
      append_utf8(value, cursor.peek());
      ++cursor.at;
    }
  }
  ++cursor.at;
  if (value.empty()) return nothing_inside({open, cursor.at});
  return value;
}

}  // namespace morgue

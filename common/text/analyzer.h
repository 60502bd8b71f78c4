// SPDX-License-Identifier: GPL-3.0-or-later
// Text to tokens: the one analyzer of both programs.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "common/base/span.h"

namespace morgue {

class Arena;

/// One word of a text, at one position.
struct Token {
  Span bytes;               ///< where it stands, in bytes
  Span points;              ///< the same in code points
  std::string_view folded;  ///< the form that is indexed and searched
  std::string_view exact;   ///< NFC as written; equal to `folded` when nothing was folded
  std::string_view bare;    ///< folded, without its mark: "metoo" of "#metoo", "user" of "@user",
                            ///< "elpais.com" of "www.elpais.com", "at&t" of "at&t's"; empty where
                            ///< there is none
};

/// The tokens of one text. The views of the tokens live in this object (or in the analysed text)
/// until it is analysed into again or destroyed; so the text must live as long.
class TokenList {
 public:
  TokenList();
  ~TokenList();
  TokenList(TokenList&&) noexcept;
  TokenList& operator=(TokenList&&) noexcept;

  const std::vector<Token>& tokens() const { return tokens_; }
  /// Indexes of the tokens that begin a sentence, and a paragraph; ascending, filled on request.
  const std::vector<std::uint32_t>& sentence_starts() const { return sentence_starts_; }
  const std::vector<std::uint32_t>& paragraph_starts() const { return paragraph_starts_; }

 private:
  friend class Analyzer;
  std::vector<Token> tokens_;
  std::vector<std::uint32_t> sentence_starts_;
  std::vector<std::uint32_t> paragraph_starts_;
  std::unique_ptr<Arena> arena_;
};

/// Which code finds the words. Both find the same; IcuOnly exists so that a test can show it.
enum class WordPath { Fast, IcuOnly };

/// Splits text into tokens: ICU word boundaries inside each run of non-white-space, with tailoring:
///   U.S.  -> u.s           AT&T -> at&t        C++ -> c++, C# -> c#     3.5, 1,000 -> one token
///   l'enfant -> l | enfant (elided article or pronoun)       Mexico's -> mexico's (one token)
///   COVID-19 -> covid | 19 (so that "covid" finds it; the query COVID-19 is the phrase)
///   #MeToo -> #metoo, bare metoo     @user -> @user, bare user     a.b@c.org -> one token, bare
///   c.org www.elpais.com -> one token, bare elpais.com     tomorrow.The -> tomorrow | the CJK and
///   Thai by ICU's dictionary.
/// The whole list of rules stands in tailoring.h.
/// Punctuation, symbols and emoji without letters or digits are no tokens. Single-threaded; reuse
/// it.
class Analyzer {
 public:
  explicit Analyzer(WordPath path = WordPath::Fast);
  ~Analyzer();
  Analyzer(Analyzer&&) noexcept;
  Analyzer& operator=(Analyzer&&) noexcept;

  /// Replaces `out` by the tokens of `text`. Precondition: valid UTF-8, under 4 GiB.
  void analyze(std::string_view text, TokenList& out);

  /// The same, and where sentences and paragraphs start.
  void analyze_with_breaks(std::string_view text, TokenList& out);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace morgue

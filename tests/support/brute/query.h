// SPDX-License-Identifier: GPL-3.0-or-later
// A query as the judge understands it: a tree, how it is written, and how text becomes one. It
// follows the description of the language and shares nothing with the parser it is to judge.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace morgue::brute {

/// How near two operands of a proximity operator must be.
struct Link {
  enum class Reach { Words, Sentence, Paragraph };
  Reach reach = Reach::Words;
  int words = 1;         ///< Reach::Words: the most positions apart
  bool ordered = false;  ///< PRE, ADJ

  friend bool operator==(const Link&, const Link&) = default;
};

struct Node {
  enum class Kind {
    All,        ///< *
    Word,       ///< text
    Exact,      ///< =text
    Wildcard,   ///< text, in which a backslash takes its meaning from *, ? and itself
    Fuzzy,      ///< text~number
    Regex,      ///< /text/
    Phrase,     ///< parts: Word, Wildcard, Gap, or an Or of Words; number: ~n, or -1
    Gap,        ///< _ in a phrase
    Range,      ///< text..high; an empty end is open
    Field,      ///< text:part
    Weight,     ///< part^text
    Near,       ///< parts joined by links
    NotNear,    ///< part NOT W/… part, links.front()
    AtLeast,    ///< ATLEASTnumber(part)
    First,      ///< FIRST/number(part)
    Caps,       ///< CAPS(part)
    NoCaps,     ///< NOCAPS(part)
    AllCaps,    ///< ALLCAPS(part)
    AsWritten,  ///< EXACT(part)
    Not,        ///< NOT part
    And,        ///< parts, as are Xor and Or
    Xor,
    Or,
  };
  Kind kind = Kind::Word;
  std::string text = {};
  std::string high = {};
  bool low_included = true;
  bool high_included = true;
  bool exact = false;  ///< a phrase after "="
  int number = -1;
  std::vector<Link> links = {};
  std::vector<Node> parts = {};
  /// Which of several ways to write it; 0 is the plainest. No part of the meaning.
  unsigned spelling = 0;
};

/// A query of one line that says what the tree says; with the parentheses precedence asks for, and
/// with more of them where the spelling says so.
std::string print(const Node& node);

/// The same with the plainest spelling of every node.
std::string print_plainly(Node node);

/// The tree of a query. Throws std::invalid_argument when it is not one. A chain of one operator is
/// one node; parentheses make a node of their own.
Node parse(std::string_view text);

}  // namespace morgue::brute

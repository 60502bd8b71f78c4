// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstring>
#include <optional>
#include <stdexcept>
#include <utility>

#include "tests/support/brute/query.h"

namespace morgue::brute {
namespace {

using Kind = Node::Kind;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

struct Quotes {
  std::string_view open;
  std::string_view close;
};
constexpr Quotes kQuotes[] = {
    {"\"", "\""}, {"\u201C", "\u201D"}, {"\u201E", "\u201C"}, {"\u00AB", "\u00BB"}};

struct Function {
  std::string_view name;
  Kind kind;
  bool number;
};
constexpr Function kFunctions[] = {
    {"ATLEAST", Kind::AtLeast, true},  {"FIRST/", Kind::First, true},
    {"CAPS", Kind::Caps, false},       {"NOCAPS", Kind::NoCaps, false},
    {"ALLCAPS", Kind::AllCaps, false}, {"EXACT", Kind::AsWritten, false}};

Node node_of(Kind kind, std::string text = {}) {
  Node node;
  node.kind = kind;
  node.text = std::move(text);
  return node;
}

Node node_with(Kind kind, Node part) {
  Node node = node_of(kind);
  node.parts.push_back(std::move(part));
  return node;
}

class Parser {
 public:
  explicit Parser(std::string_view text) : text_(text) {}

  Node read() {
    Node query = read_or();
    skip_spaces();
    if (!at_end()) fail("nothing more");
    return query;
  }

 private:
  [[noreturn]] void fail(const std::string& wanted) const {
    throw std::invalid_argument("wanted " + wanted + " at " + std::to_string(at_) + " of " +
                                std::string(text_));
  }

  // Reading of characters.
  bool at_end() const { return at_ >= text_.size(); }
  char peek(std::size_t ahead = 0) const {
    return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
  }
  bool looking_at(std::string_view sign) const { return text_.substr(at_).starts_with(sign); }
  void skip_spaces() {
    while (peek() == ' ') ++at_;
  }
  bool accept(std::string_view sign) {
    if (!looking_at(sign)) return false;
    at_ += sign.size();
    return true;
  }
  void expect(std::string_view sign) {
    if (!accept(sign)) fail(std::string(sign));
  }
  std::optional<Quotes> quotes_here() const {
    for (const Quotes& quotes : kQuotes) {
      if (looking_at(quotes.open)) return quotes;
    }
    return std::nullopt;
  }
  /// Whether a word may end `ahead` characters from here.
  bool ends_word(std::size_t ahead) const {
    const char c = peek(ahead);
    return c == '\0' || std::strchr(" ()|\"", c) != nullptr ||
           text_.substr(at_ + ahead).starts_with("\u201C") ||
           text_.substr(at_ + ahead).starts_with("\u00AB");
  }
  /// Whether the word here is this operator.
  bool looking_at_word(std::string_view name) const {
    return looking_at(name) && ends_word(name.size());
  }
  bool accept_word(std::string_view name) {
    skip_spaces();
    return looking_at_word(name) && accept(name);
  }
  int read_number() {
    if (!is_digit(peek())) fail("a number");
    int number = 0;
    while (is_digit(peek()) && number < 100'000'000) number = number * 10 + (text_[at_++] - '0');
    return number;
  }

  // Operators, the loosest first.
  Node read_or() {
    return read_chain(Kind::Or, &Parser::read_xor,
                      [&] { return accept_word("OR") || accept("||") || accept("|"); });
  }
  Node read_xor() {
    return read_chain(Kind::Xor, &Parser::read_and, [&] { return accept_word("XOR"); });
  }
  Node read_and() {
    return read_chain(Kind::And, &Parser::read_not, [&] {
      return accept_word("AND") || accept_word("and") || accept("&&") || accept("&") ||
             accept("+") || operand_follows();
    });
  }
  template <class Accept>
  Node read_chain(Kind kind, Node (Parser::*read_part)(), Accept accept_operator) {
    Node first = (this->*read_part)();
    skip_spaces();
    if (!accept_operator()) return first;
    Node chain = node_with(kind, std::move(first));
    do {
      chain.parts.push_back((this->*read_part)());
      skip_spaces();
    } while (accept_operator());
    return chain;
  }
  bool operand_follows() const {
    return !at_end() && peek() != ')' && peek() != '|' && !looking_at_word("OR") &&
           !looking_at_word("XOR");
  }
  Node read_not() {
    skip_spaces();
    if (accept_word("NOT") || accept("-") || accept("!")) {
      return node_with(Kind::Not, read_not());
    }
    return read_near();
  }

  Node read_near() {
    Node left = read_unary();
    bool open = false;  // whether the last operator was one that the next may chain to
    for (;;) {
      bool negated = false;
      const auto link = read_link(negated);
      if (!link) return left;
      if (!negated && open) {
        left.links.push_back(*link);
        left.parts.push_back(read_unary());
        continue;
      }
      left = node_with(negated ? Kind::NotNear : Kind::Near, std::move(left));
      left.links.push_back(*link);
      left.parts.push_back(read_unary());
      open = !negated;
    }
  }
  std::optional<Link> read_link(bool& negated) {
    const std::size_t begin = at_;
    skip_spaces();
    negated = accept_word("NOT");
    skip_spaces();
    Link link;
    for (const std::string_view name : {"W/", "NEAR/", "PRE/", "ADJ/"}) {
      if (!accept(name)) continue;
      link.ordered = name == "PRE/" || name == "ADJ/";
      if (accept("S")) {
        link.reach = Link::Reach::Sentence;
      } else if (accept("P")) {
        link.reach = Link::Reach::Paragraph;
      } else {
        link.words = read_number();
        if (link.words == 0) fail("a distance over 0");
      }
      if (negated && link.ordered) fail("NOT W/");
      return link;
    }
    at_ = begin;
    return std::nullopt;
  }

  Node read_unary() {
    skip_spaces();
    const std::size_t begin = at_;
    for (const Function& function : kFunctions) {
      Node node = node_of(function.kind);
      if (accept(function.name) && is_digit(peek()) == function.number) {
        if (function.number) node.number = read_number();
        skip_spaces();
        if (peek() == '(') {
          node.parts.push_back(read_group());
          return node;
        }
      }
      at_ = begin;
    }
    return read_weighted();
  }
  Node read_group() {
    expect("(");
    Node inner = read_or();
    skip_spaces();
    expect(")");
    return inner;
  }
  Node read_weighted() {
    Node node = read_fielded();
    if (peek() != '^') return node;
    std::size_t end = 1;
    while (is_digit(peek(end)) || peek(end) == '.') ++end;
    if (end == 1 || !ends_word(end)) return node;
    Node weighted = node_with(Kind::Weight, std::move(node));
    weighted.text = text_.substr(at_ + 1, end - 1);
    const double weight = std::stod(weighted.text);
    if (!(weight > 0) || weight > 1000) fail("a weight over 0, up to 1000");
    at_ += end;
    return weighted;
  }
  Node read_fielded() {
    std::size_t size = 0;
    if (is_letter(peek())) {
      while (is_letter(peek(size)) || is_digit(peek(size)) ||
             (peek(size) != '\0' && std::strchr("_-.", peek(size)) != nullptr)) {
        ++size;
      }
    }
    const char next = peek(size + 1);
    const bool field = size > 0 && peek(size) == ':' && next != ' ' && next != '\0' &&
                       !text_.substr(at_ + size).starts_with("://");
    if (!field) return read_primary(false);
    Node node = node_of(Kind::Field, std::string(text_.substr(at_, size)));
    at_ += size + 1;
    node.parts.push_back(read_primary(true));
    return node;
  }

  // Operands.
  Node read_primary(bool is_value) {
    if (at_end()) fail("an operand");
    if (peek() == '(') return read_group();
    if (quotes_here()) return read_phrase(false);
    if (accept("=")) {
      if (quotes_here()) return read_phrase(true);
      Node word = read_run({});
      if (word.kind != Kind::Word) fail("an exact word");
      word.kind = Kind::Exact;
      return word;
    }
    if (peek() == '/') return read_regex();
    if (peek() == '<' || peek() == '>') return read_comparison();
    if (peek() == '[' || peek() == '{') return read_brackets();
    if (!is_value && std::strchr(")|&+", peek()) != nullptr) fail("an operand");
    for (const std::string_view name : {"AND", "OR", "XOR", "NOT"}) {
      if (!is_value && looking_at_word(name)) fail("an operand");
    }
    return read_run({});
  }

  /// A word, wildcard, fuzzy word, range, or "*".
  Node read_run(std::string_view stops) {
    const std::size_t begin = at_;
    std::string plain;
    std::string pattern;
    bool wild = false;
    while (!ends_word(0) && stops.find(peek()) == stops.npos && !suffix_here()) {
      char c = text_[at_++];
      const bool literal = c == '\\';
      if (literal) {
        if (at_end()) fail("something to escape");
        c = text_[at_++];
      }
      const bool ends = ends_word(0) || suffix_here();
      const bool truncation = c == '!' && !literal && ends && !plain.empty();
      const bool sign = !literal && (c == '*' || c == '?' || truncation);
      wild = wild || sign;
      if (!sign) plain += c;
      if (!sign && (c == '*' || c == '?' || c == '\\')) pattern += '\\';
      pattern += truncation ? '*' : c;
    }
    if (at_ == begin) fail("a word");
    if (const auto dots = text_.substr(begin, at_ - begin).find(".."); dots != std::string::npos) {
      Node range = node_of(Kind::Range, std::string(text_.substr(begin, dots)));
      range.high = text_.substr(begin + dots + 2, at_ - begin - dots - 2);
      return range;
    }
    if (wild) return pattern == "*" ? node_of(Kind::All) : node_of(Kind::Wildcard, pattern);
    if (!accept("~")) return node_of(Kind::Word, plain);
    Node fuzzy = node_of(Kind::Fuzzy, plain);
    fuzzy.number = is_digit(peek()) ? read_number() : 2;
    if (fuzzy.number < 1 || fuzzy.number > 2) fail("~1 or ~2");
    return fuzzy;
  }
  bool suffix_here() const {
    if (peek() != '~' && peek() != '^') return false;
    std::size_t end = 1;
    while (is_digit(peek(end)) || (peek() == '^' && peek(end) == '.')) ++end;
    return ends_word(end) || peek(end) == '^';
  }

  Node read_regex() {
    expect("/");
    Node regex = node_of(Kind::Regex);
    while (peek() != '/') {
      if (at_end()) fail("/");
      if (peek() == '\\') {
        if (peek(1) != '/') regex.text += '\\';
        ++at_;
      }
      regex.text += text_[at_++];
    }
    ++at_;
    return regex;
  }

  Node read_phrase(bool exact) {
    const Quotes quotes = *quotes_here();
    expect(quotes.open);
    Node phrase = node_of(Kind::Phrase);
    phrase.exact = exact;
    while (!accept(quotes.close)) {
      if (at_end()) fail("a closing quote");
      if (!accept(" ")) phrase.parts.push_back(read_phrase_part(quotes.close));
    }
    if (phrase.parts.empty()) fail("a word in the quotes");
    if (peek() == '~' && is_digit(peek(1))) {
      ++at_;
      phrase.number = read_number();
    }
    return phrase;
  }
  Node read_phrase_part(std::string_view close) {
    const std::size_t begin = at_;
    if (accept("(")) {
      Node either = node_of(Kind::Or);
      do {
        either.parts.push_back(node_of(Kind::Word));
        while (!at_end() && std::strchr("|) ", peek()) == nullptr && !looking_at(close)) {
          either.parts.back().text += text_[at_++];
        }
      } while (accept("|"));
      if (accept(")")) return either;
      at_ = begin;  // parentheses around anything else are text
    }
    std::string plain;
    std::string pattern;
    bool wild = false;
    bool escape = false;
    while (!at_end() && peek() != ' ' && !looking_at(close)) {
      char c = text_[at_++];
      const bool literal = c == '\\' && !at_end();
      if (literal) c = text_[at_++];
      escape = escape || literal;
      if (!literal && (c == '*' || c == '?')) wild = true;
      if (literal && (c == '*' || c == '?' || c == '\\')) pattern += '\\';
      plain += c;
      pattern += c;
    }
    if (wild) return node_of(Kind::Wildcard, pattern);
    return plain == "_" && !escape ? node_of(Kind::Gap) : node_of(Kind::Word, plain);
  }

  Node read_comparison() {
    const bool low = peek() == '>';
    ++at_;
    const bool included = accept("=");
    Node range = node_of(Kind::Range);
    (low ? range.text : range.high) = read_end({});
    (low ? range.low_included : range.high_included) = included;
    return range;
  }
  Node read_brackets() {
    Node range = node_of(Kind::Range);
    range.low_included = text_[at_++] == '[';
    skip_spaces();
    range.text = read_end("]}");
    if (!accept_word("TO")) fail("TO");
    skip_spaces();
    range.high = read_end("]}");
    skip_spaces();
    range.high_included = peek() == ']';
    if (!accept("]")) expect("}");
    if (range.text.empty()) range.low_included = true;
    if (range.high.empty()) range.high_included = true;
    return range;
  }
  std::string read_end(std::string_view stops) {
    const Node end = read_run(stops);
    if (end.kind == Kind::All) return {};
    if (end.kind != Kind::Word) fail("an end of a range");
    return end.text;
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

}  // namespace

Node parse(std::string_view text) { return Parser(text).read(); }

}  // namespace morgue::brute

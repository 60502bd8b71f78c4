// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/readers/html/page_limits.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>

namespace morgue::html {
namespace {

using namespace std::string_view_literals;

// Elements that have no content, or that the next of their kind closes.
constexpr auto kNeverDeep = std::to_array<std::string_view>(
    {"a",     "area", "base",  "br",     "button", "col",   "dd",     "dt",    "embed",
     "h1",    "h2",   "h3",    "h4",     "h5",     "h6",    "hr",     "img",   "input",
     "li",    "link", "meta",  "option", "p",      "param", "source", "tbody", "td",
     "tfoot", "th",   "thead", "tr",     "track",  "wbr"});

// Whose content is no markup.
constexpr auto kRawText = std::to_array<std::string_view>({"script", "style", "textarea", "title"});

bool is_letter(char byte) { return (byte | 0x20) >= 'a' && (byte | 0x20) <= 'z'; }

bool is_html_space(char byte) { return " \t\r\n\f"sv.find(byte) != std::string_view::npos; }

/// Reads a page tag by tag.
class TagScan {
 public:
  TagScan(std::string_view html, const PageLimits& limits) : html_(html), limits_(limits) {}

  std::optional<Error> run() {
    while ((at_ = html_.find('<', at_)) != html_.npos) {
      ++at_;
      if (html_.substr(at_).starts_with("!--")) {
        skip_past("-->");
      } else if (at_ < html_.size() && (is_letter(html_[at_]) || html_[at_] == '/')) {
        if (auto error = read_tag()) return error;
      }
    }
    return std::nullopt;
  }

 private:
  void skip_past(std::string_view end) {
    const std::size_t found = html_.find(end, at_);
    at_ = found == html_.npos ? html_.size() : found + end.size();
  }

  std::optional<Error> read_tag() {
    const bool closes = html_[at_] == '/';
    if (closes) ++at_;
    std::string name;
    while (at_ < html_.size() && !is_html_space(html_[at_]) && html_[at_] != '>' &&
           html_[at_] != '/') {
      if (name.size() < 32)
        name += static_cast<char>(is_letter(html_[at_]) ? html_[at_] | 0x20 : html_[at_]);
      ++at_;
    }
    const std::uint32_t attributes = read_attributes();
    if (attributes > limits_.max_attributes) {
      return Error{"too-many-attributes", "has a tag of over " +
                                              std::to_string(limits_.max_attributes) +
                                              " attributes; it is no page of a newspaper"};
    }
    if (closes) {
      close(name);
      return std::nullopt;
    }
    // In a drawing, "/>" ends an element; in HTML it does not.
    const bool ends_itself = at_ >= 2 && html_[at_ - 1] == '>' && html_[at_ - 2] == '/';
    const bool in_drawing = open_["svg"] > 0 && open_["foreignobject"] == 0 && open_["desc"] == 0;
    if (ends_itself && in_drawing) return std::nullopt;
    if (std::find(kRawText.begin(), kRawText.end(), name) != kRawText.end()) {
      skip_raw_text(name);
      return std::nullopt;
    }
    return open(name);
  }

  // Up to behind the ">" of the tag.
  std::uint32_t read_attributes() {
    std::uint32_t count = 0;
    bool in_name = false;
    for (; at_ < html_.size() && html_[at_] != '>'; ++at_) {
      const char byte = html_[at_];
      if (byte == '=') {
        skip_value();
        in_name = false;
        if (at_ >= html_.size() || html_[at_] == '>') break;
      } else if (is_html_space(byte) || byte == '/') {
        in_name = false;
      } else if (!in_name) {
        in_name = true;
        ++count;
      }
    }
    if (at_ < html_.size()) ++at_;
    return count;
  }

  // From "=" to the last byte of the value.
  void skip_value() {
    std::size_t begin = at_ + 1;
    while (begin < html_.size() && is_html_space(html_[begin])) ++begin;
    if (begin >= html_.size()) {
      at_ = html_.size();
    } else if (html_[begin] == '"' || html_[begin] == '\'') {
      at_ = std::min(html_.find(html_[begin], begin + 1), html_.size());
    } else {
      at_ = begin;
      while (at_ < html_.size() && !is_html_space(html_[at_]) && html_[at_] != '>') ++at_;
    }
  }

  void skip_raw_text(const std::string& name) {
    while ((at_ = html_.find("</", at_)) != html_.npos) {
      at_ += 2;
      const std::string_view found = html_.substr(at_, name.size());
      if (std::equal(found.begin(), found.end(), name.begin(), name.end(),
                     [](char a, char b) { return (a | 0x20) == b; })) {
        return;
      }
    }
    at_ = html_.size();
  }

  std::optional<Error> open(const std::string& name) {
    if (std::find(kNeverDeep.begin(), kNeverDeep.end(), name) != kNeverDeep.end()) return {};
    ++open_[name];
    if (++depth_ <= limits_.max_depth) return std::nullopt;
    return Error{"too-deep", "has elements nested more than " + std::to_string(limits_.max_depth) +
                                 " deep; it is no page of a newspaper"};
  }

  void close(const std::string& name) {
    const auto found = open_.find(name);
    if (found == open_.end() || found->second == 0) return;
    --found->second;
    --depth_;
  }

  std::string_view html_;
  const PageLimits& limits_;
  std::size_t at_ = 0;
  std::uint32_t depth_ = 0;
  std::unordered_map<std::string, std::uint32_t> open_;
};

}  // namespace

std::optional<Error> check_limits(std::string_view html, const PageLimits& limits) {
  if (html.size() > limits.max_bytes) {
    return Error{"too-long", "is longer than " + std::to_string(limits.max_bytes) +
                                 " bytes; it is no page of a newspaper"};
  }
  return TagScan(html, limits).run();
}

}  // namespace morgue::html

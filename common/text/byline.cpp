// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/text/byline.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "common/text/fold.h"

namespace morgue {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view kSpace = " \t\r\n\f\v";

// How bylines begin; folded.
constexpr std::array kOpenings{
    "by "sv,        "by: "sv,      "written by "sv,   "posted by "sv, "story by "sv,
    "report by "sv, "von "sv,      "por "sv,          "par "sv,       "di "sv,
    "av "sv,        "af "sv,       "door "sv,         "text: "sv,     "author: "sv,
    "authors: "sv,  "autor: "sv,   "autore: "sv,      "oleh "sv,      "reporter: "sv,
    "from "sv,      "penulis: "sv, "\u043E\u0442 "sv, "a cura di "sv, "redigert av "sv};

// What stands between names. Those of one letter count between capitals only.
constexpr std::array kJoints{" and "sv, " & "sv,    " und "sv,    " et "sv,    " og "sv,
                             " och "sv, " dan "sv,  " | "sv,      " / "sv,     ";"sv,
                             "\n"sv,    "\u3001"sv, " \u00B7 "sv, " \u2022 "sv};
constexpr std::array kLetterJoints{" y "sv, " e "sv, " i "sv};

constexpr std::array kSuffixes{"jr"sv, "jr."sv, "sr"sv, "sr."sv, "ii"sv, "iii"sv, "iv"sv};

std::string_view trimmed(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of(kSpace), text.size()));
  return text.substr(0, text.find_last_not_of(kSpace) + 1);
}

std::string_view without_opening(std::string_view text) {
  text = trimmed(text);
  for (const std::string_view opening : kOpenings) {
    if (text.size() > opening.size() && fold(text.substr(0, opening.size())) == opening) {
      return trimmed(text.substr(opening.size()));
    }
  }
  return text;
}

bool begins_lower(std::string_view text) {
  return !text.empty() && text.front() >= 'a' && text.front() <= 'z';
}

std::ptrdiff_t words_of(std::string_view text) {
  return text.empty() ? 0 : 1 + std::count(text.begin(), text.end(), ' ');
}

bool is_suffix(std::string_view text) {
  const std::string folded = fold(text);
  return std::find(kSuffixes.begin(), kSuffixes.end(), folded) != kSuffixes.end();
}

std::string joined_spaces(std::string_view text) {
  std::string joined;
  for (const char c : trimmed(text)) {
    const bool space = kSpace.find(c) != kSpace.npos;
    if (!space || !joined.ends_with(' ')) joined += space ? ' ' : c;
  }
  return joined;
}

class Splitter {
 public:
  /// The first place at which a text is parted by anything but a comma.
  struct Joint {
    std::size_t at, length;
  };

  std::vector<std::string> run(std::string_view byline) {
    const std::string_view rest = without_opening(byline);
    const bool is_opened = rest.size() != trimmed(byline).size();
    split(rest, is_opened);
    return std::move(names_);
  }

 private:
  static Joint first_joint(std::string_view text) {
    Joint first{text.size(), 0};
    for (const std::string_view joint : kJoints) {
      const std::size_t at = text.find(joint);
      if (at < first.at) first = {at, joint.size()};
    }
    for (const std::string_view joint : kLetterJoints) {
      const std::size_t at = text.find(joint);
      if (at < first.at && !begins_lower(text.substr(at + joint.size()))) {
        first = {at, joint.size()};
      }
    }
    return first;
  }

  void split(std::string_view text, bool is_opened) {
    bool joined = is_opened;
    while (!text.empty()) {
      const Joint joint = first_joint(text);
      const bool is_semicolon = joint.length == 1;
      joined = joined || (joint.length > 0 && !is_semicolon);
      split_commas(text.substr(0, joint.at), joined);
      text.remove_prefix(std::min(joint.at + joint.length, text.size()));
    }
  }

  void split_commas(std::string_view text, bool is_list) {
    text = without_opening(text);
    const std::size_t comma = text.find(',');
    const bool one_comma = comma != text.npos && text.find(',', comma + 1) == text.npos;
    constexpr std::ptrdiff_t kFirstNames = 3;
    if (one_comma && !is_list && words_of(trimmed(text.substr(0, comma))) == 1 &&
        words_of(trimmed(text.substr(comma + 1))) <= kFirstNames) {
      add(text);  // "Roe, Ann"
      return;
    }
    while (!text.empty()) {
      std::size_t end = std::min(text.find(','), text.size());
      const std::string_view behind = trimmed(text.substr(std::min(end + 1, text.size())));
      if (is_suffix(behind.substr(0, behind.find(',')))) {
        end = std::min(text.find(',', end + 1), text.size());
      }
      add(text.substr(0, end));
      text.remove_prefix(std::min(end + 1, text.size()));
    }
  }

  void add(std::string_view text) {
    std::string name = joined_spaces(without_opening(text));
    if (name.empty() || std::find(names_.begin(), names_.end(), name) != names_.end()) return;
    names_.push_back(std::move(name));
  }

  std::vector<std::string> names_;
};

}  // namespace

std::vector<std::string> authors_of(std::string_view byline) { return Splitter().run(byline); }

}  // namespace morgue

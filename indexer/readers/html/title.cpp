// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/readers/html/title.h"

#include <algorithm>
#include <array>

namespace morgue::html {
namespace {

using namespace std::string_view_literals;

constexpr std::array kSeparators{" | "sv,  " - "sv,      " \u2013 "sv, " \u2014 "sv,
                                 " :: "sv, " \u00B7 "sv, " \u2022 "sv, " / "sv,
                                 "|"sv,    " \u00BB "sv, " \u00AB "sv, "\uFF5C"sv};

// "www.the-quarry.example" names "The Quarry", and so does "thequarry".
bool is_host_name(const std::string& letters, std::string_view host) {
  if (letters.size() < 3) return false;
  const std::string host_letters = letters_of(host);
  return host_letters.find(letters) != std::string::npos;
}

bool is_outlet(std::string_view part, std::string_view outlet, std::string_view host) {
  const std::string letters = letters_of(part);
  if (letters.empty()) return true;
  const std::string name = letters_of(outlet);
  if (letters == name) return true;
  if (name.size() >= 4 && (letters.starts_with(name) || letters.ends_with(name)) &&
      letters.size() <= name.size() + 12) {
    return true;
  }
  return is_host_name(letters, host);
}

}  // namespace

std::string letters_of(std::string_view text) {
  std::string letters;
  for (const char byte : text) {
    if (byte >= 'A' && byte <= 'Z') {
      letters += static_cast<char>(byte | 0x20);
    } else if ((byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9')) {
      letters += byte;
    } else if (byte < 0) {
      letters += byte;
    }
  }
  // Quotes and dashes are written in ASCII or beyond it.
  for (std::size_t at = letters.find("\xE2\x80"); at != letters.npos;
       at = letters.find("\xE2\x80", at)) {
    letters.erase(at, 3);
  }
  return letters;
}

std::string without_outlet(std::string_view title, std::string_view outlet, std::string_view host,
                           const std::vector<std::string>& others) {
  const auto is_known = [&](std::string_view part) {
    const std::string letters = letters_of(part);
    return letters.size() >= 8 && std::any_of(others.begin(), others.end(), [&](const auto& other) {
             return letters_of(other) == letters;
           });
  };
  for (bool again = true; again;) {
    again = false;
    for (const std::string_view separator : kSeparators) {
      const std::size_t last = title.rfind(separator);
      if (last == title.npos || last == 0) continue;
      const std::string_view end = title.substr(last + separator.size());
      if (is_outlet(end, outlet, host) || is_known(title.substr(0, last))) {
        title = title.substr(0, last);
        again = true;
        break;
      }
      const std::size_t first = title.find(separator);
      const std::string_view rest = title.substr(first + separator.size());
      if (letters_of(rest).size() >= 8 &&
          (is_known(rest) || is_outlet(title.substr(0, first), outlet, host))) {
        title = rest;
        again = true;
        break;
      }
    }
  }
  return std::string(title);
}

std::string most_agreed(const std::vector<std::string>& titles) {
  std::string best;
  std::size_t best_votes = 0;
  for (const std::string& title : titles) {
    if (title.empty()) continue;
    const std::string letters = letters_of(title);
    const auto votes = static_cast<std::size_t>(
        std::count_if(titles.begin(), titles.end(),
                      [&](const std::string& other) { return letters_of(other) == letters; }));
    if (votes > best_votes) {
      best = title;
      best_votes = votes;
    }
  }
  return best;
}

}  // namespace morgue::html

// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/normalize/path_pattern.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <vector>

namespace morgue {
namespace {

using namespace std::string_view_literals;

constexpr std::array kPackedEndings{".gz"sv, ".zst"sv, ".xz"sv, ".bz2"sv};

/// A {NUMBER} and the text before it.
struct Place {
  std::string_view before;
  std::size_t number = 0;
};

// Takes the text up to and including the next {NUMBER} from the front of the pattern.
std::optional<Place> take_place(std::string_view& pattern) {
  for (std::size_t open = pattern.find('{'); open != pattern.npos;
       open = pattern.find('{', open + 1)) {
    Place place{pattern.substr(0, open), 0};
    const char* end = pattern.data() + pattern.size();
    const auto [after, error] = std::from_chars(pattern.data() + open + 1, end, place.number);
    if (error != std::errc() || after == end || *after != '}') continue;
    pattern.remove_prefix(static_cast<std::size_t>(after + 1 - pattern.data()));
    return place;
  }
  return std::nullopt;
}

// The last part comes first, without its endings.
std::vector<std::string_view> parts_from_the_right(std::string_view path) {
  std::vector<std::string_view> parts;
  while (!path.empty()) {
    const std::size_t cut = path.find_last_of("/!");
    const std::size_t begin = cut == path.npos ? 0 : cut + 1;
    if (begin < path.size()) parts.push_back(path.substr(begin));
    path = path.substr(0, cut == path.npos ? 0 : cut);
  }
  if (parts.empty()) return parts;
  std::string_view& name = parts[0];
  for (const std::string_view ending : kPackedEndings) {
    if (name.ends_with(ending)) name.remove_suffix(ending.size());
  }
  if (const std::size_t dot = name.rfind('.'); dot != name.npos && dot > 0) {
    name = name.substr(0, dot);
  }
  return parts;
}

}  // namespace

bool is_path_pattern(std::string_view pattern) { return take_place(pattern).has_value(); }

bool is_sound_pattern(std::string_view pattern) {
  while (const auto place = take_place(pattern)) {
    if (place->before.find_first_of("{}") != place->before.npos) return false;
  }
  return pattern.find_first_of("{}") == pattern.npos;
}

std::string fill_path_pattern(std::string_view pattern, std::string_view path) {
  const auto parts = parts_from_the_right(path);
  std::string filled;
  while (const auto place = take_place(pattern)) {
    if (place->number >= parts.size()) return "";
    filled.append(place->before).append(parts[place->number]);
  }
  return filled.append(pattern);
}

}  // namespace morgue

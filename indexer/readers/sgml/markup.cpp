// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/readers/sgml/markup.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace morgue::sgml {
namespace {

using namespace std::string_view_literals;

constexpr std::array kReferences{std::pair{"lt"sv, '<'}, std::pair{"gt"sv, '>'},
                                 std::pair{"amp"sv, '&'}, std::pair{"quot"sv, '"'},
                                 std::pair{"apos"sv, '\''}};

// The characters a reference may stand for; all other ones below 128 are control characters.
constexpr std::string_view kAscii =
    "\t\n\r !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopq"
    "rstuvwxyz{|}~";

// What a reference without "&" and ";" stands for; nullopt when it is none. References to
// characters beyond ASCII do not occur in the collection and are left as they are.
std::optional<std::string_view> meaning(std::string_view reference) {
  for (const auto& [name, character] : kReferences) {
    if (name == reference) return kAscii.substr(kAscii.find(character), 1);
  }
  if (!reference.starts_with('#')) return std::nullopt;
  int code = 0;
  const char* end = reference.data() + reference.size();
  const auto parsed = std::from_chars(reference.data() + 1, end, code);
  if (parsed.ec != std::errc() || parsed.ptr != end || code > 127) return std::nullopt;
  const std::size_t at = kAscii.find(static_cast<char>(code));
  return at == std::string_view::npos ? ""sv : kAscii.substr(at, 1);
}

}  // namespace

std::string decode(std::string_view text) {
  std::string decoded;
  while (!text.empty()) {
    const std::size_t start = std::min(text.find('&'), text.size());
    decoded += text.substr(0, start);
    text.remove_prefix(start);
    const std::size_t end = text.substr(0, 10).find(';');
    const auto found =
        end == std::string_view::npos ? std::nullopt : meaning(text.substr(1, end - 1));
    decoded += found ? *found : text.substr(0, 1);
    text.remove_prefix(found ? end + 1 : std::min<std::size_t>(text.size(), 1));
  }
  std::erase_if(decoded, [](char byte) {
    return (byte >= 0 && byte < ' ' && byte != '\n' && byte != '\t') || byte == '\x7f';
  });
  return decoded;
}

std::optional<std::string_view> element(std::string_view text, std::string_view name) {
  const std::string open = "<" + std::string(name);
  std::size_t begin = text.find(open);
  while (begin != std::string_view::npos && begin + open.size() < text.size() &&
         text[begin + open.size()] != '>' && text[begin + open.size()] != ' ') {
    begin = text.find(open, begin + 1);  // DATE is the beginning of DATELINE
  }
  if (begin == std::string_view::npos) return std::nullopt;
  begin = text.find('>', begin);
  const std::size_t end = text.find("</" + std::string(name) + ">", begin);
  if (begin == std::string_view::npos || end == std::string_view::npos) return std::nullopt;
  return text.substr(begin + 1, end - begin - 1);
}

std::string_view attribute(std::string_view tag, std::string_view name) {
  const std::string opening = std::string(name) + "=\"";
  const std::size_t begin = tag.find(opening);
  if (begin == std::string_view::npos) return {};
  tag.remove_prefix(begin + opening.size());
  return tag.substr(0, tag.find('"'));
}

}  // namespace morgue::sgml

// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/name_links.h"

#include "common/base/index_error.h"
#include "common/index/entity_fields.h"

namespace morgue {
namespace {

constexpr std::string_view kFirstLine = "# morgue names 1\n";

[[noreturn]] void fail_links() {
  throw IndexError(ExitCode::Archive,
                   "the list of names that mean the same is damaged; restore it from a backup, or "
                   "make it again with: morgue-index compact");
}

/// What stands before the next `mark`, which goes too.
std::string_view take_until(std::string_view& text, char mark) {
  const std::size_t end = text.find(mark);
  if (end == text.npos) fail_links();
  const std::string_view part = text.substr(0, end);
  text.remove_prefix(end + 1);
  return part;
}

}  // namespace

std::string encode_name_links(const std::vector<NameLink>& links) {
  std::string text(kFirstLine);
  for (const NameLink& link : links) {
    text.append(name_of(link.stored.kind)) += '\t';
    text.append(link.stored.text) += '\t';
    text.append(link.shown) += '\n';
  }
  return text;
}

std::vector<NameLink> decode_name_links(std::string_view text) {
  if (!text.starts_with(kFirstLine)) fail_links();
  text.remove_prefix(kFirstLine.size());
  std::vector<NameLink> links;
  while (!text.empty()) {
    const std::string_view kind = take_until(text, '\t');
    NameLink link;
    bool known = false;
    for (const EntityKind one : kNamedKinds) {
      if (name_of(one) != kind) continue;
      link.stored.kind = one;
      known = true;
    }
    if (!known) fail_links();
    link.stored.text = take_until(text, '\t');
    link.shown = take_until(text, '\n');
    links.push_back(std::move(link));
  }
  return links;
}

}  // namespace morgue

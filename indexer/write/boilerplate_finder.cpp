// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/write/boilerplate_finder.h"

#include <algorithm>

#include "common/index/schema.h"
#include "indexer/boilerplate/find_boilerplate.h"

namespace morgue {

/// Calls `use(document, paragraph keys)` for each live article that has paragraphs.
template <class Use>
void BoilerplateFinder::for_each_article(const Segment& segment, Use use) const {
  constexpr auto kSlot = slot_number(Slot::Paragraphs);
  const auto end = segment.database.valuestream_end(kSlot);
  for (auto it = segment.database.valuestream_begin(kSlot); it != end; ++it) {
    if (!segment.hidden.contains(it.get_docid())) use(it.get_docid(), decode_paragraph_keys(*it));
  }
}

FoundBoilerplate BoilerplateFinder::find(std::uint64_t least) const {
  auto list = std::make_shared<BoilerplateList>();
  if (least > 0) {
    list->keys = find_boilerplate(
        [&](const std::function<void(const ParagraphKeys&)>& use) {
          for (const Segment& segment : segments_) {
            for_each_article(segment, [&](Xapian::docid, const ParagraphKeys& keys) { use(keys); });
          }
        },
        least);
  }
  FoundBoilerplate found;
  const auto is_listed = [&](ParagraphKey key) { return list->holds(key); };
  for (const Segment& segment : segments_) {
    HiddenDocuments otherwise;
    for_each_article(segment, [&](Xapian::docid document, const ParagraphKeys& keys) {
      const bool in_text = std::any_of(keys.text.begin(), keys.text.end(), is_listed);
      const auto marked =
          std::count_if(keys.boilerplate.begin(), keys.boilerplate.end(), is_listed);
      if (in_text || marked > 0) ++list->articles;
      const bool all_stay = marked == std::ssize(keys.boilerplate);
      if (in_text || !all_stay) otherwise.add(document);
    });
    if (!otherwise.isEmpty()) found.marked_otherwise.emplace(segment.id, std::move(otherwise));
  }
  found.list = std::move(list);
  return found;
}

}  // namespace morgue

// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/entities/linked_names.h"

#include <algorithm>
#include <numeric>
#include <tuple>
#include <utility>

namespace morgue {

LinkedNames::LinkedNames(std::vector<NameLink> links) : shared_(std::make_shared<Shared>()) {
  shared_->links = std::move(links);
}

const std::string* LinkedNames::shown_for(const Name& stored) const {
  const auto& links = shared_->links;
  const auto at =
      std::lower_bound(links.begin(), links.end(), stored,
                       [](const NameLink& link, const Name& name) { return link.stored < name; });
  if (at == links.end() || at->stored != stored || at->stays_apart()) return nullptr;
  return &at->shown;
}

std::vector<Name> LinkedNames::stored_for(const Name& shown) const {
  const auto& links = shared_->links;
  const auto key = [&](std::uint32_t i) { return std::tie(links[i].stored.kind, links[i].shown); };
  std::vector<std::uint32_t>& order = shared_->by_shown;
  std::call_once(shared_->sorted, [&] {
    order.resize(links.size());
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(),
              [&](std::uint32_t a, std::uint32_t b) { return key(a) < key(b); });
  });
  const auto wanted = std::tie(shown.kind, shown.text);
  auto at = std::lower_bound(order.begin(), order.end(), wanted,
                             [&](std::uint32_t i, const auto& name) { return key(i) < name; });
  std::vector<Name> stored;
  for (; at != order.end() && key(*at) == wanted; ++at) {
    if (!links[*at].stays_apart()) stored.push_back(links[*at].stored);
  }
  return stored;
}

}  // namespace morgue

// SPDX-License-Identifier: GPL-3.0-or-later
// Names that an archive counts as others, found fast from both ends.
#pragma once

#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "common/article/name_link.h"

namespace morgue {

/// Immutable; copies share it. Any thread.
class LinkedNames {
 public:
  LinkedNames() : LinkedNames(std::vector<NameLink>()) {}
  /// Sorted, each stored name once. Links that keep a name apart are passed over.
  explicit LinkedNames(std::vector<NameLink> links);

  bool empty() const { return shared_->links.empty(); }

  /// What a stored name counts as; null: itself.
  const std::string* shown_for(const Name& stored) const;

  /// The stored names that count as this one, without itself.
  std::vector<Name> stored_for(const Name& shown) const;

  /// All stored names, with what they count as.
  template <class Use>
  void for_each(Use use) const {
    for (const NameLink& link : shared_->links) {
      if (!link.stays_apart()) use(link);
    }
  }

 private:
  struct Shared {
    std::vector<NameLink> links;
    std::once_flag sorted;
    std::vector<std::uint32_t> by_shown;  ///< made when it is first needed
  };

  std::shared_ptr<Shared> shared_;
};

}  // namespace morgue

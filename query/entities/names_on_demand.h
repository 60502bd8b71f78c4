// SPDX-License-Identifier: GPL-3.0-or-later
// A table of names that is made when it is first asked for: most searches need none.
#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <utility>

#include "query/entities/name_table.h"

namespace morgue {

/// Copies share the table. Any thread.
class NamesOnDemand {
 public:
  /// An empty table.
  NamesOnDemand() : NamesOnDemand([] { return NameTable(); }) {}
  explicit NamesOnDemand(std::function<NameTable()> make)
      : shared_(std::make_shared<Shared>(std::move(make))) {}

  /// Throws what making it throws, each time again.
  const NameTable& get() const {
    std::call_once(shared_->once, [this] { shared_->table = shared_->make(); });
    return shared_->table;
  }

 private:
  struct Shared {
    explicit Shared(std::function<NameTable()> by) : make(std::move(by)) {}

    std::function<NameTable()> make;
    std::once_flag once;
    NameTable table;
  };

  std::shared_ptr<Shared> shared_;
};

}  // namespace morgue

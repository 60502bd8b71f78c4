// SPDX-License-Identifier: GPL-3.0-or-later
// What is found of one article, on its way into a record.
#pragma once

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "indexer/record.h"

namespace morgue {

/// Values that are empty leave no field.
class Fields {
 public:
  Fields& text(const char* name, std::string value) {
    if (!value.empty()) fields_.push_back({name, RawField::Kind::Text, {std::move(value)}});
    return *this;
  }

  /// Each value once.
  Fields& list(const char* name, const std::vector<std::string>& values) {
    std::vector<std::string> kept;
    for (const std::string& value : values) {
      const bool known = std::find(kept.begin(), kept.end(), value) != kept.end();
      if (!value.empty() && !known) kept.push_back(value);
    }
    if (!kept.empty()) fields_.push_back({name, RawField::Kind::List, std::move(kept)});
    return *this;
  }

  std::vector<RawField> take() { return std::move(fields_); }

 private:
  std::vector<RawField> fields_;
};

/// The first that is not empty.
inline std::string first_of(std::initializer_list<std::string> values) {
  for (const std::string& value : values) {
    if (!value.empty()) return value;
  }
  return {};
}

}  // namespace morgue

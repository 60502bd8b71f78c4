// SPDX-License-Identifier: GPL-3.0-or-later
// What names before a colon mean in these archives.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/base/result.h"
#include "common/base/span.h"
#include "common/index/schema.h"
#include "query/parse/query_error.h"

namespace morgue {

/// What the words below a "name:" are looked up in.
struct Target {
  const Field* field = nullptr;  ///< null: title and body, or an extra field
  std::string prefix;            ///< of the terms
  std::string name;              ///< of an extra field; empty otherwise

  bool is(FieldKind kind) const { return field != nullptr && field->kind == kind; }
  /// Title and body, whole or in part.
  bool words_of_text() const {
    return name.empty() && (field == nullptr || field->kind == FieldKind::Text);
  }
  /// A field whose values are looked up word by word.
  bool has_words() const {
    return field == nullptr || field->kind == FieldKind::Text ||
           field->kind == FieldKind::Keyword || field->kind == FieldKind::Words;
  }
  /// A field of names that the text mentions.
  bool is_entity() const;
};

class FieldLookup {
 public:
  /// `fields`: those some article has (ArchiveView::fields); must outlive this.
  explicit FieldLookup(const std::vector<std::string>& fields) : fields_(fields) {}

  /// Morgue's own names and aliases win, in any spelling; then extra fields by their own spelling,
  /// or one that differs in capitals alone. Error Q104 with the nearest name.
  Result<Target, QueryError> find(std::string_view typed, Span span) const;

  /// The name of a field as has: knows it. Error Q104.
  Result<std::string, QueryError> presence_name(std::string_view typed, Span span) const;

 private:
  const std::string* find_extra(std::string_view typed) const;
  QueryError unknown_field(std::string_view name, Span span) const;

  const std::vector<std::string>& fields_;
};

/// Names of all fields that can be searched here, Morgue's own first.
std::vector<std::string> searchable_fields(const std::vector<std::string>& fields);

}  // namespace morgue

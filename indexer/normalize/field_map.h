// SPDX-License-Identifier: GPL-3.0-or-later
// Which field of a source means what.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/base/result.h"
#include "indexer/record.h"

namespace morgue {

/// The fields of an Article that a source can give.
enum class ArticleField : unsigned char {
  Id,
  Title,
  Body,
  Byline,
  Source,
  Section,
  Lang,
  Url,
  Date,
  People,
  Organisations,
  Places
};
inline constexpr std::size_t kArticleFields = 12;

/// "title": as --map and reports call it.
std::string_view name_of(ArticleField field);

/// What an article field is called in the source: guessed from a table of usual names
/// ("headline" is a title, "published_at" a date), overridden by --map. Immutable once made.
class FieldMap {
 public:
  /// Which field of a record gives which field of the article.
  struct Assignment {
    std::array<const RawField*, kArticleFields> chosen{};  ///< null: none
    /// Fields of the record that --map gives a new name, as extra fields.
    std::vector<std::pair<const RawField*, std::string_view>> renamed;
    /// What --map reads from the path, under the name of its target.
    std::vector<std::pair<std::string_view, std::string>> from_path;

    const RawField*& operator[](ArticleField field) {
      return chosen[static_cast<std::size_t>(field)];
    }
  };

  FieldMap() = default;

  /// Reads the values of --map: "title=headline,date=published_at". A target is the name of an
  /// Article field (id title body byline source section lang url date people organisations places)
  /// or any new name for an extra field; `target=-` switches the guess for it off. A source that
  /// holds numbers in braces is a pattern over the path instead: {0} stands for the file name
  /// without its endings, {1} for the folder it lies in, {2} for the one above, and so on:
  /// "date={2}-{1},source={3}" for Herald/1987/01/text.txt. Error code "bad-map".
  static Result<FieldMap> parse(const std::vector<std::string>& specs);

  /// The article field that a name usually stands for. Case, "_", "-", "." and spaces in it do not
  /// matter.
  static std::optional<ArticleField> guess(std::string_view name);

  /// Whether --map names this field of the source.
  bool mentions(std::string_view name) const;

  /// What --map says goes first. Else, of several fields that fit one target, the one whose name
  /// stands first in the table is chosen, and of equal ones the first that is not empty. The result
  /// points into `fields` and into this map.
  Assignment assign(const std::vector<RawField>& fields, std::string_view path) const;

 private:
  struct Override {
    std::string target;
    std::string source;
  };
  std::vector<Override> overrides_;
};

}  // namespace morgue

// SPDX-License-Identifier: GPL-3.0-or-later
// Tagged names to mentions with the name that each entity has in its article.
#pragma once

#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "common/article/mention.h"
#include "indexer/entities/names/first_names.h"
#include "indexer/entities/surface_text.h"
#include "indexer/entities/tagged_name.h"

namespace morgue {

/// Finds out which names of an article mean the same, and what it is called: "Claudia Sheinbaum"
/// for "Sheinbaum", "President Sheinbaum" and "SHEINBAUM". When in doubt, names stay apart.
/// The name of a person is the fullest that is written, without titles; with "Mrs." only where
/// nothing else parts her from a namesake of the article. That of an organisation or a place with
/// several names is one per language. One object each thread; reuse it.
class NameResolver {
 public:
  /// `first_names` must outlive the resolver.
  explicit NameResolver(const FirstNames& first_names = common_first_names());
  ~NameResolver();
  NameResolver(NameResolver&&) noexcept;
  NameResolver& operator=(NameResolver&&) noexcept;

  /// Appends a mention for each tagged name that names something, in their order. Its bytes begin
  /// and end with tokens of the tagged ones, but for a "Jr." behind a person and for what
  /// WholeNames adds to organisations. `language` is the article's: "es", "es-MX" for Spanish
  /// names; others get English ones. Precondition: `tagged` has the names of the title, then those
  /// of the body, each in the order of the text and none overlapping another.
  void resolve(const SurfaceText& title, const SurfaceText& body, std::string_view language,
               std::span<const TaggedName> tagged, std::vector<Mention>& mentions);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace morgue

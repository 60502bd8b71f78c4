// SPDX-License-Identifier: GPL-3.0-or-later
// Articles for tests, in few words: article("a1").title("Tariffs rise").on("2024-03-05").
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "common/article/article.h"

namespace morgue::test_support {

class ArticleBuilder {
 public:
  explicit ArticleBuilder(std::string id);

  ArticleBuilder& title(std::string text);
  ArticleBuilder& body(std::string text);
  ArticleBuilder& byline(std::string name);
  ArticleBuilder& source(std::string name);
  ArticleBuilder& section(std::string name);
  ArticleBuilder& lang(std::string code);
  ArticleBuilder& url(std::string address);

  /// A date as PartialDate writes it, from the metadata. Throws std::invalid_argument when it is
  /// not one.
  ArticleBuilder& on(std::string_view date);

  ArticleBuilder& person(std::string name);
  ArticleBuilder& organisation(std::string name);
  ArticleBuilder& place(std::string name);

  /// A field of one string that Morgue has no meaning for.
  ArticleBuilder& extra(std::string name, std::string value);

  const Article& build() const { return article_; }
  operator const Article&() const { return article_; }  // NOLINT: implicit, so tests read well

  /// See below.
  std::string json_line() const;

 private:
  Article article_;
};

/// The article as one line of JSON, its line break included, under the names morgue-index reads
/// without a map. Fields that are empty are left out; the date is date_text.
std::string json_line(const Article& article);

inline std::string ArticleBuilder::json_line() const { return test_support::json_line(article_); }

inline ArticleBuilder article(std::string id) { return ArticleBuilder(std::move(id)); }

}  // namespace morgue::test_support

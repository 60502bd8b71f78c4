// SPDX-License-Identifier: GPL-3.0-or-later
// The words of articles, one article after the other: what every count of words is made of.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <vector>

#include <xapian.h>

#include "common/article/article.h"
#include "common/text/analyzer.h"
#include "query/run/searcher.h"
#include "query/run/selection.h"

namespace morgue {

/// An article with the words of its title and of its body, as the analyzer finds them.
struct ArticleWords {
  Article article;
  TokenList title, body;
  std::vector<Span> boilerplate;  ///< of the body, in bytes, ascending

  /// The words of the body that are text: runs of them, in its order.
  std::vector<std::span<const Token>> text() const;

  std::uint64_t count() const;
};

/// Used by one thread at a time; what it gives holds until the next call.
class ArticleWordsReader {
 public:
  /// With `breaks`, sentences and paragraphs of bodies are told too.
  explicit ArticleWordsReader(bool breaks) : breaks_(breaks) {}

  const ArticleWords& read(const ArchiveView& view, Xapian::docid article);

  /// The article of stored data (stored_article.h), into `words`.
  void read(const std::string& data, ArticleWords& words);

  /// The words of an article that has been read already.
  const ArticleWords& analyze(Article article, std::vector<Span> boilerplate = {});

 private:
  void analyze(ArticleWords& words);

  bool breaks_;
  Analyzer analyzer_;
  ArticleWords current_;
};

/// Calls `use` for each article, in order. While it uses some, another thread reads the words of
/// the next ones.
void each_article_words(const ArchiveView& view, const std::vector<Xapian::docid>& articles,
                        bool breaks, const std::function<void(const ArticleWords&)>& use);

/// Those that are not among `some`. Both ascend.
std::vector<Xapian::docid> without(const std::vector<Xapian::docid>& all,
                                   const std::vector<Xapian::docid>& some);

/// The articles of a selection; of the copies of one text only the first, when they count once.
std::vector<Xapian::docid> counted_articles(const Selection& selection, CountedCopies copies);

}  // namespace morgue

// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/explore/article_words.h"

#include <algorithm>
#include <utility>

#include "common/index/stored_article.h"

namespace morgue {

const ArticleWords& ArticleWordsReader::read(const ArchiveView& view, Xapian::docid article) {
  return analyze(decode_stored_article(view.database.get_document(article).get_data()));
}

const ArticleWords& ArticleWordsReader::analyze(Article article) {
  current_.article = std::move(article);
  analyzer_.analyze(current_.article.title, current_.title);
  if (breaks_) {
    analyzer_.analyze_with_breaks(current_.article.body, current_.body);
  } else {
    analyzer_.analyze(current_.article.body, current_.body);
  }
  return current_;
}

std::vector<Xapian::docid> counted_articles(const Selection& selection, CountedCopies copies) {
  std::vector<Xapian::docid> counted = selection.articles;
  if (copies == CountedCopies::All) return counted;
  const auto is_selected = [&](Xapian::docid article) {
    return std::binary_search(selection.articles.begin(), selection.articles.end(), article);
  };
  std::erase_if(counted, [&](Xapian::docid article) {
    const CopyIndex::Group* group = selection.archives.copies().group_of(article);
    return group != nullptr && *std::find_if(group->begin(), group->end(), is_selected) != article;
  });
  return counted;
}

}  // namespace morgue

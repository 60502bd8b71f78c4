// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/explore/article_words.h"

#include <algorithm>
#include <string>
#include <utility>

#include "common/index/stored_article.h"

namespace morgue {

std::vector<std::span<const Token>> ArticleWords::text() const {
  std::span<const Token> rest(body.tokens());
  std::vector<std::span<const Token>> runs;
  const auto words_before = [&](std::uint32_t byte) {
    const auto at = std::lower_bound(
        rest.begin(), rest.end(), byte,
        [](const Token& word, std::uint32_t begin) { return word.bytes.begin < begin; });
    return static_cast<std::size_t>(at - rest.begin());
  };
  for (const Span& span : boilerplate) {
    const std::size_t before = words_before(span.begin);
    if (before > 0) runs.push_back(rest.first(before));
    rest = rest.subspan(words_before(span.end));
  }
  if (!rest.empty()) runs.push_back(rest);
  return runs;
}

std::uint64_t ArticleWords::count() const {
  std::uint64_t words = title.tokens().size();
  for (const std::span<const Token> run : text()) words += run.size();
  return words;
}

const ArticleWords& ArticleWordsReader::read(const ArchiveView& view, Xapian::docid article) {
  const std::string data = view.database.get_document(article).get_data();
  return analyze(decode_stored_article(data), decode_stored_boilerplate(data));
}

const ArticleWords& ArticleWordsReader::analyze(Article article, std::vector<Span> boilerplate) {
  current_.article = std::move(article);
  current_.boilerplate = std::move(boilerplate);
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

// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/explore/article_words.h"

#include <algorithm>
#include <future>
#include <iterator>
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
  read(view.database.get_document(article).get_data(), current_);
  return current_;
}

void ArticleWordsReader::read(const std::string& data, ArticleWords& words) {
  words.article = decode_stored_article(data);
  words.boilerplate = decode_stored_boilerplate(data);
  analyze(words);
}

const ArticleWords& ArticleWordsReader::analyze(Article article, std::vector<Span> boilerplate) {
  current_.article = std::move(article);
  current_.boilerplate = std::move(boilerplate);
  analyze(current_);
  return current_;
}

void ArticleWordsReader::analyze(ArticleWords& words) {
  analyzer_.analyze(words.article.title, words.title);
  if (breaks_) {
    analyzer_.analyze_with_breaks(words.article.body, words.body);
  } else {
    analyzer_.analyze(words.article.body, words.body);
  }
}

namespace {

/// Some articles on their way: what is stored of them, then their words.
class Batch {
 public:
  static constexpr std::size_t kArticles = 8;

  /// The engine's part, which one thread must do: the data of the next articles, and those left.
  std::span<const Xapian::docid> fetch(const ArchiveView& view,
                                       std::span<const Xapian::docid> articles) {
    data_.clear();
    const std::size_t count = std::min(kArticles, articles.size());
    for (const Xapian::docid article : articles.first(count)) {
      data_.push_back(view.database.get_document(article).get_data());
    }
    return articles.subspan(count);
  }

  void read(ArticleWordsReader& reader) {
    if (words_.size() < data_.size()) words_.resize(data_.size());
    for (std::size_t i = 0; i < data_.size(); ++i) reader.read(data_[i], words_[i]);
  }

  std::span<const ArticleWords> words() const { return std::span(words_).first(data_.size()); }

 private:
  std::vector<std::string> data_;
  std::vector<ArticleWords> words_;  ///< kept for the next articles; those of data_ are in use
};

}  // namespace

void each_article_words(const ArchiveView& view, const std::vector<Xapian::docid>& articles,
                        bool breaks, const std::function<void(const ArticleWords&)>& use) {
  ArticleWordsReader reader(breaks);
  Batch batches[2];
  std::span<const Xapian::docid> left = batches[0].fetch(view, articles);
  // A thread is not worth its start for a few articles.
  const auto by = left.empty() ? std::launch::deferred : std::launch::async;
  std::size_t now = 0;
  const auto begin = [&](Batch& batch) {
    return std::async(by, [&reader, &batch] { batch.read(reader); });
  };
  std::future<void> reading = begin(batches[0]);
  while (reading.valid()) {
    Batch& other = batches[1 - now];
    const bool more = !left.empty();
    if (more) left = other.fetch(view, left);
    reading.get();
    if (more) reading = begin(other);
    for (const ArticleWords& words : batches[now].words()) use(words);
    now = 1 - now;
  }
}

std::vector<Xapian::docid> without(const std::vector<Xapian::docid>& all,
                                   const std::vector<Xapian::docid>& some) {
  std::vector<Xapian::docid> rest;
  std::set_difference(all.begin(), all.end(), some.begin(), some.end(), std::back_inserter(rest));
  return rest;
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

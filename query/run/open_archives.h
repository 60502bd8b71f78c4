// SPDX-License-Identifier: GPL-3.0-or-later
// One or more archives, searched as one.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "common/index/archive_reader.h"
#include "query/match/document_set_source.h"
#include "query/match/find_documents.h"
#include "query/plan/archive_view.h"
#include "query/plan/saved_queries.h"
#include "query/provenance.h"
#include "query/run/article_set.h"
#include "query/run/copy_index.h"

namespace morgue {

class OpenArchives {
 public:
  /// Throws IndexError.
  explicit OpenArchives(const std::vector<std::string>& folders);

  const ArchiveView& view() const { return view_; }
  const ArchivePaths& first_path() const { return archives_.front().paths(); }

  /// Stands for the generations that are open.
  std::uint64_t generation() const;

  std::vector<ArchiveState> states() const;

  /// The languages of articles that do not say theirs, one for each archive; the first one's.
  const std::vector<std::string>& default_langs() const { return default_langs_; }
  const std::string& default_lang() const { return default_langs_.front(); }

  /// The paragraphs that are boilerplate in the first of them.
  BoilerplateList boilerplate_list() const { return archives_.front().boilerplate_list(); }

  /// Those of all archives; of one name, that of the first archive.
  const SavedQueries& saved_queries() const { return saved_; }

  /// Which articles are copies of each other; read when it is first asked for.
  const CopyIndex& copies() const;

  /// Segments, in the order in which view().database joins them.
  std::size_t segments() const { return joined_.size(); }
  const OpenSegment& segment(std::size_t place) const { return *joined_[place]; }

  /// What has been read of its postings, to be forgotten with each query.
  SegmentPostings& postings(std::size_t place) const { return postings_[place]; }
  void forget_postings() const;

  SearchedSegment searched(std::size_t place) const {
    return {segment(place).database, postings(place), segment(place).columns.get()};
  }

  /// Whether the columns of all segments are there and can score and sort.
  bool have_columns() const;

  /// How many articles have a term, replaced and removed ones too.
  std::uint64_t documents_with(const std::string& term) const;

  /// The articles that a query finds, without replaced and removed ones; of those of `among`, if
  /// that is not null.
  ArticleSet articles(const Xapian::Query& query, const ArticleSet* among = nullptr) const;

  /// Every article, the replaced and removed ones too.
  ArticleSet everything() const;

  /// Their numbers in view().database, in order.
  std::vector<Xapian::docid> numbers(const ArticleSet& articles) const;

  /// The set as a query without weight.
  Xapian::Query query_of(const ArticleSet& articles) const;

  /// Whether no article was replaced or removed since its segment was written.
  bool nothing_hidden() const { return hidden_->empty(); }

  /// The query without replaced and removed articles.
  Xapian::Query live(const Xapian::Query& query) const;

  /// The stored data (stored_article.h) of the article with this id.
  std::optional<std::string> find(std::string_view id) const;

  /// Its number in view().database.
  std::optional<Xapian::docid> find_document(std::string_view id) const;

 private:
  void add_segments(const ArchiveReader& archive);
  /// In the order of the segments in view().database.
  std::vector<std::string> uuids() const;

  std::vector<ArchiveReader> archives_;
  std::vector<std::string> default_langs_;
  // By UUID. A segment that several archives hold (one is named twice, or is a copy of the other)
  // is searched once; an article of it is hidden when all of them hide it.
  std::map<std::string, OpenSegment> segments_;
  std::vector<const OpenSegment*> joined_;
  mutable std::vector<SegmentPostings> postings_;
  // Shared with the posting sources made from it, which the engine keeps and copies.
  std::shared_ptr<const DocumentsByUuid> hidden_;
  ArchiveView view_;
  SavedQueries saved_;
  mutable std::unique_ptr<const CopyIndex> copies_;
};

}  // namespace morgue

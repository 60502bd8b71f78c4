// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/run/open_archives.h"

#include <algorithm>
#include <utility>

#include "common/base/index_error.h"
#include "common/index/schema.h"
#include "common/index/stored_article.h"
#include "common/index/term.h"
#include "query/run/archive_names.h"

namespace morgue {

namespace {

std::shared_ptr<const ColumnsByUuid> columns_of(
    const std::map<std::string, OpenSegment>& segments) {
  auto columns = std::make_shared<ColumnsByUuid>();
  for (const auto& [uuid, segment] : segments) {
    if (segment.columns != nullptr) columns->emplace(uuid, segment.columns);
  }
  return columns;
}

}  // namespace

OpenArchives::OpenArchives(const std::vector<std::string>& folders) {
  for (const std::string& folder : folders) {
    archives_.push_back(ArchiveReader::open(ArchivePaths{folder}));
    saved_.add_file(archives_.back().paths().queries());
    default_langs_.push_back(archives_.back().manifest().default_lang);
    guard_engine(archives_.back().paths(), [&] { add_segments(archives_.back()); });
  }
  guard_engine(first_path(), [&] {
    Xapian::Database all;
    // The engine refuses to search in nothing.
    if (segments_.empty()) {
      all.add_database(Xapian::WritableDatabase(std::string(), Xapian::DB_BACKEND_INMEMORY));
    }
    auto hidden = std::make_shared<DocumentsByUuid>();
    for (const auto& [uuid, segment] : segments_) {
      all.add_database(segment.database);
      joined_.push_back(&segment);
      postings_.emplace_back(segment.database);
      if (!segment.hidden.isEmpty()) hidden->emplace(uuid, segment.hidden);
    }
    hidden_ = std::move(hidden);
    view_ = make_view(all, default_langs_);
    view_.columns = columns_of(segments_);
    view_.names_on_demand = names_of(archives_);
  });
}

void OpenArchives::add_segments(const ArchiveReader& archive) {
  for (const OpenSegment& segment : archive.segments()) {
    const auto [same, is_new] = segments_.emplace(segment.database.get_uuid(), segment);
    if (!is_new) same->second.hidden &= segment.hidden;
  }
}

const CopyIndex& OpenArchives::copies() const {
  if (!copies_) copies_ = std::make_unique<CopyIndex>(archives_, uuids());
  return *copies_;
}

std::vector<std::string> OpenArchives::uuids() const {
  std::vector<std::string> uuids;
  for (const auto& [uuid, segment] : segments_) uuids.push_back(uuid);
  return uuids;
}

std::uint64_t OpenArchives::generation() const {
  std::uint64_t sum = 0;
  for (const ArchiveReader& archive : archives_) sum += archive.manifest().generation;
  return sum;
}

std::vector<ArchiveState> OpenArchives::states() const {
  std::vector<ArchiveState> states;
  for (const ArchiveReader& archive : archives_) {
    const Manifest& manifest = archive.manifest();
    states.push_back({archive.paths().root.string(), manifest.digest.to_string(),
                      manifest.generation, manifest.articles()});
  }
  return states;
}

Xapian::Query OpenArchives::live(const Xapian::Query& query) const {
  if (hidden_->empty()) return query;
  return {Xapian::Query::OP_AND_NOT, query, morgue::query_of(hidden_)};
}

ArticleSet OpenArchives::articles(const Xapian::Query& query, const ArticleSet* among) const {
  ArticleSet found;
  for (std::size_t place = 0; place < joined_.size(); ++place) {
    const OpenSegment& segment = *joined_[place];
    found.segments.push_back(find_documents(query, searched(place),
                                            among == nullptr ? nullptr : &among->segments[place]));
    if (!segment.hidden.isEmpty()) found.segments.back() -= segment.hidden;
  }
  return found;
}

void OpenArchives::forget_postings() const {
  for (SegmentPostings& postings : postings_) postings.clear();
}

bool OpenArchives::have_columns() const {
  return std::all_of(joined_.begin(), joined_.end(), [](const OpenSegment* segment) {
    const Columns* columns = segment->columns.get();
    return columns != nullptr && !columns->lengths().empty() && !columns->places().empty() &&
           !columns->days().empty();
  });
}

std::uint64_t OpenArchives::documents_with(const std::string& term) const {
  std::uint64_t sum = 0;
  for (SegmentPostings& postings : postings_) sum += postings.count(term);
  return sum;
}

ArticleSet OpenArchives::everything() const {
  ArticleSet all;
  for (const OpenSegment* segment : joined_) {
    all.segments.emplace_back();
    all.segments.back().addRange(1, std::uint64_t{segment->database.get_lastdocid()} + 1);
  }
  return all;
}

std::vector<Xapian::docid> OpenArchives::numbers(const ArticleSet& articles) const {
  std::vector<Xapian::docid> numbers;
  for (std::size_t place = 0; place < articles.segments.size(); ++place) {
    for (const std::uint32_t document : articles.segments[place]) {
      numbers.push_back(JoinedNumber::of(place, document, joined_.size()));
    }
  }
  if (joined_.size() > 1) std::sort(numbers.begin(), numbers.end());
  return numbers;
}

Xapian::Query OpenArchives::query_of(const ArticleSet& articles) const {
  auto documents = std::make_shared<DocumentsByUuid>();
  std::size_t place = 0;
  for (const auto& [uuid, segment] : segments_)
    documents->emplace(uuid, articles.segments[place++]);
  return morgue::query_of(std::move(documents));
}

std::optional<std::string> OpenArchives::find(std::string_view id) const {
  for (const ArchiveReader& archive : archives_) {
    const auto place = archive.find(id);
    if (!place) continue;
    return guard_engine(archive.paths(), [&] {
      const Xapian::Database& database = archive.segments()[place->segment].database;
      return database.get_document(place->document).get_data();
    });
  }
  return std::nullopt;
}

std::optional<Xapian::docid> OpenArchives::find_document(std::string_view id) const {
  Xapian::Enquire enquire(view_.database);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_query(live(Xapian::Query(id_term(id))));
  const Xapian::MSet found = enquire.get_mset(0, 1);
  if (found.empty()) return std::nullopt;
  return *found.begin();
}

}  // namespace morgue

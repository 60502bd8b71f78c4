// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/write/checker.h"

#include <sstream>
#include <unordered_set>

#include "common/base/index_error.h"
#include "common/index/stored_article.h"

namespace morgue {
namespace {

void check_tables(const ArchiveReader& archive, const OpenSegment& segment, CheckReport& report) {
  const std::string path = archive.paths().database(segment.info.id).string();
  std::ostringstream details;
  const std::size_t errors = Xapian::Database::check(path, 0, &details);
  if (errors > 0) {
    report.problems.push_back(path + ": " + std::to_string(errors) +
                              " errors in the engine's tables: " + details.str());
  }
}

/// That there are none is no problem: everything works without them.
void check_columns(const ArchiveReader& archive, const OpenSegment& segment, CheckReport& report) {
  const std::filesystem::path file = archive.paths().columns(segment.info.id);
  std::error_code ignored;
  if (!std::filesystem::exists(file, ignored) || columns_agree(segment.database, file)) return;
  report.problems.push_back(file.string() +
                            ": not the columns of this segment, which only make it faster; delete "
                            "the file, and write it anew with: morgue-index compact " +
                            archive.paths().root.string());
}

class ArticleChecker {
 public:
  ArticleChecker(const ArchiveReader& archive, CheckReport& report,
                 const std::function<void(std::uint64_t)>& tick)
      : archive_(archive), report_(report), tick_(tick) {}

  void check_segment(std::size_t number) {
    const OpenSegment& segment = archive_.segments()[number];
    const auto end = segment.database.postlist_end("");
    for (auto it = segment.database.postlist_begin(""); it != end; ++it) {
      if (segment.hidden.contains(*it)) continue;
      check_document(number, *it);
      tick_(++report_.articles);
    }
  }

  const ContentDigest& digest() const { return digest_; }

 private:
  void check_document(std::size_t number, Xapian::docid document) {
    const OpenSegment& segment = archive_.segments()[number];
    const auto problem = [&](const std::string& what) {
      report_.problems.push_back(archive_.paths().segment(segment.info.id).string() +
                                 ": document " + std::to_string(document) + ": " + what);
    };
    try {
      const Article article =
          decode_stored_article(segment.database.get_document(document).get_data());
      digest_.add(digest_of(encode_fields(article)));
      if (!ids_.insert(article.id).second) problem("a second article with id " + article.id);
      const auto place = archive_.find(article.id);
      if (!place) problem("not findable by its id " + article.id);
    } catch (const IndexError& error) {
      problem(error.what());
    }
  }

  const ArchiveReader& archive_;
  CheckReport& report_;
  const std::function<void(std::uint64_t)>& tick_;
  std::unordered_set<std::string> ids_;
  ContentDigest digest_;
};

}  // namespace

CheckReport check_archive(const ArchiveReader& archive,
                          const std::function<void(std::uint64_t)>& tick) {
  return guard_engine(archive.paths(), [&] {
    CheckReport report;
    for (const OpenSegment& segment : archive.segments()) {
      check_tables(archive, segment, report);
      check_columns(archive, segment, report);
    }
    ArticleChecker articles(archive, report, tick);
    for (std::size_t i = 0; i < archive.segments().size(); ++i) articles.check_segment(i);
    if (!(articles.digest() == archive.manifest().digest)) {
      report.problems.push_back(archive.paths().manifest().string() + ": says digest " +
                                archive.manifest().digest.to_string() + ", the articles have " +
                                articles.digest().to_string());
    }
    try {
      archive.name_links();
      archive.copy_groups();
      archive.boilerplate_list();
    } catch (const IndexError& error) {
      report.problems.emplace_back(error.what());
    }
    if (report.articles != archive.manifest().articles()) {
      report.problems.push_back(archive.paths().manifest().string() + ": says " +
                                std::to_string(archive.manifest().articles()) + " articles, " +
                                std::to_string(report.articles) + " are there");
    }
    return report;
  });
}

}  // namespace morgue

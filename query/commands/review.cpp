// SPDX-License-Identifier: GPL-3.0-or-later
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>

#include "common/index/archive_files.h"
#include "query/commands/archives.h"
#include "query/commands/exploration_hits.h"
#include "query/commands/query_text.h"
#include "query/render/csv_table.h"

namespace morgue {
namespace {

namespace fs = std::filesystem;

constexpr const char* kGone = "gone";           ///< no longer in the archive
constexpr const char* kUnmatched = "no match";  ///< in the archive, but not found any more

/// A list of articles that somebody ticks off.
class ReviewList {
 public:
  explicit ReviewList(CsvTable table) : table_(std::move(table)) {
    // New lists begin with the column of the marks, beside the headline.
    for (const char* column : {"seen", "date", "source", "title", "id", "url", "found"}) {
      table_.find_or_add(column);
    }
    id_ = *table_.find("id");
    found_column_ = *table_.find("found");
    for (std::size_t i = 0; i < table_.rows.size(); ++i) rows_.emplace(table_.rows[i][id_], i);
    found_.resize(table_.rows.size());
  }

  void add(const Article& article) {
    const auto [row, is_new] = rows_.try_emplace(article.id, table_.rows.size());
    if (!is_new) {
      found_[row->second] = true;
      return;
    }
    std::vector<std::string> values(table_.columns.size());
    const std::pair<const char*, std::string> known[] = {{"date", article.date.to_string()},
                                                         {"source", article.source},
                                                         {"title", article.title},
                                                         {"id", article.id},
                                                         {"url", article.url}};
    for (const auto& [column, value] : known) values[*table_.find(column)] = value;
    table_.rows.push_back(std::move(values));
    found_.push_back(true);
    ++added_;
  }

  /// Says of each line whether its article is still found.
  void set_found(const Searcher& searcher) {
    for (std::size_t i = 0; i < table_.rows.size(); ++i) {
      std::string& said = table_.rows[i][found_column_];
      if (found_[i]) {
        if (said == kGone || said == kUnmatched) said.clear();
        continue;
      }
      said = searcher.article(table_.rows[i][id_]) ? kUnmatched : kGone;
      ++missing_;
    }
  }

  const CsvTable& table() const { return table_; }
  std::size_t added() const { return added_; }
  std::size_t missing() const { return missing_; }
  std::size_t seen() const {
    const std::size_t column = *table_.find("seen");
    std::size_t seen = 0;
    for (const auto& row : table_.rows) seen += row[column].empty() ? 0 : 1;
    return seen;
  }

 private:
  CsvTable table_;
  std::size_t id_ = 0, found_column_ = 0;
  std::unordered_map<std::string, std::size_t> rows_;  ///< by id
  std::vector<bool> found_;                            ///< by row
  std::size_t added_ = 0, missing_ = 0;
};

/// The list as it was left; an empty one when there is no file. nullopt: it is no such list, which
/// is said.
std::optional<CsvTable> read_list(const std::string& file, Context& context) {
  std::error_code error;
  if (!fs::exists(file, error)) return CsvTable();
  const auto table = read_csv(read_file(file));
  if (!table) {
    context.messages.failure("input", file + ": " + table.error().message);
    return std::nullopt;
  }
  if (!table->columns.empty() && !table->find("id")) {
    context.messages.failure("input", file + " is no review list: it has no column \"id\"");
    return std::nullopt;
  }
  return *table;
}

}  // namespace

ExitCode run_review(const Options& options, Context& context) {
  const std::string& file = options.explore.output;
  if (file.empty()) {
    context.messages.usage_error(
        {"review needs a file for its list", "as in: morgue-query review tariffs -o tariffs.csv"});
    return ExitCode::Usage;
  }
  auto table = read_list(file, context);
  if (!table) return ExitCode::Usage;
  Searcher searcher = Searcher::open(find_archives(options.archive, context.environment));
  const QueryText query = query_of(options);
  context.messages.notes(query.notes);
  SearchRequest request = request_of(options, query);
  request.limit = 0;
  request.sort = SortOrder::OldestFirst;
  request.listed_copies = options.copies.listed.value_or(ListedCopies::First);
  ReviewList list(std::move(*table));
  const auto page = each_hit(searcher, request, context, [&](Hit&& hit) {
    list.add(hit.article);
    return true;
  });
  if (!page) return ExitCode::Usage;
  list.set_found(searcher);
  replace_file(fs::absolute(file), write_csv(list.table()));
  if (!options.output.quiet) {
    context.out << file << ": " << list.table().rows.size() << " articles, " << list.added()
                << " new, " << list.seen() << " seen, " << list.missing() << " found no more\n";
  }
  return page->total > 0 ? ExitCode::Done : ExitCode::NoHits;
}

}  // namespace morgue

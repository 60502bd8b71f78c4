// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/commands/dry_run.h"

#include <cstdint>
#include <cstdio>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "indexer/commands/reading.h"
#include "indexer/input/walk.h"
#include "indexer/normalize/normalize.h"
#include "indexer/progress.h"
#include "indexer/report.h"

namespace morgue {
namespace {

/// Of each kind of reject so many are shown.
constexpr std::uint64_t kShownRejects = 3;

class DryRun {
 public:
  DryRun(const Normalizer& normalizer, ProgressLine& progress)
      : normalizer_(normalizer), progress_(progress) {}

  void read(const InputFile& file, const ReadOptions& reading, const Surroundings& surroundings) {
    ++counts_.inputs;
    read_articles(file, reading, normalizer_, surroundings, [&](const auto& article) {
      ++counts_.records;
      article ? take(*article) : reject(article.error());
      progress_.show(counts_);
    });
  }

  void reject(const RecordError& error) {
    ++counts_.rejected;
    if (++rejects_[error.error.code] > kShownRejects) return;
    progress_.clear();
    std::fprintf(stderr, "reject    %s:%llu: %s (%s)\n", error.at.file.c_str(),
                 static_cast<unsigned long long>(error.at.line), error.error.message.c_str(),
                 error.error.code.c_str());
  }

  void print() {
    progress_.clear();
    std::fprintf(stderr, "records   %s would be read from %s, %s rejected\n",
                 articles_counted(counts_.outcomes.added).c_str(),
                 (grouped(counts_.inputs) + (counts_.inputs == 1 ? " file" : " files")).c_str(),
                 grouped(counts_.rejected).c_str());
    for (const auto& [code, count] : rejects_) {
      std::fprintf(stderr, "          %s %s\n", grouped(count).c_str(), code.c_str());
    }
    print_reading(counts_);
    if (first_.known()) {
      std::fprintf(stderr, "dates     %s..%s, %s without one\n", first_.to_string().c_str(),
                   last_.to_string().c_str(), grouped(counts_.undated).c_str());
    }
    if (!sources_.empty()) {
      std::fprintf(stderr, "outlets   %s\n", grouped(sources_.size()).c_str());
    }
    if (ids_.size() < counts_.outcomes.added) {
      std::fprintf(stderr, "ids       %s come twice: the later record would replace the earlier\n",
                   grouped(counts_.outcomes.added - ids_.size()).c_str());
    }
    std::fputs("nothing was written (--dry-run)\n", stderr);
  }

  bool rejected() const { return counts_.rejected > 0; }

 private:
  void take(const Normalized& normalized) {
    const Article& article = normalized.article;
    ++counts_.outcomes.added;
    counts_.count(normalized);
    ids_.insert(article.id);
    if (!article.source.empty()) sources_.insert(article.source);
    if (!article.date.known()) return;
    if (!first_.known() || article.date.first_day() < first_.first_day()) first_ = article.date;
    if (!last_.known() || article.date.last_day() > last_.last_day()) last_ = article.date;
  }

  const Normalizer& normalizer_;
  ProgressLine& progress_;
  RunCounts counts_;
  std::map<std::string, std::uint64_t> rejects_;  ///< by code
  std::set<std::string> ids_, sources_;
  PartialDate first_, last_;
};

}  // namespace

ExitCode run_dry(const AddOptions& options, const ReadOptions& reading, const std::string& lang,
                 const Surroundings& surroundings) {
  const Normalizer normalizer(reading.map, surroundings.today, lang);
  ProgressLine progress(stderr, surroundings.stderr_is_terminal && !options.quiet);
  DryRun run(normalizer, progress);
  Walker walker(options.inputs, {options.reading.follow_links});
  while (auto file = walker.next()) {
    if (surroundings.interrupted()) return ExitCode::Interrupted;
    *file ? run.read(**file, reading, surroundings) : run.reject(file->error());
  }
  run.print();
  if (surroundings.interrupted()) return ExitCode::Interrupted;
  return run.rejected() ? ExitCode::Rejected : ExitCode::Done;
}

}  // namespace morgue

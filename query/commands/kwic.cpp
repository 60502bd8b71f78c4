// SPDX-License-Identifier: GPL-3.0-or-later
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "query/commands/archives.h"
#include "query/commands/exploration.h"
#include "query/commands/exploration_hits.h"
#include "query/commands/query_text.h"
#include "query/explore/concordance.h"
#include "query/render/concordance_text.h"
#include "query/render/provenance.h"
#include "query/render/table.h"

namespace morgue {
namespace {

constexpr std::size_t kUsualContext = 12;

/// Lines to the output, in whichever format.
class LineWriter {
 public:
  LineWriter(Format format, Context& context)
      : format_(format),
        context_(context),
        table_(
            format, context.terminal,
            {{"id"}, {"date"}, {"source"}, {"field"}, {"position"}, {"left"}, {"match"}, {"right"}},
            context.out) {}

  void begin(const TableHead& head) {
    if (format_ != Format::Text) return table_.begin(head);
    write_provenance_head(*head.provenance, head.canonical, format_, context_.out);
  }

  void write(const ConcordanceLine& line) {
    if (format_ == Format::Text) {
      write_concordance_line(line, context_.terminal, context_.out);
      return;
    }
    const char* part = line.part == TextPart::Title ? "title" : "body";
    table_.row({line.id, line.date.to_string(), line.source, std::string(part),
                std::uint64_t{line.word}, line.left, line.match, line.right});
  }

  void end() {
    if (format_ != Format::Text) table_.end();
  }

 private:
  Format format_;
  Context& context_;
  TableWriter table_;
};

SearchRequest request_for(const Options& options) {
  SearchRequest request = request_of(options, query_of(options));
  request.limit = 0;
  request.sort = options.explore.lines == LineOrder::NewestFirst ? SortOrder::NewestFirst
                                                                 : SortOrder::OldestFirst;
  request.listed_copies = options.copies.listed.value_or(ListedCopies::First);
  return request;
}

}  // namespace

ExitCode run_kwic(const Options& options, Context& context) {
  Searcher searcher = Searcher::open(find_archives(options.archive, context.environment));
  context.messages.notes(query_of(options).notes);
  const SearchRequest request = request_for(options);
  // The canonical query stands in the head, so it is asked for before the lines come.
  const auto head = searcher.count(request);
  if (!head) {
    context.messages.query_error(request.query, head.error());
    return ExitCode::Usage;
  }
  const ExploreFlags& flags = options.explore;
  const LineOrder order = flags.lines;
  const bool keeps = flags.sample.has_value() || order == LineOrder::Left ||
                     order == LineOrder::Right || order == LineOrder::Outlet;
  const std::uint64_t limit = row_limit(options, 0);
  LineWriter writer(options.output.format, context);
  if (!options.output.quiet) {
    writer.begin(head_of("lines", *head, searcher, options, context));
  }
  std::uint64_t written = 0;
  const auto write = [&](const ConcordanceLine& line) {
    if (limit != 0 && written == limit) return false;
    ++written;
    if (!options.output.quiet) writer.write(line);
    return true;
  };
  std::vector<ConcordanceLine> kept;
  std::optional<LineSample> sample;
  if (flags.sample) sample.emplace(*flags.sample, flags.seed);
  ArticleWordsReader reader(true);
  const auto page = each_hit(searcher, request, context, [&](Hit&& hit) {
    const ArticleWords& words = reader.analyze(hit.article, hit.boilerplate);
    for (ConcordanceLine& line :
         concordance_of(hit, words, flags.context.value_or(kUsualContext))) {
      if (sample) {
        sample->add(std::move(line));
      } else if (keeps) {
        kept.push_back(std::move(line));
      } else if (!write(line)) {
        return false;
      }
    }
    return !options.output.quiet || written == 0;
  });
  if (!page) return ExitCode::Usage;
  if (sample) kept = sample->take();
  sort_lines(kept, order);
  for (const ConcordanceLine& line : kept) {
    if (!write(line)) break;
  }
  if (!options.output.quiet) writer.end();
  return written == 0 ? ExitCode::NoHits : ExitCode::Done;
}

}  // namespace morgue

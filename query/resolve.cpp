// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/resolve.h"

#include <array>
#include <charconv>
#include <sstream>
#include <string_view>

#include "common/base/shell_quote.h"
#include "query/entities/corrections.h"
#include "query/render/layout.h"

namespace morgue {
namespace {

constexpr std::array<std::pair<std::string_view, SortOrder>, 3> kSortOrders{{
    {"relevance", SortOrder::Relevance},
    {"date", SortOrder::OldestFirst},
    {"-date", SortOrder::NewestFirst},
}};

constexpr std::array<std::pair<std::string_view, bool>, 2> kComparisons{{
    {"fold", false},
    {"exact", true},
}};

constexpr std::array<std::pair<std::string_view, ColorMode>, 3> kColorModes{{
    {"auto", ColorMode::Auto},
    {"always", ColorMode::Always},
    {"never", ColorMode::Never},
}};

constexpr std::array<std::pair<std::string_view, std::optional<ListedCopies>>, 3> kListedCopies{{
    {"all", ListedCopies::All},
    {"collapse", ListedCopies::First},
    {"only", ListedCopies::Only},
}};

constexpr std::array<std::pair<std::string_view, CountedCopies>, 2> kCountedCopies{{
    {"all", CountedCopies::All},
    {"once", CountedCopies::Once},
}};

constexpr std::array<std::pair<std::string_view, LineOrder>, 5> kLineOrders{{
    {"date", LineOrder::OldestFirst},
    {"-date", LineOrder::NewestFirst},
    {"left", LineOrder::Left},
    {"right", LineOrder::Right},
    {"source", LineOrder::Outlet},
}};

constexpr std::array<std::pair<std::string_view, CollocateOrder>, 5> kMeasures{{
    {"logdice", CollocateOrder::LogDice},
    {"loglikelihood", CollocateOrder::LogLikelihood},
    {"mi", CollocateOrder::MutualInformation},
    {"t", CollocateOrder::TScore},
    {"count", CollocateOrder::Count},
}};

constexpr std::array<std::pair<std::string_view, Period>, 4> kPeriods{{
    {"year", Period::Year},
    {"month", Period::Month},
    {"week", Period::Week},
    {"day", Period::Day},
}};

constexpr std::array<std::pair<std::string_view, ExportFormat>, 11> kExportFormats{{
    {"bibtex", ExportFormat::BibTex},
    {"ris", ExportFormat::Ris},
    {"csl", ExportFormat::CslJson},
    {"markdown", ExportFormat::Markdown},
    {"ftm", ExportFormat::FollowTheMoney},
    {"sqlite", ExportFormat::Sqlite},
    {"jsonl", ExportFormat::JsonLines},
    {"csv", ExportFormat::Csv},
    {"tsv", ExportFormat::Tsv},
    {"graphml", ExportFormat::GraphMl},
    {"gexf", ExportFormat::Gexf},
}};

template <class Number>
std::optional<UsageError> read_number(const char* flag, const std::string& text, Number& number) {
  if (text.empty()) return std::nullopt;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error == std::errc() && end == text.data() + text.size()) return std::nullopt;
  return UsageError{std::string(flag) + " needs a whole number, not " + shell_quote(text), ""};
}

template <class Table, class Value>
std::optional<UsageError> read_choice(const char* flag, const std::string& text, const Table& table,
                                      Value& value) {
  if (text.empty()) return std::nullopt;
  std::string choices;
  for (const auto& [name, meaning] : table) {
    if (name == text) {
      value = meaning;
      return std::nullopt;
    }
    choices += (choices.empty() ? "" : ", ") + std::string(name);
  }
  return UsageError{std::string(flag) + " has no choice " + shell_quote(text),
                    "choose one of: " + choices};
}

/// --syntax, or --from, which means the same; --to names the one language we write.
std::optional<UsageError> read_syntax(const TypedFlags& typed, Syntax& syntax) {
  constexpr std::array kWritten{kSyntaxes.front()};
  static_assert(kWritten.front().second == Syntax::Morgue);
  Syntax written = Syntax::Morgue;
  if (!typed.from.empty() && !typed.syntax.empty() && typed.from != typed.syntax) {
    return UsageError{"--from and --syntax exclude each other", ""};
  }
  auto error = read_choice("--syntax", typed.syntax, kSyntaxes, syntax);
  if (!error) error = read_choice("--from", typed.from, kSyntaxes, syntax);
  if (!error) error = read_choice("--to", typed.to, kWritten, written);
  if (!error && typed.literal && syntax != Syntax::Morgue) {
    error = UsageError{"--literal and --syntax exclude each other",
                       "with --literal the query is plain words in any language"};
  }
  return error;
}

constexpr std::array<std::pair<char, int>, 4> kDaysOfUnits{{
    {'d', 1},
    {'w', 7},
    {'m', 30},
    {'y', 365},
}};

/// "90d", "12w", "6m", "1y".
std::optional<UsageError> read_decay(const std::string& text, LimitFlags& limits) {
  if (text.empty()) return std::nullopt;
  if (limits.sort != SortOrder::Relevance) {
    return UsageError{"--decay and --sort by date exclude each other", ""};
  }
  std::uint32_t count = 0;
  const char* end = text.data() + text.size();
  const auto [unit, error] = std::from_chars(text.data(), end, count);
  for (const auto& [letter, days] : kDaysOfUnits) {
    if (error != std::errc() || count == 0 || unit + 1 != end || *unit != letter) continue;
    limits.decay = static_cast<double>(count) * days;
    limits.decay_typed = text;
    return std::nullopt;
  }
  return UsageError{"--decay needs a period, not " + shell_quote(text),
                    "a number of days, weeks, months or years: 90d, 12w, 6m, 1y"};
}

/// "person:20,org".
std::optional<UsageError> read_facets(const std::string& text, std::vector<FacetRequest>& facets) {
  std::istringstream in(text);
  for (std::string item; std::getline(in, item, ',');) {
    FacetRequest facet;
    const std::size_t colon = item.find(':');
    facet.name = item.substr(0, colon);
    if (colon != item.npos) {
      const std::string rows = item.substr(colon + 1);
      if (rows.empty() || read_number("--facet", rows, facet.rows) || facet.rows == 0) {
        return UsageError{"--facet " + item + ": how many rows?", "as in: --facet person:20,org"};
      }
    }
    if (facet.name.empty()) {
      return UsageError{"--facet needs names of fields", "as in: --facet person:20,org"};
    }
    facets.push_back(facet);
  }
  return std::nullopt;
}

/// --ids and -0 go together; all others exclude each other.
std::optional<UsageError> read_formats(const TypedFlags& typed, OutputFlags& output) {
  for (const auto& [flag, format] : typed.formats) {
    if (&flag != &typed.formats.front().first && format != output.format) {
      return UsageError{typed.formats.front().first + " and " + flag + " exclude each other", ""};
    }
    output.format = format;
    if (flag == "-0") output.nul_separated = true;
  }
  return std::nullopt;
}

/// "person,org".
std::optional<UsageError> read_types(const std::string& text, std::vector<EntityKind>& kinds) {
  std::istringstream in(text);
  for (std::string item; std::getline(in, item, ',');) {
    const auto kind = read_name_kind(item);
    if (!kind) return UsageError{"--type: " + kind.error().message, "as in: --type person,org"};
    kinds.push_back(*kind);
  }
  return std::nullopt;
}

std::optional<UsageError> read_names(const TypedFlags& typed, NameFlags& names) {
  names.containing = typed.containing;
  auto error = read_types(typed.types, names.kinds);
  if (!error) error = read_number("--top", typed.most_entities, names.most_entities);
  if (error || typed.least.empty()) return error;
  return read_number("--min", typed.least, names.least.emplace());
}

template <class Number>
std::optional<UsageError> read_number(const char* flag, const std::string& text,
                                      std::optional<Number>& number) {
  if (text.empty()) return std::nullopt;
  return read_number(flag, text, number.emplace());
}

std::optional<UsageError> read_exploration(const TypedFlags& typed, ExploreFlags& flags) {
  flags.against = typed.against;
  flags.before = typed.before;
  flags.negative = typed.negative;
  flags.text_file = typed.text_file;
  flags.output = typed.output;
  flags.from_now = typed.from_now;
  auto error = read_number("--context", typed.context, flags.context);
  if (!error) error = read_number("--sample", typed.sample, flags.sample);
  if (!error) error = read_number("--seed", typed.seed, flags.seed);
  if (!error) error = read_number("--window", typed.window, flags.window);
  if (!error) error = read_number("--ngram", typed.run, flags.run);
  if (!error) error = read_choice("--sort", typed.line_order, kLineOrders, flags.lines);
  if (!error) error = read_choice("--measure", typed.measure, kMeasures, flags.measure);
  if (!error) error = read_choice("--by", typed.period, kPeriods, flags.period);
  if (!error) error = read_choice("--as", typed.exported, kExportFormats, flags.exported);
  constexpr std::size_t kLongestRun = 10;
  if (!error && (flags.run == 0 || flags.run > kLongestRun)) {
    error = UsageError{"--ngram needs a number from 1 to 10", ""};
  }
  return error;
}

}  // namespace

std::optional<UsageError> resolve(const TypedFlags& typed, Options& options) {
  options.archive.archives = typed.archives;
  options.limits.limit_given = !typed.limit.empty();
  options.limits.sort_given = !typed.sort.empty();
  options.limits.after = typed.after;
  options.query.any = typed.any;
  options.query.literal = typed.literal;
  options.query.strict = typed.strict;
  options.query.lenient = typed.lenient;
  options.output.quiet = typed.quiet;
  options.output.pager = !typed.no_pager;
  options.output.provenance = typed.provenance;
  options.explain = typed.explain;
  options.why = typed.why;
  options.tree = typed.tree;
  options.by_month = typed.by_month;
  options.count_only = typed.count_only;
  options.shown_query = typed.shown_query;
  options.mentions = typed.mentions;
  auto error = read_syntax(typed, options.query.syntax);
  if (!error) error = read_number("--limit", typed.limit, options.limits.limit);
  if (!error) error = read_number("--offset", typed.offset, options.limits.offset);
  if (!error) {
    error = read_number("--max-expansions", typed.max_expansions, options.query.max_expansions);
  }
  if (!error) error = read_number("--passages", typed.passages, options.output.passages);
  if (!error && options.output.passages == 0) {
    error = UsageError{"--passages needs a number from 1 on", ""};
  }
  if (!error) {
    error = read_choice("--case", typed.letter_case, kComparisons, options.query.exact_case);
  }
  if (!error) {
    error = read_choice("--accents", typed.accents, kComparisons, options.query.exact_accents);
  }
  if (!error) error = read_choice("--sort", typed.sort, kSortOrders, options.limits.sort);
  if (!error) error = read_decay(typed.decay, options.limits);
  if (!error) error = read_choice("--color", typed.color, kColorModes, options.output.color);
  for (const std::string& text : typed.facets) {
    if (!error) error = read_facets(text, options.facet.facets);
  }
  if (!error) error = read_choice("--copies", typed.copies, kListedCopies, options.copies.listed);
  if (!error && !typed.count_copies.empty()) {
    error = read_choice("--count-copies", typed.count_copies, kCountedCopies,
                        options.facet.counted.emplace());
  }
  if (!error) error = read_exploration(typed, options.explore);
  if (!error) error = read_names(typed, options.names);
  if (!error) error = read_formats(typed, options.output);
  if (!error && !typed.after.empty() && !typed.offset.empty()) {
    error = UsageError{"--after and --offset exclude each other", ""};
  }
  return error;
}

}  // namespace morgue

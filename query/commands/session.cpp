// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/commands/session.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <utility>

#include "common/base/index_error.h"
#include "common/base/shell_quote.h"
#include "query/cli.h"
#include "query/commands/query_text.h"
#include "query/render/layout.h"
#include "query/repl/interruptible.h"
#include "query/repl/typed_line.h"

namespace morgue {
namespace {

using Words = std::vector<std::string>;

constexpr const char* kHelp =
    "  QUERY           a new search                 show N     an article of the list\n"
    "  + CLAUSE        only with it                 next       the next page\n"
    "  - CLAUSE        only without it              back       one step back\n"
    "  facet NAMES     its values, numbered         sort ORDER relevance, date, -date\n"
    "  facet N         only that value              :line      the command line for it\n"
    "  :kwic, :trend, :keyness … OPTIONS            the command on this query\n"
    "  :save NAME      keep the query               :quit      or Ctrl-D\n"
    "A query that begins with one of these words: search WORDS…\n";

std::optional<std::uint64_t> number_of(const std::string& text) {
  std::uint64_t number = 0;
  const char* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, number);
  if (error != std::errc() || stop != end || number == 0) return std::nullopt;
  return number;
}

Words with_query(Words words, const std::string& query) {
  words.emplace_back("--");
  words.push_back(query);
  return words;
}

}  // namespace

/// A word that a line may begin with.
struct Session::Verb {
  std::string_view word;
  void (Session::*run)(const std::string& rest);
  static const std::array<Verb, 11> kAll;
};

constexpr std::array<Session::Verb, 11> Session::Verb::kAll{{
    {"sort", &Session::sort},
    {"next", &Session::next},
    {"back", &Session::back},
    {"show", &Session::show},
    {"facet", &Session::facet},
    {":line", &Session::say_line},
    {":export", &Session::say_line},
    {":help", &Session::say_help},
    {"help", &Session::say_help},
    {"?", &Session::say_help},
    {"search", &Session::start},
}};

Words session_commands() {
  Words words{"sort", "next", "back", "show", "facet", "help", ":line", ":export", ":quit"};
  for (const Command& command : commands()) words.push_back(":" + std::string(command.name));
  // :export says the line; to export, the line can be changed.
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

void Session::greet() {
  context_.out << "Type a query; help lists what else, Tab completes, Ctrl-D ends.\n";
  context_.out.flush();
}

void Session::run(LineSource& lines) {
  while (const auto line = lines.next()) {
    if (!take(trimmed(*line))) break;
    context_.out.flush();
    if (!context_.out) break;
  }
}

bool Session::take(const std::string& line) {
  if (line.empty()) return true;
  if (line == ":quit" || line == ":q" || line == "quit" || line == "exit") return false;
  if (line.front() == '+' || line.front() == '-') {
    refine(trimmed(line.substr(1)), line.front() == '-');
    return true;
  }
  const std::size_t end = std::min(line.find_first_of(" \t"), line.size());
  const std::string word = line.substr(0, end);
  for (const Verb& verb : Verb::kAll) {
    if (verb.word != word) continue;
    (this->*verb.run)(trimmed(line.substr(end)));
    return true;
  }
  if (line.front() == ':') {
    command(line.substr(1));
  } else {
    start(line);
  }
  return true;
}

void Session::start(const std::string& query) {
  if (query.empty()) return complain("search for what?", "type the words of a query");
  RefinedQuery before = std::exchange(query_, {});
  query_.start(query);
  offset_ = 0;
  if (!search()) query_ = std::move(before);
}

void Session::refine(const std::string& clause, bool without) {
  if (!has_query()) return;
  if (clause.empty()) return complain("the clause is missing", "as in: + date:2025   - lang:es");
  const auto narrowed = query_.narrow(clause, without);
  if (!narrowed) return context_.messages.query_error(clause, narrowed.error());
  offset_ = 0;
  if (!search()) query_.back();
}

void Session::sort(const std::string& rest) {
  if (rest != "relevance" && rest != "date" && rest != "-date") {
    return complain("sort by what?", "sort relevance, sort date (oldest first), sort -date");
  }
  order_ = rest;
  offset_ = 0;
  if (!query_.empty()) search();
}

void Session::next(const std::string& rest) {
  if (!rest.empty()) return start("next " + rest);
  if (!has_query()) return;
  offset_ += options_.limits.limit;
  search();
}

void Session::back(const std::string& rest) {
  if (!rest.empty()) return start("back " + rest);
  if (!query_.back()) return complain("this is the first step", "");
  offset_ = 0;
  search();
}

void Session::show(const std::string& rest) {
  if (!has_query()) return;
  const auto rank = number_of(rest);
  if (!rank) return complain("show which one?", "its number in the list: show 3");
  const auto parsed = parse_command_line(with_query({"search", "--sort", order_}, query_.text()));
  SearchRequest request = request_of(parsed->options, query_of(parsed->options));
  request.sort = parsed->options.limits.sort;
  request.listed_copies = ListedCopies::First;
  request.offset = *rank - 1;
  request.limit = 1;
  request.want_articles = false;
  Searcher searcher = Searcher::open(archives_);
  const auto page = searcher.search(request);
  if (!page) return context_.messages.query_error(query_.text(), page.error());
  if (page->hits.empty()) return complain("there is no number " + rest + " in the list", "");
  Words words = words_of("show");
  words.insert(words.end(), {"--query", query_.text(), "--", page->hits.front().article.id});
  run_words(words);
}

void Session::facet(const std::string& rest) {
  if (!has_query()) return;
  const auto row = number_of(rest);
  if (!row) return list_facets(rest.empty() ? "source,month,person,org" : rest);
  if (*row > row_queries_.size()) {
    return complain("no value has the number " + rest, "facet person lists values");
  }
  query_.narrow_to(row_queries_[*row - 1]);
  offset_ = 0;
  search();
}

void Session::list_facets(const std::string& names) {
  Words words = words_of("facets");
  words.insert(words.end(), {"--facet", names});
  words = with_query(words, query_.text());
  const auto parsed = parse_command_line(words);
  if (!parsed) return context_.messages.usage_error(parsed.error());
  SearchRequest request = request_of(parsed->options, query_of(parsed->options));
  request.limit = 1;
  request.want_articles = false;
  Searcher searcher = Searcher::open(archives_);
  const auto page = searcher.search(request);
  if (!page) return context_.messages.query_error(query_.text(), page.error());
  last_ = words;
  row_queries_.clear();
  std::vector<Row> rows;
  for (const Facet& facet : page->facets) {
    for (const FacetRow& row : facet.rows) {
      row_queries_.push_back(row.query);
      rows.push_back(
          {std::to_string(row_queries_.size()), facet.name, row.value, grouped(row.count)});
    }
  }
  context_.out << align(rows, {Align::Right, Align::Left, Align::Left, Align::Right},
                        context_.terminal.width);
}

void Session::say_line(const std::string& /*rest*/) {
  if (last_.empty()) return complain("nothing has been run yet", "");
  std::string line = "morgue-query";
  for (const std::string& word : last_) line += ' ' + shell_quote(word);
  context_.out << line << '\n';
}

void Session::say_help(const std::string& /*rest*/) { context_.out << kHelp; }

/// ":kwic --sort right": the command with these options on the query, or on words of its own.
void Session::command(const std::string& line) {
  const Words typed = split_line(line);
  const Command* asked = typed.empty() ? nullptr : find_command(typed.front());
  if (asked == nullptr || asked->run == run_repl) {
    return complain("no command :" + (typed.empty() ? "" : typed.front()), "help lists them");
  }
  Words words = words_of(typed.front());
  words.insert(words.end(), typed.begin() + 1, typed.end());
  const bool of_query = asked->words.find("QUERY") != asked->words.npos || asked->words[0] == '[';
  if (!of_query || query_.empty()) {
    run_words(words);
    return;
  }
  const Words whole = with_query(words, query_.text());
  const auto parsed = parse_command_line(whole);
  if (!parsed) return context_.messages.usage_error(parsed.error());
  const std::size_t own = parsed->options.words.size() - 1;
  const std::size_t named = asked->words.starts_with("NAME") ? 1 : 0;  // save, watch
  run_words(own <= named ? whole : words);
}

bool Session::search() {
  Words words = words_of("search");
  if (order_ != "relevance") words.insert(words.end(), {"--sort", order_});
  if (options_.limits.limit_given) {
    words.insert(words.end(), {"--limit", std::to_string(options_.limits.limit)});
  }
  if (offset_ > 0) words.insert(words.end(), {"--offset", std::to_string(offset_)});
  return run_words(with_query(words, query_.text()));
}

bool Session::has_query() {
  if (!query_.empty()) return true;
  complain("there is no query yet", "type one: Morena AND tariffs");
  return false;
}

void Session::complain(const std::string& message, const std::string& suggestion) {
  context_.messages.usage_error({message, suggestion});
}

Words Session::words_of(const std::string& command) const {
  Words words{command};
  for (const std::string& archive : archives_) words.insert(words.end(), {"-a", archive});
  return words;
}

bool Session::run_words(const Words& words) {
  auto parsed = parse_command_line(words);
  if (!parsed) {
    context_.messages.usage_error(parsed.error());
    return false;
  }
  last_ = words;
  if (parsed->command == nullptr) {
    context_.out << parsed->print;
    return true;
  }
  parsed->options.output.hints = false;
  InterruptibleOutput output(context_.out);
  Context context{context_.environment, context_.terminal, context_.in, output.stream(),
                  context_.messages};
  ExitCode code = ExitCode::Done;
  try {
    code = run_command(*parsed->command, parsed->options, context);
  } catch (const IndexError& error) {
    context_.messages.failure("archive", error.what());
  }
  context_.messages.set_place("");
  if (InterruptibleOutput::was_interrupted()) context_.out << "\n(stopped)\n";
  return code != ExitCode::Usage;
}

}  // namespace morgue

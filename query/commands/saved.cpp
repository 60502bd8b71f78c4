// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/commands/saved.h"

#include <algorithm>
#include <filesystem>

#include "query/commands/archives.h"
#include "query/commands/query_text.h"
#include "query/plan/saved_queries.h"

namespace morgue {
namespace {

namespace fs = std::filesystem;

bool usage(Context& context, const std::string& message, const std::string& suggestion) {
  context.messages.usage_error({message, suggestion});
  return false;
}

bool is_name(const std::string& name) {
  return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '_';
  });
}

SavedQueries read_saved(const ArchivePaths& archive) {
  SavedQueries saved;
  saved.add_file(archive.queries());
  return saved;
}

bool is_sound(const ArchivePaths& archive, const std::string& query, Context& context) {
  Searcher searcher = Searcher::open({archive.root.string()});
  SearchRequest request;
  request.query = query;
  const auto page = searcher.count(request);
  if (!page) context.messages.query_error(query, page.error());
  return page.has_value();
}

}  // namespace

bool save_query(const ArchivePaths& archive, const std::string& name, const std::string& query,
                Context& context) {
  if (!is_name(name)) {
    return usage(context, "\"" + name + "\" is no name for a query",
                 "a name is letters without accents, digits, - and _");
  }
  if (query.find_first_of("\t\n") != query.npos) {
    return usage(context, "a query with tabs or line breaks cannot be saved", "write it in a line");
  }
  const SavedQueries saved = read_saved(archive);
  const std::string* known = saved.find(name);
  if (known != nullptr && *known == query) return true;
  if (known != nullptr) {
    return usage(context, name + " is the name of another query: " + *known,
                 "choose another name, or edit " + archive.queries().string());
  }
  if (!is_sound(archive, query, context)) return false;
  std::string text = fs::exists(archive.queries()) ? read_file(archive.queries()) : std::string();
  if (!text.empty() && text.back() != '\n') text += '\n';
  replace_file(archive.queries(), text + name + '\t' + query + '\n');
  return true;
}

std::optional<std::string> saved_query(const ArchivePaths& archive, const std::string& name,
                                       Context& context) {
  const SavedQueries saved = read_saved(archive);
  if (const std::string* known = saved.find(name)) return *known;
  usage(
      context, "no query is saved as \"" + name + "\"",
      "save one: morgue-query save " + (is_name(name) ? name : "NAME") + " QUERY; " + saved.help());
  return std::nullopt;
}

ExitCode run_save(const Options& options, Context& context) {
  const auto archive = archive_to_change(options, context, "queries are saved in");
  if (!archive) return ExitCode::Usage;
  if (options.words.size() < 2) {
    usage(context, "save needs a name and a query", "as in: morgue-query save customs 'tariff*'");
    return ExitCode::Usage;
  }
  Options of_query = options;
  of_query.words.erase(of_query.words.begin());
  const QueryText query = query_of(of_query);
  context.messages.notes(query.notes);
  return save_query(*archive, options.words.front(), query.text, context) ? ExitCode::Done
                                                                          : ExitCode::Usage;
}

}  // namespace morgue

// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/commands/about_entity.h"

#include "common/base/shell_quote.h"
#include "common/text/width.h"
#include "query/commands/archives.h"
#include "query/commands/exploration.h"
#include "query/explore/entity_profile.h"
#include "query/explore/namesakes.h"
#include "query/parse/print.h"
#include "query/render/json_writer.h"
#include "query/render/layout.h"

namespace morgue {
namespace {

constexpr std::size_t kContexts = 5;

std::string query_for(EntityKind kind, std::string_view name) {
  return std::string(name_of(kind)) + ":=" + quote(std::string(name));
}

/// Most namesakes that a profile names.
constexpr std::size_t kNamesakes = 5;

void write_profile(const EntityProfile& profile, const std::vector<EntityRow>& namesakes,
                   Context& context) {
  std::ostream& out = context.out;
  out << isolated(safe_for_terminal(profile.name.text)) << "  (" << name_of(profile.name.kind)
      << ", " << counted(profile.articles, "article", "articles") << ")\n";
  for (const EntityRow& row : profile.known_as) {
    if (row.name == profile.name) continue;
    const bool other_kind = row.name.kind != profile.name.kind;
    out << "  also: " << (other_kind ? std::string(name_of(row.name.kind)) + ":" : "")
        << safe_for_terminal(row.name.text) << "  " << counted(row.articles, "article", "articles")
        << '\n';
  }
  for (const EntityRow& row : namesakes) {
    out << "  may be: " << safe_for_terminal(row.name.text) << "  "
        << counted(row.articles, "article", "articles") << '\n';
  }
  if (profile.given > 0) {
    out << "  named by the metadata of " << counted(profile.given, "article", "articles") << '\n';
  }
  for (std::size_t i = 0; i < profile.mentions.size(); ++i) {
    if (profile.mentions[i] == 0) continue;
    out << "  " << counted(profile.mentions[i], "mention", "mentions") << " found by "
        << name_of(static_cast<MentionSource>(i)) << '\n';
  }
  for (const EntityContext& context_of : profile.contexts) {
    const Article& article = context_of.article;
    out << "\n  " << article.date.to_string() << (article.date.known() ? "  " : "")
        << safe_for_terminal(article.source) << "  " << safe_for_terminal(article.id) << "\n    "
        << isolated(
               safe_for_terminal(context_of.before) +
               styled(safe_for_terminal(context_of.mention), Style::Mark, context.terminal.color) +
               safe_for_terminal(context_of.after))
        << '\n';
  }
}

void write_rows(const std::vector<EntityRow>& rows, JsonWriter& json) {
  json.begin_array();
  for (const EntityRow& row : rows) {
    json.begin_object().field("name", row.name.text).field("type", name_of(row.name.kind));
    json.field("articles", row.articles).end_object();
  }
  json.end_array();
}

void write_profile_json(const EntityProfile& profile, const std::vector<EntityRow>& namesakes,
                        Context& context) {
  JsonWriter json(context.out);
  json.begin_object().field("name", profile.name.text).field("type", name_of(profile.name.kind));
  json.field("articles", profile.articles)
      .field("query", query_for(profile.name.kind, profile.name.text));
  write_rows(profile.known_as, json.key("known_as"));
  write_rows(namesakes, json.key("may_be"));
  json.field("given", profile.given).key("mentions").begin_object();
  for (std::size_t i = 0; i < profile.mentions.size(); ++i) {
    json.field(name_of(static_cast<MentionSource>(i)), profile.mentions[i]);
  }
  json.end_object().key("contexts").begin_array();
  for (const EntityContext& one : profile.contexts) {
    json.begin_object().field("id", one.article.id).field("date", one.article.date.to_string());
    json.field("before", one.before).field("mention", one.mention).field("after", one.after);
    json.end_object();
  }
  json.end_array().end_object();
  context.out << '\n';
}

}  // namespace

ExitCode about_entity(const std::vector<std::string>& words, const Options& options,
                      Context& context) {
  const auto typed_kind = words.size() > 1 ? read_name_kind(words.front()) : Error{"type", ""};
  const std::string typed = words.empty() ? "" : words.back();
  if (words.empty() || words.size() > 2 || (words.size() == 2 && !typed_kind)) {
    context.messages.usage_error({"entities about needs a name, with its type before it or not",
                                  "as in: morgue-query entities about person 'Claudia Sheinbaum'"});
    return ExitCode::Usage;
  }
  Searcher searcher = Searcher::open(find_archives(options.archive, context.environment));
  const auto all = select_query(searcher, "*", options, context);
  if (!all) return ExitCode::Usage;
  bool first = true;
  for (const EntityKind kind :
       kinds_or_all(typed_kind ? std::vector{*typed_kind} : options.names.kinds)) {
    const auto selection = select_query(searcher, query_for(kind, typed), options, context);
    if (!selection) return ExitCode::Usage;
    if (selection->articles.empty()) continue;
    const auto group = selection->view().names().find({kind, typed});
    const Name name = group ? group->shown : Name{kind, typed};
    const auto profile = profile_entity(*selection, name, row_limit(options, kContexts));
    std::vector<EntityRow> namesakes = namesakes_of(name, *all);
    if (namesakes.size() > kNamesakes) namesakes.resize(kNamesakes);
    if (!first && options.output.format == Format::Text) context.out << '\n';
    first = false;
    if (options.output.quiet) continue;
    options.output.format == Format::Text ? write_profile(profile, namesakes, context)
                                          : write_profile_json(profile, namesakes, context);
  }
  if (!first) return ExitCode::Done;
  context.messages.failure("no-entity", "no article here names \"" + typed +
                                            "\"; to look for it: " +
                                            "morgue-query entities --match " + shell_quote(typed));
  return ExitCode::NoHits;
}

}  // namespace morgue

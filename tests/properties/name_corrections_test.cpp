// SPDX-License-Identifier: GPL-3.0-or-later
// Corrections at query time do what correcting the articles and indexing again would, whatever the
// names, aliases and rejects are.
#include <algorithm>
#include <fstream>
#include <map>
#include <optional>
#include <random>
#include <set>

#include <gtest/gtest.h>

#include "common/index/archive_reader.h"
#include "common/index/entity_fields.h"
#include "indexer/commands/commands.h"
#include "query/entities/corrections.h"
#include "query/run/searcher.h"
#include "tests/support/article_builder.h"
#include "tests/support/index_inputs.h"
#include "tests/support/temp_dir.h"

namespace morgue {
namespace {

using test_support::ArticleBuilder;
using Named = std::vector<std::set<Name>>;  // by article

const std::vector<std::string> kNames{
    "Ana Ruiz",  "Ruiz", "A. Ruiz",   "Ruiz, Ana", "ANA RUIZ",  "Bo Lund", "Lund",
    "Lund Ruiz", "Acme", "Acme Ruiz", "Bo Acme",   "Ana María", "He"};

class Dice {
 public:
  explicit Dice(unsigned seed) : random_(seed) {}
  std::size_t roll(std::size_t sides) {
    return std::uniform_int_distribution<std::size_t>(0, sides - 1)(random_);
  }
  Name name() { return {kNamedKinds[roll(3)], kNames[roll(kNames.size())]}; }

 private:
  std::mt19937 random_;
};

struct Corrected {
  std::map<Name, Name> aliases;  // none leads on to another
  std::set<Name> rejects;

  std::optional<Name> of(const Name& name) const {
    const auto alias = aliases.find(name);
    const Name& shown = alias == aliases.end() ? name : alias->second;
    if (rejects.contains(name) || rejects.contains(shown)) return std::nullopt;
    return shown;
  }
};

Corrected draw_corrections(Dice& dice) {
  Corrected drawn;
  std::set<Name> shown;
  for (std::size_t i = dice.roll(7); i > 0; --i) {
    const Name same = dice.name();
    const Name other = dice.roll(4) == 0 ? dice.name() : Name{same.kind, dice.name().text};
    if (same == other || shown.contains(same) || drawn.aliases.contains(other)) continue;
    if (drawn.aliases.emplace(same, other).second) shown.insert(other);
  }
  for (std::size_t i = dice.roll(3); i > 0; --i) drawn.rejects.insert(dice.name());
  return drawn;
}

Named draw_articles(Dice& dice) {
  Named articles(5 + dice.roll(20));
  for (auto& names : articles) {
    for (std::size_t i = dice.roll(5); i > 0; --i) names.insert(dice.name());
  }
  return articles;
}

/// With names that stand for themselves, unless the archive is to link them.
void write_archive(const test_support::TempDir& folder, const std::string& name,
                   const Named& articles, const std::string& links = "off") {
  std::string lines;
  for (std::size_t i = 0; i < articles.size(); ++i) {
    ArticleBuilder article(std::to_string(i));
    article.body("Words.");
    for (const Name& named : articles[i]) {
      if (named.kind == EntityKind::Person) article.person(named.text);
      if (named.kind == EntityKind::Organisation) article.organisation(named.text);
      if (named.kind == EntityKind::Place) article.place(named.text);
    }
    lines += article.json_line();
  }
  folder.write(name + ".jsonl", lines);
  AddOptions options;
  options.entities.links = links;
  test_support::index_inputs(folder.path() / (name + ".morgue"),
                             {folder.path() / (name + ".jsonl")}, options);
}

class NameCorrections : public testing::TestWithParam<unsigned> {
 protected:
  void SetUp() override {
    Dice dice(GetParam());
    stored_ = draw_articles(dice);
    corrected_ = draw_corrections(dice);
    write_archive(folder_, "stored", stored_);
    for (const auto& names : stored_) {
      auto& meant = meant_.emplace_back();
      for (const Name& name : names) {
        if (const auto shown = corrected_.of(name)) meant.insert(*shown);
      }
    }
    for (const auto& [same, shown] : corrected_.aliases) {
      add_alias(folder_.path() / "stored.morgue/aliases.tsv", shown, same);
    }
    for (const Name& name : corrected_.rejects) {
      add_reject(folder_.path() / "stored.morgue/rejects.tsv", name);
    }
  }

  Searcher open(const std::string& name) const {
    return Searcher::open({(folder_.path() / (name + ".morgue")).string()});
  }

  static SearchRequest request(const std::string& query) {
    SearchRequest request;
    request.query = query;
    request.limit = 0;
    request.facets = {{"person", 100}, {"org", 100}, {"place", 100}};
    return request;
  }

  static std::set<std::string> ids(Searcher& searcher, const std::string& query) {
    const auto page = searcher.search(request(query));
    EXPECT_TRUE(page) << query << ": " << page.error().message;
    std::set<std::string> ids;
    for (const Hit& hit : page->hits) ids.insert(hit.article.id);
    return ids;
  }

  /// Names that an entity is known by: its own and its aliases, but for rejected ones.
  std::vector<std::string> known_as(const Name& shown) const {
    std::vector<std::string> names{shown.text};
    for (const auto& [same, other] : corrected_.aliases) {
      if (other == shown && corrected_.of(same)) names.push_back(same.text);
    }
    return names;
  }

  template <class Test>
  std::set<std::string> where(Test test) const {
    std::set<std::string> ids;
    for (std::size_t i = 0; i < meant_.size(); ++i) {
      if (test(meant_[i])) ids.insert(std::to_string(i));
    }
    return ids;
  }

  test_support::TempDir folder_;
  Named stored_, meant_;
  Corrected corrected_;
};

TEST_P(NameCorrections, FacetsAreThoseOfCorrectedArticles) {
  write_archive(folder_, "meant", meant_);
  Searcher stored = open("stored");
  Searcher meant = open("meant");
  const auto page = stored.search(request("*"));
  const auto truth = meant.search(request("*"));
  ASSERT_TRUE(page && truth);
  for (std::size_t i = 0; i < page->facets.size(); ++i) {
    const Facet& facet = page->facets[i];
    EXPECT_EQ(facet.missing, truth->facets[i].missing) << facet.name;
    EXPECT_EQ(facet.missing, ids(stored, facet.missing_query).size()) << facet.missing_query;
    ASSERT_EQ(facet.rows.size(), truth->facets[i].rows.size()) << facet.name;
    for (std::size_t row = 0; row < facet.rows.size(); ++row) {
      EXPECT_EQ(facet.rows[row].value, truth->facets[i].rows[row].value);
      EXPECT_EQ(facet.rows[row].count, truth->facets[i].rows[row].count) << facet.rows[row].value;
      EXPECT_EQ(ids(stored, facet.rows[row].query), ids(meant, facet.rows[row].query))
          << facet.rows[row].query;
    }
  }
}

TEST_P(NameCorrections, AnyAliasFindsTheEntity) {
  Searcher stored = open("stored");
  for (const EntityKind kind : kNamedKinds) {
    const std::string field(name_of(kind));
    const auto named = [&](auto known) {
      return where([&](const std::set<Name>& names) {
        return std::any_of(names.begin(), names.end(), [&](const Name& name) {
          const auto all = known_as(name);
          return name.kind == kind && std::any_of(all.begin(), all.end(), known);
        });
      });
    };
    for (const std::string word : {"Ruiz", "Ana", "Lund", "Acme", "He"}) {
      const auto holds = [&](const std::string& name) {
        std::string spaced = " " + name + " ";
        std::replace(spaced.begin(), spaced.end(), ',', ' ');
        std::transform(spaced.begin(), spaced.end(), spaced.begin(),
                       [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
        std::string wanted = " " + word + " ";
        wanted[1] = static_cast<char>(std::tolower(static_cast<unsigned char>(wanted[1])));
        return spaced.find(wanted) != spaced.npos;
      };
      EXPECT_EQ(ids(stored, field + ":" + word), named(holds)) << field << ":" << word;
      EXPECT_EQ(ids(stored, field + ":" + word + "*"), named(holds)) << "the same as a wildcard";
    }
    EXPECT_EQ(ids(stored, "has:" + field), named([](const std::string&) { return true; }));
  }
}

// What the archive links is what the same lines in aliases.tsv would do, below the user's own.
TEST_P(NameCorrections, LinksAreAliases) {
  write_archive(folder_, "linked", stored_, "on");
  const auto linked_folder = folder_.path() / "linked.morgue";
  std::map<Name, Name> lines = corrected_.aliases;
  for (const NameLink& link : ArchiveReader::open(ArchivePaths{linked_folder}).name_links()) {
    const Name shown{link.stored.kind, link.shown};
    const auto back = lines.find(shown);
    if (back != lines.end() && back->second == link.stored) continue;  // the user's line wins
    if (!link.stays_apart()) lines.emplace(link.stored, shown);
  }
  std::filesystem::remove(folder_.path() / "stored.morgue/aliases.tsv");
  for (const auto& [same, shown] : lines) {
    add_alias(folder_.path() / "stored.morgue/aliases.tsv", shown, same);
  }
  for (const auto& [same, shown] : corrected_.aliases) {
    add_alias(linked_folder / "aliases.tsv", shown, same);
  }
  for (const Name& name : corrected_.rejects) add_reject(linked_folder / "rejects.tsv", name);
  Searcher stored = open("stored");
  Searcher linked = open("linked");
  const auto page = linked.search(request("*"));
  const auto truth = stored.search(request("*"));
  ASSERT_TRUE(page && truth);
  for (std::size_t i = 0; i < page->facets.size(); ++i) {
    ASSERT_EQ(page->facets[i].rows.size(), truth->facets[i].rows.size());
    for (std::size_t row = 0; row < page->facets[i].rows.size(); ++row) {
      const FacetRow& here = page->facets[i].rows[row];
      EXPECT_EQ(here.value, truth->facets[i].rows[row].value);
      EXPECT_EQ(here.count, truth->facets[i].rows[row].count) << here.value;
      EXPECT_EQ(here.count, ids(linked, here.query).size()) << here.query;
    }
  }
  for (const std::string query : {"person:Ruiz", "person:=Ruiz", "org:acme", "has:person"}) {
    EXPECT_EQ(ids(linked, query), ids(stored, query)) << query;
  }
}

// However the articles came in, and with whatever is replaced and removed in between.
TEST_P(NameCorrections, LinksDoNotDependOnSegments) {
  write_archive(folder_, "once", stored_, "on");
  Dice dice(GetParam());
  const Named others = draw_articles(dice);
  write_archive(folder_, "often", others, "on");
  write_archive(folder_, "often", stored_, "on");
  if (others.size() > stored_.size()) {
    RemoveOptions gone{(folder_.path() / "often.morgue").string(), {}};
    for (std::size_t i = stored_.size(); i < others.size(); ++i) {
      gone.ids.push_back(std::to_string(i));
    }
    ASSERT_EQ(run_remove(gone, test_support::test_surroundings()), ExitCode::Done);
  }
  const auto links = [&](const char* name) {
    return ArchiveReader::open(ArchivePaths{folder_.path() / name}).name_links();
  };
  EXPECT_EQ(links("often.morgue"), links("once.morgue"));
}

INSTANTIATE_TEST_SUITE_P(Seeds, NameCorrections, testing::Range(1U, 25U));

}  // namespace
}  // namespace morgue

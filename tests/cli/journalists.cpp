// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/journalists.h"

#include "tests/support/article_builder.h"

namespace morgue::test_support {
namespace {

std::string repeated(const std::string& text, int count) {
  std::string all;
  for (int i = 0; i < count; ++i) all += text;
  return all;
}

std::vector<ArticleBuilder> about_proximity() {
  return {
      article("near1").body("Claudia Sheinbaum answered the tariffs.").person("Claudia Sheinbaum"),
      article("near2").body("The aranceles that Claudia Sheinbaum rejects."),
      article("near3").body("Claudia Sheinbaum spoke at length of new tariffs."),
      article("near4").body("Sheinbaum met reporters. Claudia Vega wrote about tariffs."),
      article("unit1").body("The senate heard a banker. The minister left."),
      article("unit2").body("The senate heard of it.\n\nA banker left; the minister stayed."),
      article("unit3").body("A banker of the senate, and the minister, left."),
      article("rico1").body("Puerto Rico votes."),
      article("rico2").body("Puerto Rico votes, and a man who was born " + repeated("so ", 9) +
                            "rico pays."),
      article("count1").body("Quota here. A quota there."),
      article("count2").title("Quota").body("Quotas: each quota counts."),
      article("first1").body("Harvest " + repeated("word ", 60) + "drought"),
      article("first2").body("Drought " + repeated("word ", 60) + "harvest"),
      article("slop1").body("A free and fair election."),
      article("slop2").body("Fair and free are words, an election is more."),
  };
}

std::vector<ArticleBuilder> about_writing() {
  return {
      article("exact1").body("Peña Nieto was received.").lang("es"),
      article("exact2").body("PEÑA NIETO WAS RECEIVED.").lang("es"),
      article("exact3").body("pen\u0303a nieto was received, in decomposed letters.").lang("es"),
      article("exact4").body("Pena Nieto was received.").lang("en"),
      article("tea1").body("Thé vert in tins.").lang("fr"),
      article("tea2").body("The vert of arms.").lang("en"),
      article("stop1").body("A request under the Freedom of Information Act."),
      article("stop2").body("Freedom needs information, and an act."),
      article("sign1").body("Cases of COVID-19 fell by 3.5 on 23.1.2024."),
      article("sign2").body("Write to desk@faro.example, or l\u2019enfant, in file_name."),
      article("sign3").body("Docket No. 23-1732, AT&T of the U.S. against C++ coders."),
      article("sign4").body("They told us: #MeToo, says @user on www.faro.example/page."),
      article("sign5").body("Covid in 19 towns; call 1732 or 23."),
      article("long1")
          .url("https://faro.example/")
          .body("At https://faro.example/" + repeated("abcdefghij", 30) + " it stands."),
      article("long2").body(repeated("\u0645", 200) + " is one word."),
      article("wild1").body("The antidumpingduty rose."),
      article("wild2").body("The dumping of steel; dumped steel; a dumpster."),
  };
}

std::vector<ArticleBuilder> about_dates() {
  return {
      article("date1").body("eclipse").on("2023-12-31").source("El Faro"),
      article("date2").body("eclipse").on("2024").source("El Faro"),
      article("date3").body("eclipse").on("2024-02-29").source("Daily Kite"),
      article("date4").body("eclipse").on("2024-03").source("Daily Kite"),
      article("date5").body("eclipse").on("2024-12-31"),
      article("date6").body("eclipse").source("El Faro"),
  };
}

std::vector<ArticleBuilder> about_ranking() {
  const std::string rest = repeated("filler ", 80);
  return {
      article("rank1").body("first words " + rest + "lithium"),
      article("rank2").title("Lithium").body("first words " + rest + "end"),
      article("tie1").body("cobalt mine").on("2020-01-01"),
      article("tie2").body("cobalt mine").on("2021-01-01"),
      article("tie3").body("cobalt mine").on("2020-01-01"),
      article("head1").title("Glacier melts").body(rest + "end"),
      article("head2").body("A glacier " + rest),
      article("head3").body(rest + "glacier"),
  };
}

}  // namespace

void Journalists::SetUpTestSuite() {
  shared_ = std::make_unique<TempDir>();
  std::string lines;
  for (const auto& subject : {about_proximity(), about_writing(), about_dates(), about_ranking()}) {
    for (const ArticleBuilder& article : subject) lines += article.json_line();
  }
  Invocation call;
  call.argv = {MORGUE_INDEX_PROGRAM, "add", archive(), shared_->write("a.jsonl", lines).string()};
  const Outcome outcome = run_program(call);
  ASSERT_EQ(outcome.exit_code, 0) << outcome.err;
}

Ids Journalists::marked(const nlohmann::json& hit) {
  // All the passages here are of one byte a character, or hold no marks behind a longer one.
  const std::string snippet = hit["snippet"];
  Ids words;
  for (const nlohmann::json& mark : hit["marks"]) {
    const std::size_t begin = mark[0];
    const std::size_t end = mark[1];
    words.push_back(snippet.substr(begin, end - begin));
  }
  return words;
}

}  // namespace morgue::test_support

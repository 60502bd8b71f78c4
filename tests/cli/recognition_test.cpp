// SPDX-License-Identifier: GPL-3.0-or-later
// Names found by models: annotate, train, and add with the models that come with the program.
#include <filesystem>
#include <fstream>
#include <iterator>

#include <gmock/gmock.h>

#include "tests/cli/programs.h"
#include "tests/support/article_builder.h"

namespace morgue::test_support {
namespace {

using nlohmann::json;
using testing::HasSubstr;

const std::string kModels = MORGUE_SOURCE_DIR "/indexer/entities/models";

constexpr const char* kLabels =
    "-DOCSTART-\tO\n\nYesterday\tO\nAna\tB-PER\nRuiz\tI-PER\nspoke\tO\nin\tO\nLowgate\tB-LOC\n."
    "\tO\n\n"
    "The\tO\nLowgate\tB-ORG\nBank\tI-ORG\nwas\tO\nsilent\tO\n.\tO\n\n"
    "-DOCSTART-\tO\n\nYesterday\tO\nBo\tB-PER\nLind\tI-PER\nspoke\tO\nin\tO\nTeme\tB-LOC\n.\tO\n";

class RecognitionTest : public Programs {
 protected:
  /// "type start-end name" of each mention of a line of annotate.
  static std::vector<std::string> mentions(const std::string& line) {
    std::vector<std::string> found;
    const json answer = json::parse(line);
    for (const json& one : answer["mentions"]) {
      found.push_back(one["type"].get<std::string>() + " " +
                      std::to_string(one["start"].get<int>()) + "-" +
                      std::to_string(one["end"].get<int>()) + " " + one["name"].get<std::string>());
    }
    return found;
  }

  static std::string content(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }
};

TEST_F(RecognitionTest, AnnotateCountsCodePointsAndKeepsIds) {
  const Outcome run = index(
      {"annotate", "--jsonl", "--models", kModels},
      R"({"id": 7, "body": "«Peña» — President Claudia Sheinbaum met Marco Rubio. Sheinbaum left."})"
      "\n"
      R"({"id": "b", "lang": "es-MX", "title": "Sheinbaum habla", "body": "Claudia Sheinbaum habló."})"
      "\n");
  EXPECT_EQ(run.exit_code, 0) << run.err;
  const std::size_t end = run.out.find('\n');
  EXPECT_EQ(json::parse(run.out.substr(0, end))["id"], 7);
  EXPECT_THAT(mentions(run.out.substr(0, end)),
              testing::IsSupersetOf({"person 19-36 Claudia Sheinbaum", "person 41-52 Marco Rubio",
                                     "person 54-63 Claudia Sheinbaum"}));
  const json second = json::parse(run.out.substr(end + 1));
  EXPECT_EQ(second["mentions"][0]["part"], "title");
  EXPECT_EQ(second["mentions"][0]["name"], "Claudia Sheinbaum") << "the body names her in full";
  EXPECT_FALSE(second["mentions"][1].contains("part"));
}

TEST_F(RecognitionTest, AnnotateTellsTheLanguage) {
  const std::string text =
      "La presidenta Claudia Sheinbaum dijo el martes en Ciudad de México que no habrá nuevos "
      "aranceles antes del verano, según informó el gobierno en un comunicado.";
  const std::string line = json{{"id", 1}, {"body", text}}.dump() + "\n";
  const std::string said = json{{"id", 1}, {"lang", "es"}, {"body", text}}.dump() + "\n";
  const Outcome told = index({"annotate", "--models", kModels}, line);
  EXPECT_EQ(told.exit_code, 0);
  EXPECT_EQ(told.out, index({"annotate", "--models", kModels}, said).out);
  EXPECT_NE(told.out, index({"annotate", "--models", kModels, "--lang", "en"}, line).out);
}

TEST_F(RecognitionTest, AnnotateNamesBadLinesAndGoesOn) {
  folder.write("a.jsonl",
               "nonsense\n{\"id\": 1, \"body\": \"He left.\"}\n{\"body\": \"x\"}\n"
               "{\"id\": 2, \"body\": 3}\n{\"id\": 3, \"lang\": \"de\", \"body\": \"Berlin\"}\n");
  const Outcome run = index({"annotate", "a.jsonl", "--models", kModels});
  EXPECT_EQ(run.exit_code, 3);
  EXPECT_EQ(run.out, "{\"id\":1,\"mentions\":[]}\n");
  for (const char* place : {"a.jsonl:1: ", "a.jsonl:3: ", "a.jsonl:4: ", "a.jsonl:5: "}) {
    EXPECT_THAT(run.err, HasSubstr(place));
  }
  EXPECT_THAT(run.err, HasSubstr("no entity model for the language \"de\""));
  EXPECT_EQ(index({"annotate", "none.jsonl", "--models", kModels}).exit_code, 2);
  EXPECT_EQ(index({"annotate", "a.jsonl", "--models", "none"}).exit_code, 2);
}

TEST_F(RecognitionTest, AnnotateGivesTheSameAtAnyNumberOfJobs) {
  std::string lines;
  for (int i = 0; i < 300; ++i) {
    lines += R"({"id": )" + std::to_string(i) +
             R"(, "body": "Marco Rubio met Ana Ruiz in Washington. Rubio left for Mexico."})"
             "\n";
  }
  const Outcome one = index({"annotate", "--models", kModels, "--jobs", "1"}, lines);
  const Outcome four = index({"annotate", "--models", kModels, "--jobs", "4"}, lines);
  EXPECT_EQ(one.out, four.out);
  EXPECT_EQ(std::count(one.out.begin(), one.out.end(), '\n'), 300);
}

TEST_F(RecognitionTest, AddFindsNamesAndRemembersWithWhichModel) {
  folder.write(
      "a.jsonl",
      article("1").body("Claudia Sheinbaum met Marco Rubio. Sheinbaum left.").json_line() +
          article("2").lang("es").body("El PAN y Claudia Sheinbaum hablaron.").json_line() +
          article("3").lang("de").body("Angela Merkel sprach in Berlin.").json_line());
  ASSERT_EQ(index({"add", "news.morgue", "a.jsonl", "--models", kModels}).exit_code, 0);
  EXPECT_EQ(count("person:=\"Claudia Sheinbaum\""), "2");
  EXPECT_EQ(count("person:Sheinbaum PRE/2 left"), "1") << "where the surname stands";
  EXPECT_EQ(count("org:=PAN"), "1");
  EXPECT_EQ(count("has:person lang:de"), "0") << "there is no model for it";
  const json info = json::parse(index({"info", "news.morgue", "--json"}).out);
  EXPECT_EQ(info["entities"]["models"].size(), 2U) << info["entities"];
  ASSERT_EQ(index({"add", "meta.morgue", "a.jsonl", "--models", kModels, "--entities", "metadata"})
                .exit_code,
            0);
  EXPECT_EQ(query({"-a", "meta.morgue", "count", "has:person"}).out, "0\n");
}

TEST_F(RecognitionTest, TrainMakesTheSameModelAgainAndMeasuresIt) {
  folder.write("labels", kLabels);
  folder.write("lists", "first\tAna\n");
  const std::vector<std::string> arguments{
      "train", "en.model", "--labels", "labels",     "--lists", "lists",      "--lang",
      "en",    "--epochs", "8",        "--smallest", "0",       "--evaluate", "labels"};
  const Outcome first = index(arguments);
  ASSERT_EQ(first.exit_code, 0) << first.err;
  EXPECT_THAT(first.out, HasSubstr("these three"));
  EXPECT_THAT(first.out, HasSubstr("in capitals"));
  const std::string model = content(folder / "en.model");
  ASSERT_EQ(index(arguments).exit_code, 0);
  EXPECT_EQ(content(folder / "en.model"), model);
  const Outcome measured = index({"train", "en.model", "--evaluate", "labels"});
  EXPECT_EQ(measured.out, first.out) << "without --labels it only measures";
}

TEST_F(RecognitionTest, TrainRefusesWhatItCannotUse) {
  folder.write("labels", kLabels);
  folder.write("bad", "Ana B-PER\n");
  const std::pair<std::vector<std::string>, const char*> cases[] = {
      {{"train", "m"}, "needs --labels"},
      {{"train", "m", "--labels", "none"}, "none"},
      {{"train", "m", "--labels", "bad"}, "line 1"},
      {{"train", "m", "--labels", "labels%9"}, "a domain, 1 to 8"},
      {{"train", "m", "--labels", "labels%2"}, "domain 1"},
      {{"train", "m", "--labels", "labels", "--lists", "bad"}, "lists, line 1"},
      {{"train", "labels", "--evaluate", "labels"}, "not an entity model"},
  };
  for (const auto& [arguments, message] : cases) {
    const Outcome run = index(arguments);
    EXPECT_EQ(run.exit_code, 2) << message;
    EXPECT_THAT(run.err, HasSubstr(message));
    EXPECT_FALSE(std::filesystem::exists(folder / "m")) << message;
  }
}

TEST_F(RecognitionTest, ADamagedModelIsRefused) {
  std::string model = content(kModels + "/en.model");
  model[model.size() / 2] = static_cast<char>(model[model.size() / 2] ^ 1);
  folder.write("models/en.model", model);
  folder.write("a.jsonl", article("1").body("Claudia Sheinbaum left.").json_line());
  const Outcome add = index({"add", "news.morgue", "a.jsonl", "--models", "models"});
  EXPECT_EQ(add.exit_code, 2) << add.err;
  EXPECT_THAT(add.err, HasSubstr("damaged"));
}

}  // namespace
}  // namespace morgue::test_support

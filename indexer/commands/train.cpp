// SPDX-License-Identifier: GPL-3.0-or-later
#include <charconv>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "common/base/index_error.h"
#include "common/index/archive_files.h"
#include "indexer/commands/commands.h"
#include "indexer/entities/train/evaluate.h"
#include "indexer/entities/train/packed_file.h"
#include "indexer/entities/train/train_model.h"

namespace morgue {
namespace {

template <class Value>
Value or_throw(Result<Value> result) {
  if (!result) throw IndexError(ExitCode::Usage, result.error().message);
  return std::move(*result);
}

/// "news.train%2": the file and its domain, counted from 1.
TrainingSet read_set(const std::string& typed) {
  TrainingSet set;
  std::string file = typed;
  const std::size_t mark = typed.rfind('%');
  if (mark != typed.npos) {
    const std::string number = typed.substr(mark + 1);
    const auto [end, error] =
        std::from_chars(number.data(), number.data() + number.size(), set.domain);
    constexpr std::uint32_t kMostDomains = 8;
    const bool whole = error == std::errc() && end == number.data() + number.size();
    if (!whole || set.domain < 1 || set.domain > kMostDomains) {
      throw IndexError(ExitCode::Usage, "--labels " + typed + ": after % comes a domain, 1 to 8");
    }
    --set.domain;
    file = typed.substr(0, mark);
  }
  set.documents = or_throw(read_labelled_file(file));
  return set;
}

void train(const TrainCommandOptions& options, const Surroundings& surroundings) {
  std::vector<TrainingSet> sets;
  bool first_domain = false;
  for (const std::string& typed : options.labels) {
    sets.push_back(read_set(typed));
    first_domain = first_domain || sets.back().domain == 0;
  }
  if (!first_domain) {
    throw IndexError(ExitCode::Usage, "--labels: no file has domain 1, which the model speaks as");
  }
  TrainOptions how;
  how.lang = options.lang;
  how.name = options.name;
  how.crf.seed = options.seed;
  how.crf.epochs = options.epochs;
  how.in_capitals = options.in_capitals;
  how.in_title_case = options.in_title_case;
  how.smallest_weight = static_cast<float>(options.smallest_weight);
  how.jobs = options.jobs > 0 ? options.jobs : surroundings.processors;
  const auto parts = or_throw(train_model(
      sets, options.lists.empty() ? "" : or_throw(read_maybe_packed(options.lists)),
      options.clusters.empty() ? "" : or_throw(read_maybe_packed(options.clusters)), how,
      [](const std::string& line) { std::fprintf(stderr, "%s\n", line.c_str()); }));
  const std::string file = encode_model(parts);
  replace_file(std::filesystem::absolute(options.model), file);
  std::fprintf(stderr, "%s: %zu bytes\n", options.model.c_str(), file.size());
}

}  // namespace

ExitCode run_train(const TrainCommandOptions& options, const Surroundings& surroundings) {
  if (options.labels.empty() && options.evaluate.empty()) {
    std::fputs("morgue-index: train needs --labels, or --evaluate for a model that is there\n",
               stderr);
    return ExitCode::Usage;
  }
  if (!options.labels.empty()) train(options, surroundings);
  Tagger tagger(or_throw(load_model(options.model)));
  for (const std::string& file : options.evaluate) {
    const auto documents = or_throw(read_labelled_file(file));
    std::printf("%s\n%s", std::filesystem::path(file).filename().c_str(),
                score_table(evaluate(tagger, documents)).c_str());
    for (const auto& [how, name] : {std::pair(CaseCopy::Capitals, "in capitals"),
                                    std::pair(CaseCopy::Title, "in title case")}) {
      std::vector<LabelledDocument> copies;
      for (const LabelledDocument& document : documents) copies.push_back(with_case(document, how));
      std::printf("%s\n%s", name, score_table(evaluate(tagger, copies)).c_str());
    }
    std::fflush(stdout);
  }
  return ExitCode::Done;
}

}  // namespace morgue

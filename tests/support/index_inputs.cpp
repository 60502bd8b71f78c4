// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/index_inputs.h"

#include <utility>

#include "indexer/batch_reader.h"
#include "indexer/commands/commands.h"
#include "indexer/normalize/normalize.h"

namespace morgue::test_support {
namespace {

std::vector<std::string> to_strings(const std::vector<std::filesystem::path>& paths) {
  std::vector<std::string> strings;
  for (const std::filesystem::path& path : paths) strings.push_back(path.string());
  return strings;
}

}  // namespace

Surroundings test_surroundings() {
  Surroundings surroundings;
  surroundings.started = "2026-01-02T03:04:05Z";
  surroundings.today = *make_date(2026, 12, 31);
  surroundings.processors = 2;
  surroundings.interrupted = [] { return false; };
  return surroundings;
}

ExitCode index_inputs(const std::filesystem::path& archive,
                      const std::vector<std::filesystem::path>& inputs, AddOptions options,
                      EntityModels models) {
  options.archive = archive.string();
  options.inputs = to_strings(inputs);
  options.quiet = true;
  Surroundings surroundings = test_surroundings();
  surroundings.models = std::move(models);
  return run_add(options, surroundings);
}

std::vector<Article> read_articles(const std::vector<std::filesystem::path>& inputs,
                                   std::size_t most) {
  BatchReader reader(Walker(to_strings(inputs), {}), {}, {}, "", {});
  const Normalizer normalizer(FieldMap(), test_surroundings().today);
  std::vector<Article> articles;
  for (;;) {
    const Batch batch = reader.next([] { return false; });
    if (batch.empty()) return articles;
    for (const Batch::Item& item : batch.items) {
      if (articles.size() == most) return articles;
      auto record = item.chunk.parser->parse(item.chunk);
      if (!record) continue;
      auto article = normalizer.normalize(std::move(*record));
      if (article) articles.push_back(std::move(article->article));
    }
  }
}

}  // namespace morgue::test_support

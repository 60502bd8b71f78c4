// SPDX-License-Identifier: GPL-3.0-or-later
// names_bench INPUT [ARTICLES [ROUNDS]]: what it takes to find the names of articles, beside what
// it takes to make their words.
//
// Both run on one thread, by turns, article by article, with processor time counted. From tokens to
// names: surface tokens of the analyzer's words, two readings by the model, one name for each
// entity. Prints tokens and megabytes a second, and the ratio to the analyzer; medians of the
// rounds.
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <memory>
#include <string>
#include <vector>

#include "common/base/index_error.h"
#include "common/text/analyzer.h"
#include "indexer/entities/model_files.h"
#include "indexer/entities/names/name_resolver.h"
#include "indexer/entities/surface_tokens.h"
#include "indexer/entities/tagger/tagger.h"
#include "tests/support/index_inputs.h"

namespace morgue {
namespace {

/// Processor time of this thread, in seconds.
double now() {
  timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

struct Round {
  double words = 0, surface = 0, tags = 0, names = 0;
  std::uint64_t tokens = 0, bytes = 0, mentions = 0;
};

Round run(const std::vector<Article>& articles, Tagger& tagger, NameResolver& resolver) {
  Round round;
  Analyzer analyzer;
  TokenList title_words, body_words;
  SurfaceText title, body;
  std::vector<TaggedName> tagged;
  std::vector<Mention> mentions;
  for (const Article& article : articles) {
    const double start = now();
    analyzer.analyze_with_breaks(article.title, title_words);
    analyzer.analyze_with_breaks(article.body, body_words);
    const double analyzed = now();
    make_surface_text(article.title, title_words, title);
    make_surface_text(article.body, body_words, body);
    const double cut = now();
    tagged.clear();
    tagger.tag(title, body, tagged);
    const double read = now();
    mentions.clear();
    resolver.resolve(title, body, "en", tagged, mentions);
    const double resolved = now();
    round.words += analyzed - start;
    round.surface += cut - analyzed;
    round.tags += read - cut;
    round.names += resolved - read;
    round.tokens += title.tokens.size() + body.tokens.size();
    round.bytes += article.title.size() + article.body.size();
    round.mentions += mentions.size();
  }
  return round;
}

int bench(const std::string& input, std::size_t count, std::size_t rounds) {
  const auto articles = test_support::read_articles({input}, count);
  ModelFolder models(find_model_folder("/"));
  auto model = models.load("en");
  if (model == nullptr) {
    std::fputs("there is no model en.model\n", stderr);
    return 2;
  }
  Tagger tagger(std::move(model));
  NameResolver resolver;
  std::vector<double> surface, tags, names, all, ratio;
  Round round;
  for (std::size_t i = 0; i < rounds; ++i) {
    round = run(articles, tagger, resolver);
    const auto tokens = static_cast<double>(round.tokens);
    surface.push_back(round.surface / tokens * 1e9);
    tags.push_back(round.tags / tokens * 1e9);
    names.push_back(round.names / tokens * 1e9);
    all.push_back(surface.back() + tags.back() + names.back());
    ratio.push_back((round.surface + round.tags + round.names) / round.words);
  }
  const double each = median(all);
  const double bytes_a_token = static_cast<double>(round.bytes) / static_cast<double>(round.tokens);
  std::printf("%zu articles, %llu tokens, %llu mentions; medians of %zu rounds\n", articles.size(),
              static_cast<unsigned long long>(round.tokens),
              static_cast<unsigned long long>(round.mentions), rounds);
  std::printf("surface tokens %6.0f ns a token\n", median(surface));
  std::printf("tags           %6.0f\n", median(tags));
  std::printf("names          %6.0f\n", median(names));
  std::printf("together       %6.0f: %.2f million tokens, %.1f MB a second and core\n", each,
              1e3 / each, bytes_a_token * 1e3 / each);
  std::printf("%.1f times what the analyzer takes\n", median(ratio));
  return 0;
}

}  // namespace
}  // namespace morgue

int main(int argc, char** argv) {
  if (argc < 2 || argc > 4) {
    std::fputs("usage: names_bench INPUT [ARTICLES [ROUNDS]]\n", stderr);
    return 2;
  }
  try {
    const auto number = [&](int at, std::size_t otherwise) {
      return argc > at ? std::strtoull(argv[at], nullptr, 10) : otherwise;
    };
    return morgue::bench(argv[1], number(2, 5000), std::max<std::size_t>(1, number(3, 5)));
  } catch (const morgue::IndexError& error) {
    std::fprintf(stderr, "names_bench: %s\n", error.what());
    return static_cast<int>(error.code());
  }
}

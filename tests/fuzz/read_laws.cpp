// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <memory>
#include <vector>

#include "common/text/utf8.h"
#include "indexer/input/memory_source.h"
#include "indexer/input/peek_source.h"
#include "indexer/normalize/normalize.h"
#include "indexer/readers/registry.h"
#include "tests/fuzz/laws.h"

namespace morgue::fuzz {
namespace {

/// What a reader makes of an input, given to it some bytes at a time.
std::vector<std::string> read(std::string_view bytes, const Format& format, std::size_t step) {
  static const Normalizer kNormalizer(FieldMap{}, PartialDate{});
  const auto reader = format.open(
      std::make_unique<PeekSource>(std::make_unique<MemorySource>(bytes, step)), "input", {});
  std::vector<std::string> found;
  const auto reject = [&](const RecordError& error) {
    require(!error.error.code.empty() && !error.error.message.empty(), "a reject says why");
    found.push_back(std::to_string(error.at.line) + ' ' + error.error.code);
  };
  while (auto chunk = reader->next()) {
    require(found.size() <= bytes.size(), "a reader comes to an end");
    if (!*chunk) {
      reject(chunk->error());
      continue;
    }
    const auto record = (*chunk)->parser->parse(**chunk);
    if (!record) {
      reject(record.error());
      continue;
    }
    const auto article = kNormalizer.normalize(*record);
    if (!article) {
      reject(article.error());
      continue;
    }
    for (const std::string* text : {&article->article.id, &article->article.title,
                                    &article->article.body, &article->article.source}) {
      require(is_valid_utf8(*text), "the text of an article is UTF-8");
    }
    found.push_back(article->article.id + '\n' + article->article.title + '\n' +
                    article->article.body);
  }
  return found;
}

}  // namespace

void check_read(std::string_view bytes) {
  if (bytes.empty()) return;
  const auto number = static_cast<unsigned char>(bytes.front());
  bytes.remove_prefix(1);
  const Format& format = formats()[number % formats().size()];
  const auto chosen = choose_format("input", bytes, {});
  require(chosen || !chosen.error().message.empty(), "what no reader takes is said to be so");
  require(read(bytes, format, bytes.size() + 1) == read(bytes, format, 7),
          "how the bytes come does not matter");
}

}  // namespace morgue::fuzz

// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/imported_mentions.h"

#include <algorithm>
#include <optional>
#include <tuple>
#include <utility>

#include <nlohmann/json.hpp>

#include "common/text/fold.h"
#include "common/text/utf8.h"
#include "indexer/entity_type.h"

namespace morgue {
namespace {

using Json = nlohmann::json;

/// The bytes at which the code points of a text begin, and its end.
std::vector<std::uint32_t> starts_of(std::string_view text) {
  std::vector<std::uint32_t> starts;
  for (std::uint32_t i = 0; i < text.size(); ++i) {
    if ((static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U) starts.push_back(i);
  }
  starts.push_back(static_cast<std::uint32_t>(text.size()));
  return starts;
}

/// A part of an article, by code points.
struct PartText {
  explicit PartText(std::string_view whole) : text(whole), starts(starts_of(whole)) {}

  std::optional<Span> bytes(std::uint64_t start, std::uint64_t end) const {
    if (start >= end || end >= starts.size()) return std::nullopt;
    return Span{starts[start], starts[end]};
  }

  std::string_view text;
  std::vector<std::uint32_t> starts;
};

Result<Mention> fit(const ImportedSpan& span, const PartText& part) {
  auto type = read_entity_type(span.type);
  if (!type) return type.error();
  const std::string place = std::to_string(span.start) + ".." + std::to_string(span.end);
  const auto bytes = part.bytes(span.start, span.end);
  if (!bytes) return Error{"span", place + " is no stretch of the text"};
  const std::string_view written = bytes->of(part.text);
  if (!span.text.empty() && written != span.text) {
    return Error{"text", "at " + place + " stands \"" + std::string(written) + "\", not \"" +
                             span.text + "\""};
  }
  std::string name = value_form(span.name.empty() ? written : std::string_view(span.name));
  if (name.empty()) return Error{"span", place + " is white space"};
  return Mention{type->kind, span.part,       MentionSource::Import,
                 *bytes,     std::move(name), std::move(type->facet)};
}

}  // namespace

Result<ImportedArticle> read_imported_line(std::string_view line) {
  const Json json = Json::parse(line, nullptr, false);
  if (json.is_discarded()) return Error{"json-syntax", "is not JSON"};
  ImportedArticle article;
  try {
    article.id = json.at("id").get<std::string>();
    for (const Json& mention : json.at("mentions")) {
      ImportedSpan span;
      span.type = mention.at("type").get<std::string>();
      span.start = mention.at("start").get<std::uint64_t>();
      span.end = mention.at("end").get<std::uint64_t>();
      span.text = mention.value("text", "");
      span.name = mention.value("name", "");
      if (mention.value("part", "body") == "title") span.part = TextPart::Title;
      article.spans.push_back(std::move(span));
    }
  } catch (const Json::exception&) {
    return Error{"shape",
                 "is not of the shape {\"id\", \"mentions\": [{\"type\", \"start\", \"end\", "
                 "\"text\", \"name\"}]}"};
  }
  return article;
}

std::vector<Mention> fit_to_article(const ImportedArticle& imported, const Article& article,
                                    std::vector<Error>& errors) {
  const PartText title(article.title);
  const PartText body(article.body);
  std::vector<Mention> mentions;
  for (const ImportedSpan& span : imported.spans) {
    auto mention = fit(span, span.part == TextPart::Title ? title : body);
    if (mention) {
      mentions.push_back(std::move(*mention));
    } else {
      errors.push_back(std::move(mention.error()));
    }
  }
  std::stable_sort(mentions.begin(), mentions.end(), [](const Mention& a, const Mention& b) {
    return std::tie(a.part, a.bytes.begin) < std::tie(b.part, b.bytes.begin);
  });
  return mentions;
}

}  // namespace morgue

// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/stored_article.h"

#include <algorithm>
#include <optional>
#include <utility>

#include <xxhash.h>
#include <zstd.h>

#include "common/base/index_error.h"
#include "common/index/mention_list.h"
#include "common/index/varint.h"

namespace morgue {
namespace {

constexpr char kVersion = 3;
constexpr int kCompressionLevel = 3;
constexpr unsigned long long kMaxFieldsBytes = 1ULL << 31U;

// The fixed order of the plain strings; a new one is added at the end of the encoding, not here.
constexpr std::string Article::*const kStrings[] = {
    &Article::id,      &Article::title, &Article::body, &Article::byline,   &Article::source,
    &Article::section, &Article::lang,  &Article::url,  &Article::date_text};
constexpr std::vector<std::string> Article::*const kLists[] = {
    &Article::people, &Article::organisations, &Article::places};

void append_list(std::string& out, const std::vector<std::string>& list) {
  append_varint(out, list.size());
  for (const std::string& value : list) append_string(out, value);
}

[[noreturn]] void fail(const char* what) {
  throw IndexError(ExitCode::Archive, std::string("a stored article is damaged (") + what +
                                          "); find out more with: morgue-index check ARCHIVE");
}

/// What stands before the article, still encoded.
struct Head {
  std::string_view mentions, boilerplate;
};

/// Takes the version and the head off the front of a document's data.
Head take_head(std::string_view& data) {
  if (data.empty() || data.front() != kVersion) fail("unknown version");
  data.remove_prefix(1);
  const auto mentions = take_string(data);
  const auto boilerplate = mentions ? take_string(data) : std::nullopt;
  if (!boilerplate) fail("it ends early");
  return {*mentions, *boilerplate};
}

/// Of each span how far it begins after the end of the one before, and its length.
std::string encode_spans(const std::vector<Span>& spans) {
  std::string bytes;
  std::uint32_t end = 0;
  for (const Span& span : spans) {
    append_varint(bytes, span.begin - end);
    append_varint(bytes, span.size());
    end = span.end;
  }
  return bytes;
}

std::vector<Span> decode_spans(std::string_view bytes) {
  std::vector<Span> spans;
  std::uint64_t end = 0;
  while (!bytes.empty()) {
    const auto gap = take_varint(bytes);
    const auto size = take_varint(bytes);
    if (!gap || !size || *gap > UINT32_MAX || *size > UINT32_MAX ||
        end + *gap + *size > UINT32_MAX) {
      fail("its boilerplate");
    }
    const std::uint64_t begin = end + *gap;
    end = begin + *size;
    spans.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
  }
  return spans;
}

/// Takes fields off the front of an encoding and throws when it ends early.
class FieldTaker {
 public:
  explicit FieldTaker(std::string_view bytes) : bytes_(bytes) {}

  std::uint64_t number() {
    const auto number = take_varint(bytes_);
    if (!number) fail("it ends early");
    return *number;
  }
  std::string string() {
    const auto text = take_string(bytes_);
    if (!text) fail("it ends early");
    return std::string(*text);
  }
  std::vector<std::string> list() {
    std::vector<std::string> values(std::min<std::uint64_t>(number(), bytes_.size()));
    for (std::string& value : values) value = string();
    return values;
  }
  std::size_t left() const { return bytes_.size(); }

 private:
  std::string_view bytes_;
};

}  // namespace

std::string encode_fields(const Article& article) {
  std::string out;
  out.reserve(article.title.size() + article.body.size() + 256);
  for (const auto member : kStrings) append_string(out, article.*member);
  append_varint(out, static_cast<std::uint64_t>(article.date.year));
  append_varint(out, article.date.month);
  append_varint(out, article.date.day);
  append_varint(out, static_cast<std::uint64_t>(article.date_source));
  for (const auto member : kLists) append_list(out, article.*member);
  append_varint(out, article.extra.size());
  for (const ExtraField& field : article.extra) {
    append_string(out, field.name);
    append_varint(out, static_cast<std::uint64_t>(field.kind));
    append_list(out, field.values);
  }
  return out;
}

ArticleDigest digest_of(std::string_view encoded_fields) {
  XXH128_canonical_t canonical;
  XXH128_canonicalFromHash(&canonical, XXH3_128bits(encoded_fields.data(), encoded_fields.size()));
  ArticleDigest digest;
  std::copy(std::begin(canonical.digest), std::end(canonical.digest), digest.begin());
  return digest;
}

std::string encode_stored_article(std::string_view encoded_fields,
                                  const std::vector<Mention>& mentions,
                                  const std::vector<Span>& boilerplate) {
  std::string data(1, kVersion);
  append_string(data, encode_mentions(mentions));
  append_string(data, encode_spans(boilerplate));
  const std::size_t head = data.size();
  data.resize(head + ZSTD_compressBound(encoded_fields.size()));
  const std::size_t size =
      ZSTD_compress(data.data() + head, data.size() - head, encoded_fields.data(),
                    encoded_fields.size(), kCompressionLevel);
  if (ZSTD_isError(size) != 0U) {
    throw IndexError(ExitCode::Archive,
                     std::string("zstd cannot compress an article: ") + ZSTD_getErrorName(size));
  }
  data.resize(head + size);
  return data;
}

std::vector<Span> decode_stored_boilerplate(std::string_view data) {
  return decode_spans(take_head(data).boilerplate);
}

std::vector<Mention> decode_all_mentions(std::string_view data) {
  auto mentions = decode_mentions(take_head(data).mentions);
  if (!mentions) fail("its list of mentions");
  return std::move(*mentions);
}

std::vector<Mention> decode_stored_mentions(std::string_view data) {
  std::vector<Mention> mentions = decode_all_mentions(data);
  const std::vector<Span> boilerplate = decode_stored_boilerplate(data);
  if (boilerplate.empty()) return mentions;
  std::erase_if(mentions, [&](const Mention& mention) { return is_in(boilerplate, mention); });
  return mentions;
}

bool is_in(const std::vector<Span>& boilerplate, const Mention& mention) {
  if (mention.part == TextPart::Title) return false;
  const auto behind =
      std::upper_bound(boilerplate.begin(), boilerplate.end(), mention.bytes.begin,
                       [](std::uint32_t begin, const Span& span) { return begin < span.begin; });
  return behind != boilerplate.begin() && mention.bytes.begin < (behind - 1)->end;
}

Article decode_stored_article(std::string_view data) {
  take_head(data);
  const unsigned long long plain_size = ZSTD_getFrameContentSize(data.data(), data.size());
  if (plain_size > kMaxFieldsBytes) fail("its size is not known or too large");
  std::string fields(plain_size, '\0');
  const std::size_t size = ZSTD_decompress(fields.data(), fields.size(), data.data(), data.size());
  if (ZSTD_isError(size) != 0U || size != plain_size) fail("zstd cannot read it");

  FieldTaker take(fields);
  Article article;
  for (const auto member : kStrings) article.*member = take.string();
  article.date.year = static_cast<std::int16_t>(take.number());
  article.date.month = static_cast<std::uint8_t>(take.number());
  article.date.day = static_cast<std::uint8_t>(take.number());
  article.date_source = static_cast<DateSource>(take.number());
  for (const auto member : kLists) article.*member = take.list();
  article.extra.resize(std::min<std::uint64_t>(take.number(), take.left()));
  for (ExtraField& field : article.extra) {
    field.name = take.string();
    field.kind = static_cast<ExtraField::Kind>(take.number());
    field.values = take.list();
  }
  return article;
}

}  // namespace morgue

// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/readers/web_archive.h"

#include <string>

#include <gmock/gmock.h>
#include <zlib.h>

#include "tests/unit/indexer/read_all.h"

namespace morgue {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

const std::string kPage =
    "<!DOCTYPE html><html><head><title>Harbour fees rise</title></head><body><article>"
    "<p>The harbour board of Ostermere voted on Tuesday to raise its fees by a tenth, the first "
    "rise in nine years.</p><p>Fishermen protested outside the hall; the board said that dredging "
    "the channel had cost twice what was planned.</p></article></body></html>";

std::string http(const std::string& body, const std::string& headers = "",
                 const std::string& status = "200 OK") {
  return "HTTP/1.1 " + status + "\r\nContent-Type: text/html; charset=utf-8\r\n" + headers +
         "\r\n" + body;
}

std::string record(const std::string& content, const std::string& type = "response",
                   const std::string& content_type = "application/http; msgtype=response",
                   const std::string& url = "http://harbour.example/fees") {
  return "WARC/1.0\r\nWARC-Type: " + type + "\r\nWARC-Target-URI: " + url +
         "\r\nWARC-Date: 2024-05-07T10:00:00Z\r\nContent-Type: " + content_type +
         "\r\nContent-Length: " + std::to_string(content.size()) + "\r\n\r\n" + content +
         "\r\n\r\n";
}

std::string packed(const std::string& text, int window_bits) {
  z_stream stream{};
  deflateInit2(&stream, Z_BEST_SPEED, Z_DEFLATED, window_bits, 8, Z_DEFAULT_STRATEGY);
  std::string out(text.size() + 100, '\0');
  std::string in = text;
  stream.next_in = reinterpret_cast<Bytef*>(in.data());
  stream.avail_in = static_cast<uInt>(in.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

std::string chunked(const std::string& body) {
  std::string chunks;
  for (std::size_t at = 0; at < body.size(); at += 100) {
    const std::string part = body.substr(at, 100);
    char size[20];
    std::snprintf(size, sizeof size, "%zx", part.size());
    chunks += std::string(size) + ";name=value\r\n" + part + "\r\n";
  }
  return chunks + "0\r\nTrailer: 1\r\n\r\n";
}

TEST(WebArchive, APageIsAnArticleWithItsAddress) {
  const ReadAll all = read_text(record(http(kPage)), "warc");
  ASSERT_EQ(all.records.size(), 1U);
  const RawRecord& page = all.records.front();
  EXPECT_EQ(ReadAll::value(page, "title"), "Harbour fees rise");
  EXPECT_THAT(ReadAll::value(page, "body"), HasSubstr("nine years.\n\nFishermen"));
  EXPECT_EQ(ReadAll::value(page, "url"), "http://harbour.example/fees");
  EXPECT_EQ(ReadAll::value(page, "crawled"), "2024-05-07T10:00:00Z");
  EXPECT_EQ(ReadAll::value(page, "date"), "-") << "when it was fetched says nothing";
  EXPECT_EQ(page.at.line, 1U);
}

TEST(WebArchive, BodiesAreUnpacked) {
  const struct {
    const char* reason;
    std::string body, headers;
  } cases[] = {
      {"chunks", chunked(kPage), "Transfer-Encoding: chunked\r\n"},
      {"said to be in chunks, and not", kPage, "Transfer-Encoding: chunked\r\n"},
      {"gzip", packed(kPage, 15 + 16), "Content-Encoding: gzip\r\n"},
      {"deflate as zlib", packed(kPage, 15), "Content-Encoding: deflate\r\n"},
      {"deflate alone", packed(kPage, -15), "Content-Encoding: deflate\r\n"},
      {"said to be gzip, and unpacked by the crawler", kPage, "Content-Encoding: gzip\r\n"},
      {"gzip in chunks", chunked(packed(kPage, 15 + 16)),
       "Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n"},
  };
  for (const auto& test : cases) {
    const ReadAll all = read_text(record(http(test.body, test.headers)), "warc");
    EXPECT_THAT(all.values("title"), ElementsAre("Harbour fees rise")) << test.reason;
  }
  EXPECT_THAT(read_text(record(http(kPage, "Content-Encoding: br\r\n")), "warc").error_codes(),
              ElementsAre("encoded:1"));
}

TEST(WebArchive, WhatIsNoPageIsPassedOver) {
  const std::string picture = "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n\x89PNG";
  const std::string all = record("software: test", "warcinfo", "application/warc-fields") +
                          record("GET /fees HTTP/1.1\r\n\r\n", "request") +
                          record(http(kPage, "", "404 Not Found")) +
                          record(http("", "Location: /\r\n", "301 Moved")) + record(picture) +
                          record(http(""), "revisit");
  EXPECT_THAT(read_text(all, "warc").error_codes(), ElementsAre("no-page:0"));
  const ReadAll one = read_text(all + record(http(kPage)), "warc");
  EXPECT_THAT(one.values("title"), ElementsAre("Harbour fees rise"));
  EXPECT_TRUE(one.errors.empty());
}

TEST(WebArchive, OtherRecordsThatHoldText) {
  const ReadAll all =
      read_text(record(kPage, "resource", "text/html") +
                    record("The board voted.\nThe fees rise.", "conversion", "text/plain"),
                "warc");
  EXPECT_THAT(all.values("title"), ElementsAre("Harbour fees rise", "-"));
  EXPECT_EQ(ReadAll::value(all.records.back(), "body"), "The board voted.\nThe fees rise.");
}

TEST(WebArchive, DamageIsToldAndTheRestIsRead) {
  const std::string good = record(http(kPage));
  const ReadAll astray = read_text(good + "nonsense\nmore nonsense\n\n" + good, "warc");
  EXPECT_EQ(astray.records.size(), 2U);
  EXPECT_THAT(astray.error_codes(), ElementsAre("broken-record:13"));

  const ReadAll cut = read_text(good + good.substr(0, good.size() - 50), "warc");
  EXPECT_EQ(cut.records.size(), 1U);
  EXPECT_THAT(cut.error_codes(), ElementsAre("truncated:13"));

  std::string long_one = record(http(std::string(5'000, 'x')));
  ReadOptions options;
  options.max_record_bytes = 2'000;
  const ReadAll after = read_text(long_one + good, "warc", options);
  EXPECT_THAT(after.error_codes(), ElementsAre("too-long:1"));
  EXPECT_EQ(after.records.size(), 1U);
}

TEST(WebArchive, OfTheOlderKind) {
  const std::string content = http(kPage);
  const auto arc_record = [](const std::string& url, const std::string& body) {
    return url + " 192.0.2.1 20080430204825 text/html " + std::to_string(body.size()) + "\n" +
           body + "\n";
  };
  const std::string arc =
      arc_record("filedesc://harbour.arc", "1 0 Example\nURL IP-address Archive-date\n\n") +
      arc_record("dns:harbour.example", "20080430204825\nharbour.example. A 192.0.2.1\n") +
      arc_record("http://harbour.example/fees", content);
  const ReadAll all = read_text(arc, "");
  EXPECT_THAT(all.values("title"), ElementsAre("Harbour fees rise"));
  EXPECT_THAT(all.values("crawled"), ElementsAre("20080430204825"));
  EXPECT_TRUE(all.errors.empty());
}

// However the stream comes.
TEST(WebArchive, DoesNotDependOnBlocks) {
  const std::string good = record(http(kPage));
  const std::string all = good + "nonsense\nWARC\n" + good + record("x", "metadata", "text/x");
  for (const std::size_t step : {1U, 7U, 1'000U}) {
    const ReadAll read = read_text(all, "warc", {}, step);
    EXPECT_EQ(read.values("url").size(), 2U) << step;
    EXPECT_THAT(read.error_codes(), ElementsAre("broken-record:13")) << step;
  }
}

}  // namespace
}  // namespace morgue

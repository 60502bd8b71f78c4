// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/readers/registry.h"

#include <algorithm>
#include <array>
#include <utility>

#include "common/text/ascii.h"
#include "indexer/readers/csv.h"
#include "indexer/readers/database_export.h"
#include "indexer/readers/html.h"
#include "indexer/readers/iptc7901.h"
#include "indexer/readers/json_array.h"
#include "indexer/readers/json_lines.h"
#include "indexer/readers/mail.h"
#include "indexer/readers/markdown.h"
#include "indexer/readers/office.h"
#include "indexer/readers/pdf.h"
#include "indexer/readers/plain_text.h"
#include "indexer/readers/reuters.h"
#include "indexer/readers/trec.h"
#include "indexer/readers/web_archive.h"
#include "indexer/readers/xml_news.h"

namespace morgue {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view kCsvDelimiters = ",;|\t";
constexpr std::string_view kTsvDelimiters = "\t";
constexpr std::array kPackedEndings{".gz"sv, ".zst"sv, ".xz"sv, ".bz2"sv};

constexpr std::array kReutersEndings{".sgm"sv};
constexpr std::array kXmlEndings{".rss"sv, ".atom"sv, ".nitf"sv, ".newsml"sv, ".xml"sv};
constexpr std::array kHtmlEndings{".html"sv, ".htm"sv, ".xhtml"sv};
constexpr std::array kJsonEndings{".json"sv};
constexpr std::array kJsonLinesEndings{".jsonl"sv, ".ndjson"sv};
constexpr std::array kCsvEndings{".csv"sv};
constexpr std::array kTsvEndings{".tsv"sv, ".tab"sv};
constexpr std::array kWebArchiveEndings{".warc"sv, ".arc"sv};
constexpr std::array kWireEndings{".iptc"sv, ".anpa"sv};
constexpr std::array kTrecEndings{".trec"sv};
constexpr std::array kOfficeEndings{".docx"sv, ".odt"sv};
constexpr std::array kPdfEndings{".pdf"sv};
constexpr std::array kMailEndings{".mbox"sv, ".eml"sv};
constexpr std::array kMarkdownEndings{".md"sv, ".markdown"sv};
constexpr std::array kTextEndings{".txt"sv, ".text"sv};
/// Of formats that are told by their content alone.
constexpr std::span<const std::string_view> kNoEndings;

template <class T>
std::unique_ptr<Reader> open(std::unique_ptr<PeekSource> source, const std::string& file,
                             const ReadOptions& options) {
  return std::make_unique<T>(std::move(source), file, options);
}

constexpr std::array kFormats{
    Format{"reuters", "the Reuters-21578 collection (SGML)", kReutersEndings,
           ReutersReader::looks_like, open<ReutersReader>},
    Format{"trec", "a collection of TREC or the LDC (SGML): DOC elements", kTrecEndings,
           TrecReader::looks_like, open<TrecReader>},
    Format{"pdf", "PDF (needs poppler-utils)", kPdfEndings, PdfReader::looks_like, open<PdfReader>},
    Format{"office", "a text of a word processor: DOCX, ODT", kOfficeEndings,
           OfficeReader::looks_like, open<OfficeReader>},
    Format{"warc", "what a crawler kept: WARC, ARC", kWebArchiveEndings,
           WebArchiveReader::looks_like, open<WebArchiveReader>},
    Format{"iptc7901", "stories of a wire: IPTC 7901, ANPA 1312", kWireEndings,
           Iptc7901Reader::looks_like, open<Iptc7901Reader>},
    Format{"nexis", "articles of Nexis, saved as text", kNoEndings, NexisReader::looks_like,
           open<NexisReader>},
    Format{"factiva", "articles of Factiva, saved as text", kNoEndings, FactivaReader::looks_like,
           open<FactivaReader>},
    Format{"mail", "e-mail: a message, or a mailbox (mbox)", kMailEndings, MailReader::looks_like,
           open<MailReader>},
    Format{"markdown", "Markdown, with or without front matter", kMarkdownEndings,
           MarkdownReader::looks_like, open<MarkdownReader>},
    Format{"xml", "a feed (RSS, Atom, WordPress export), NITF, NewsML-G2, NewsML 1", kXmlEndings,
           XmlNewsReader::looks_like, open<XmlNewsReader>},
    Format{"html", "a saved page of a news site", kHtmlEndings, HtmlReader::looks_like,
           open<HtmlReader>},
    Format{"json", "JSON: an array of objects, or objects over several lines", kJsonEndings,
           JsonArrayReader::looks_like, open<JsonArrayReader>},
    Format{"jsonl", "JSON Lines: one object a line", kJsonLinesEndings, JsonLinesReader::looks_like,
           open<JsonLinesReader>},
    Format{"tsv", "tab-separated values", kTsvEndings,
           [](std::string_view head) { return CsvReader::looks_like(head, kTsvDelimiters); },
           [](std::unique_ptr<PeekSource> source, const std::string& file,
              const ReadOptions& options) -> std::unique_ptr<Reader> {
             return std::make_unique<CsvReader>(std::move(source), file, kTsvDelimiters, options);
           }},
    Format{"csv", "values separated by commas, semicolons, bars or tabs", kCsvEndings,
           [](std::string_view head) { return CsvReader::looks_like(head, kCsvDelimiters); },
           [](std::unique_ptr<PeekSource> source, const std::string& file,
              const ReadOptions& options) -> std::unique_ptr<Reader> {
             return std::make_unique<CsvReader>(std::move(source), file, kCsvDelimiters, options);
           }},
    // Nearly anything is text, so its rule is asked last, after all endings.
    Format{"text", "plain text: a file is an article", kTextEndings,
           [](std::string_view) { return false; }, open<PlainTextReader>},
};

std::string_view without_packing(std::string_view file) {
  for (const std::string_view ending : kPackedEndings) {
    if (file.ends_with(ending)) return file.substr(0, file.size() - ending.size());
  }
  return file;
}

const Format* find_format(std::string_view name) {
  const auto* found = std::find_if(kFormats.begin(), kFormats.end(),
                                   [&](const Format& format) { return format.name == name; });
  return found == kFormats.end() ? nullptr : found;
}

std::string list_of_formats() {
  std::string list;
  for (const Format& format : kFormats) list.append(list.empty() ? "" : ", ").append(format.name);
  return list;
}

}  // namespace

std::span<const Format> formats() { return kFormats; }

Result<const Format*> choose_format(std::string_view file, std::string_view head,
                                    const ReadOptions& options) {
  if (!options.format.empty()) {
    if (const Format* named = find_format(options.format)) return named;
    return Error{"unknown-format",
                 "no format is called " + options.format + "; choose from " + list_of_formats()};
  }
  for (const Format& format : kFormats) {
    if (format.looks_like(head)) return &format;
  }
  if (head.starts_with("\xff\xfe") || head.starts_with("\xfe\xff")) {
    return Error{"unknown-format", "is UTF-16; convert it with iconv -f UTF-16 -t UTF-8"};
  }
  if (PlainTextReader::looks_like(head)) {
    const std::string lower = lower_ascii(file);
    const std::string_view name = without_packing(lower);
    for (const Format& format : kFormats) {
      for (const std::string_view ending : format.endings) {
        if (name.ends_with(ending)) return &format;
      }
    }
    return find_format("text");
  }
  return Error{
      "unknown-format",
      "is not text; convert it, or name one of its formats with --format: " + list_of_formats()};
}

}  // namespace morgue

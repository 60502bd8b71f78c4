// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/readers/pdf.h"

#include <algorithm>
#include <array>
#include <utility>

#include "common/text/fold.h"
#include "common/text/utf8.h"
#include "indexer/input/run_filter.h"
#include "indexer/readers/document_title.h"
#include "indexer/readers/fields.h"
#include "indexer/readers/plain_text.h"
#include "indexer/readers/text_lines.h"

namespace morgue {
namespace {

constexpr std::string_view kMark = "%PDF-";
/// Some programs write a few bytes before the mark; a text may speak of it.
constexpr std::size_t kMarkWithin = 1024;

struct Line {
  std::string_view name;  ///< as pdfinfo writes it
  const char* field;
};

constexpr std::array kInfo{Line{"Title", "document-title"}, Line{"Author", "document-author"},
                           Line{"Subject", "subject"}, Line{"Keywords", "keywords"},
                           Line{"CreationDate", "document-created"}};

/// What pdfinfo says under a name: "Title:   Harbour fees".
std::string info_of(std::string_view lines, std::string_view name) {
  while (!lines.empty()) {
    std::string_view line = take_line(lines);
    if (!line.starts_with(name) || !line.substr(name.size()).starts_with(':')) continue;
    return std::string(trimmed(line.substr(name.size() + 1)));
  }
  return {};
}

class PdfParser : public RecordParser {
 public:
  explicit PdfParser(std::uint64_t max_bytes) { limits_.max_output_bytes = max_bytes; }

  Result<RawRecord, RecordError> parse(const RecordChunk& chunk) const override {
    const auto reject = [&](Error error) { return RecordError{chunk.at, std::move(error)}; };
    if (!PdfReader::looks_like(chunk.bytes)) {
      return reject({"not-pdf", "is no PDF file; name its format with --format"});
    }
    auto text = run_filter({"pdftotext", "-enc", "UTF-8", "-eol", "unix", "-nopgbrk", "-", "-"},
                           chunk.bytes, limits_);
    if (!text) return reject(explain(std::move(text.error())));
    auto info = run_filter({"pdfinfo", "-isodates", "-enc", "UTF-8", "-"}, chunk.bytes, limits_);
    const std::string lines = info ? *info : std::string();
    RepairedText repaired = repair_utf8(*text);
    std::string_view body = trimmed(repaired.text);
    if (body.empty()) {
      return reject({"no-text",
                     "holds no text, but pictures of pages perhaps; read the letters "
                     "with a program for that (ocrmypdf), and add what it makes"});
    }
    Fields fields;
    for (const Line& line : kInfo) fields.text(line.field, info_of(lines, line.name));
    const std::string title = take_title(body, info_of(lines, "Title"));
    fields.text("title", title).text("body", std::string(body));
    return RawRecord{chunk.at, fields.take(), repaired.repaired};
  }

 private:
  static Error explain(Error error) {
    if (error.code == "no-program") error.message += "; install poppler-utils";
    return error;
  }

  FilterLimits limits_;
};

}  // namespace

PdfReader::PdfReader(std::unique_ptr<ByteSource> source, std::string file,
                     const ReadOptions& options)
    : WholeFileReader(std::move(source), std::move(file), options.max_record_bytes,
                      std::make_shared<PdfParser>(options.max_record_bytes)) {}

bool PdfReader::looks_like(std::string_view head) {
  if (head.starts_with(kMark)) return true;
  return head.substr(0, kMarkWithin).find(kMark) != head.npos && !PlainTextReader::looks_like(head);
}

}  // namespace morgue

// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/readers/csv.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "indexer/readers/line_splitter.h"
#include "indexer/readers/registry.h"

namespace morgue {
namespace {

class RowParser : public RecordParser {
 public:
  RowParser(CsvDialect dialect, std::vector<std::string> names)
      : dialect_(dialect), names_(std::move(names)) {}

  Result<RawRecord, RecordError> parse(const RecordChunk& chunk) const override {
    std::vector<std::string> cells = split_csv_row(chunk.bytes, dialect_);
    if (cells.size() != names_.size()) {
      return RecordError{
          chunk.at,
          {"columns", "has " + std::to_string(cells.size()) + " columns where the first row has " +
                          std::to_string(names_.size()) + "; quote cells that hold a delimiter"}};
    }
    RawRecord record{chunk.at, {}, 0};
    for (std::size_t column = 0; column < cells.size(); ++column) {
      record.fields.push_back({names_[column], RawField::Kind::Text, {std::move(cells[column])}});
    }
    return record;
  }

 private:
  CsvDialect dialect_;
  std::vector<std::string> names_;
};

std::vector<std::string> numbers_up_to(std::size_t count) {
  std::vector<std::string> names;
  for (std::size_t number = 1; number <= count; ++number) names.push_back(std::to_string(number));
  return names;
}

}  // namespace

CsvReader::CsvReader(std::unique_ptr<PeekSource> source, std::string file,
                     std::string_view delimiters, const ReadOptions& options)
    : dialect_(sniff_csv(source->peek(kSniffBytes), delimiters)
                   .value_or(CsvDialect{delimiters.front(), '"'})),
      has_header_(has_csv_header(source->peek(kSniffBytes), dialect_, options.map)),
      bytes_(std::move(source)),
      file_(std::move(file)),
      max_bytes_(options.max_record_bytes) {}

std::optional<Result<RecordChunk, RecordError>> CsvReader::next() {
  while (auto found = next_row()) {
    if (!*found) return std::move(found->error());
    Row& row = **found;
    if (row.bytes.find_first_not_of(" \t\r\n") == std::string::npos) continue;
    if (!parser_) {
      auto names = split_csv_row(row.bytes, dialect_);
      if (!has_header_) names = numbers_up_to(names.size());
      parser_ = std::make_shared<RowParser>(dialect_, std::move(names));
      if (has_header_) continue;
    }
    return RecordChunk{std::move(row.at), std::move(row.bytes), parser_};
  }
  return std::nullopt;
}

std::optional<Result<CsvReader::Row, RecordError>> CsvReader::next_row() {
  Row row{{file_, again_.empty() ? bytes_.line() : again_line_}, {}};
  CsvState state(dialect_);
  bool any = false;
  bool ended = false;
  bool fits = true;
  for (std::optional<char> byte; !ended && (byte = get());) {
    any = true;
    ended = state.take(*byte) == CsvState::Byte::RowEnd;
    fits = fits && row.bytes.size() < max_bytes_;
    if (fits && !ended) row.bytes += *byte;
  }
  if (auto error = bytes_.take_error()) {
    return RecordError{{file_, bytes_.line()}, *std::move(error)};
  }
  if (!any) return std::nullopt;
  if (!fits) return too_long(row.at, max_bytes_);
  if (!ended && state.in_quotes()) {
    go_back_behind_line(row);
    return RecordError{row.at,
                       {"csv-quote", "opens a quote that is never closed; close or double it"}};
  }
  return row;
}

std::optional<char> CsvReader::get() {
  if (again_at_ == again_.size()) {
    again_.clear();
    again_at_ = 0;
    return bytes_.get();
  }
  if (again_[again_at_] == '\n') ++again_line_;
  return again_[again_at_++];
}

// Behind a quote that is never closed no other one can stay open, so this happens once a stream.
void CsvReader::go_back_behind_line(const Row& row) {
  const std::size_t line_end = std::min(row.bytes.find('\n'), row.bytes.size() - 1);
  again_ = row.bytes.substr(line_end + 1);
  again_at_ = 0;
  again_line_ = row.at.line + 1;
}

bool CsvReader::looks_like(std::string_view head, std::string_view delimiters) {
  const auto dialect = sniff_csv(head, delimiters);
  if (!dialect) return false;
  const std::string_view first_line = head.substr(0, head.find('\n'));
  std::size_t known = 0;
  bool has_text = false;
  for (const std::string& name : split_csv_row(first_line, *dialect)) {
    const auto field = FieldMap::guess(name);
    known += field ? 1 : 0;
    has_text = has_text || field == ArticleField::Title || field == ArticleField::Body;
  }
  return has_text && known > 1;
}

}  // namespace morgue

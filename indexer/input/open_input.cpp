// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/input/open_input.h"

#include <optional>
#include <utility>

#include "indexer/input/container.h"
#include "indexer/input/decompress.h"
#include "indexer/input/file_source.h"
#include "indexer/readers/office.h"
#include "indexer/readers/registry.h"

namespace morgue {
namespace {

constexpr std::string_view kUtf8Mark = "\xef\xbb\xbf";

/// A document of a word processor is a zip file too, but one article.
bool holds_files(std::string_view head) {
  return is_container(head) && !OfficeReader::looks_like(head);
}

class InputReader : public Reader {
 public:
  InputReader(std::string path, ReadOptions options)
      : path_(std::move(path)), options_(std::move(options)) {
    auto opened = open_file(path_);
    if (opened) {
      begin(decompress(std::move(*opened)));
    } else {
      fail(path_, opened.error());
    }
  }

  std::optional<Result<RecordChunk, RecordError>> next() override {
    for (;;) {
      if (error_) return *std::exchange(error_, std::nullopt);
      if (reader_) {
        if (auto record = reader_->next()) return record;
        reader_.reset();
      }
      if (!container_ || !open_next_member()) {
        if (!error_) return std::nullopt;
      }
    }
  }

 private:
  void begin(std::unique_ptr<PeekSource> source) {
    if (holds_files(source->peek(kContainerHeadBytes))) {
      container_.emplace(std::move(source));
    } else {
      read_from(std::move(source), path_);
    }
  }

  bool open_next_member() {
    auto member = container_->next();
    if (!member) return false;
    if (!*member) {
      fail(path_, member->error());
      return true;
    }
    const std::string& name = (*member)->name;
    read_from(decompress(std::move((*member)->source)), name.empty() ? path_ : path_ + "!" + name);
    return true;
  }

  void read_from(std::unique_ptr<PeekSource> source, const std::string& name) {
    if (source->peek(kUtf8Mark.size()) == kUtf8Mark) source->skip(kUtf8Mark.size());
    const std::string_view head = source->peek(kSniffBytes);
    if (head.empty()) {
      auto count = source->read(std::span(&spare_byte_, 1));
      fail(name,
           count ? Error{"empty", "holds no text; remove it or get a whole copy"} : count.error());
    } else if (holds_files(head)) {
      fail(name, {"nested", "is a container inside a container; unpack it and add its files"});
    } else if (auto format = choose_format(name, head, options_)) {
      reader_ = (*format)->open(std::move(source), name, options_);
    } else {
      fail(name, format.error());
    }
  }

  void fail(const std::string& name, Error error) {
    error_ = RecordError{{name, 0}, std::move(error)};
  }

  std::string path_;
  ReadOptions options_;
  std::optional<Container> container_;
  std::unique_ptr<Reader> reader_;  // reads from container_, so it goes first
  std::optional<RecordError> error_;
  char spare_byte_ = 0;
};

}  // namespace

std::unique_ptr<Reader> open_input(const InputFile& file, const ReadOptions& options) {
  return std::make_unique<InputReader>(file.path, options);
}

}  // namespace morgue

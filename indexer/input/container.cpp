// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/input/container.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include <archive.h>
#include <archive_entry.h>

namespace morgue {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t kBlockBytes = 1U << 16U;

struct Magic {
  std::size_t offset;
  std::string_view bytes;
};

constexpr std::array kMagics{
    Magic{0, "PK\x03\x04"sv},        // zip
    Magic{0, "PK\x05\x06"sv},        // zip without members
    Magic{257, "ustar"sv},           // tar
    Magic{0, "\xfd\x37zXZ\x00"sv},   // xz
    Magic{4, "1AY&SY"sv},            // bzip2, in its first block
    Magic{0, "\x04\x22\x4d\x18"sv},  // lz4
};

// What libarchive says of data that just ends, in its various formats; the last two are what
// liblzma and zlib (Z_BUF_ERROR) say when they are given no more input.
constexpr std::array kCutOff{"runcated"sv, "ends prematurely"sv, "No progress is possible"sv,
                             "decompression failed (-5)"sv};

struct FreeArchive {
  void operator()(archive* handle) const { archive_read_free(handle); }
};

}  // namespace

class Container::Archive {
 public:
  explicit Archive(std::unique_ptr<ByteSource> source)
      : source_(std::move(source)), block_(kBlockBytes), handle_(archive_read_new()) {
    archive_read_support_filter_xz(handle());
    archive_read_support_filter_bzip2(handle());
    archive_read_support_filter_lz4(handle());
    archive_read_support_format_zip_streamable(handle());
    archive_read_support_format_tar(handle());
    archive_read_support_format_raw(handle());
    open_ = archive_read_open(handle(), this, nullptr, &Archive::fill, nullptr) == ARCHIVE_OK;
  }

  archive* handle() const { return handle_.get(); }

  std::optional<Result<Member>> next() {
    if (!open_) return std::exchange(ended_, true) ? std::nullopt : std::optional(failure());
    archive_entry* entry = nullptr;
    while (!ended_) {
      const int outcome = archive_read_next_header(handle(), &entry);
      if (outcome == ARCHIVE_RETRY) continue;
      ended_ = outcome == ARCHIVE_EOF || outcome == ARCHIVE_FATAL;
      if (outcome == ARCHIVE_FATAL) return failure();
      if (ended_ || archive_entry_filetype(entry) != AE_IFREG) continue;
      return Result<Member>(Member{name_of_entry(entry), std::make_unique<Content>(this)});
    }
    return std::nullopt;
  }

  Result<std::size_t> read(std::span<char> buffer) {
    const la_ssize_t count = archive_read_data(handle(), buffer.data(), buffer.size());
    if (count >= 0) return static_cast<std::size_t>(count);
    if (count == ARCHIVE_FATAL) ended_ = true;
    return error();
  }

 private:
  class Content : public ByteSource {
   public:
    explicit Content(Archive* owner) : archive_(owner) {}

    Result<std::size_t> read(std::span<char> buffer) override {
      if (failed_) return std::size_t{0};
      auto count = archive_->read(buffer);
      failed_ = !count;
      return count;
    }

   private:
    Archive* archive_;
    bool failed_ = false;
  };

  static la_ssize_t fill(archive*, void* self, const void** block) {
    auto* archive = static_cast<Archive*>(self);
    const auto count = archive->source_->read(archive->block_);
    if (!count) {  // libarchive sees the end of the file; the reason is told in its stead
      archive->source_error_ = count.error();
      return 0;
    }
    *block = archive->block_.data();
    return static_cast<la_ssize_t>(*count);
  }

  std::string name_of_entry(archive_entry* entry) const {
    if (archive_format(handle()) == ARCHIVE_FORMAT_RAW) return "";
    const char* name = archive_entry_pathname(entry);
    return name == nullptr ? "(no name)" : name;
  }

  Error error() const {
    if (source_error_) return *source_error_;
    const char* text = archive_error_string(handle());
    const std::string reason = text == nullptr ? "unknown reason" : text;
    const bool cut = std::any_of(kCutOff.begin(), kCutOff.end(), [&](std::string_view words) {
      return reason.find(words) != std::string::npos;
    });
    return {cut ? "truncated" : "damaged",
            "the compressed data cannot be read on (" + reason +
                "); what stands before is indexed, get a good copy for the rest"};
  }

  Result<Member> failure() const { return error(); }

  std::unique_ptr<ByteSource> source_;
  std::vector<char> block_;
  std::unique_ptr<archive, FreeArchive> handle_;
  std::optional<Error> source_error_;
  bool open_ = false;
  bool ended_ = false;
};

bool is_container(std::string_view head) {
  for (const Magic& magic : kMagics) {
    if (head.size() >= magic.offset && head.substr(magic.offset).starts_with(magic.bytes)) {
      return true;
    }
  }
  return false;
}

Container::Container(std::unique_ptr<ByteSource> source)
    : archive_(std::make_unique<Archive>(std::move(source))) {}

Container::~Container() = default;

std::optional<Result<Container::Member>> Container::next() { return archive_->next(); }

}  // namespace morgue

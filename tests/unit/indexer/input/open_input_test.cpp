// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/input/open_input.h"

#include <filesystem>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include <archive.h>
#include <archive_entry.h>
#include <gmock/gmock.h>
#include <zlib.h>
#include <zstd.h>

#include "tests/support/temp_dir.h"
#include "tests/unit/indexer/read_all.h"

namespace morgue {
namespace {

using test_support::TempDir;
using testing::ElementsAre;
using testing::IsEmpty;

using Pack = std::string (*)(const std::string&);

std::string gzip(const std::string& text) {
  z_stream stream{};
  deflateInit2(&stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
  std::string packed(deflateBound(&stream, text.size()) + 64, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
  stream.avail_in = static_cast<uInt>(text.size());
  stream.next_out = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_out = static_cast<uInt>(packed.size());
  deflate(&stream, Z_FINISH);
  packed.resize(stream.total_out);
  deflateEnd(&stream);
  return packed;
}

std::string zstd(const std::string& text) {
  const std::unique_ptr<ZSTD_CCtx, decltype(&ZSTD_freeCCtx)> context(ZSTD_createCCtx(),
                                                                     ZSTD_freeCCtx);
  ZSTD_CCtx_setParameter(context.get(), ZSTD_c_checksumFlag, 1);
  std::string packed(ZSTD_compressBound(text.size()), '\0');
  packed.resize(
      ZSTD_compress2(context.get(), packed.data(), packed.size(), text.data(), text.size()));
  return packed;
}

struct Member {
  std::string name;
  std::string content;
};

using Prepare = void (*)(archive*);

std::string make_archive(const std::vector<Member>& members, Prepare prepare) {
  std::string packed(1U << 20U, '\0');
  std::size_t used = 0;
  const std::unique_ptr<archive, decltype(&archive_write_free)> writer(archive_write_new(),
                                                                       archive_write_free);
  prepare(writer.get());
  archive_write_set_bytes_in_last_block(writer.get(), 1);
  archive_write_open_memory(writer.get(), packed.data(), packed.size(), &used);
  for (const Member& member : members) {
    const std::unique_ptr<archive_entry, decltype(&archive_entry_free)> entry(archive_entry_new(),
                                                                              archive_entry_free);
    archive_entry_set_pathname(entry.get(), member.name.c_str());
    const bool is_folder = member.name.ends_with('/');
    archive_entry_set_filetype(entry.get(), is_folder ? AE_IFDIR : AE_IFREG);
    archive_entry_set_size(entry.get(), static_cast<la_int64_t>(member.content.size()));
    archive_entry_set_perm(entry.get(), 0644);
    archive_write_header(writer.get(), entry.get());
    archive_write_data(writer.get(), member.content.data(), member.content.size());
  }
  archive_write_close(writer.get());
  packed.resize(used);
  return packed;
}

void as_zip(archive* writer) { archive_write_set_format_zip(writer); }
void as_tar(archive* writer) { archive_write_set_format_ustar(writer); }
void as_tar_xz(archive* writer) {
  as_tar(writer);
  archive_write_add_filter_xz(writer);
}
void as_raw_xz(archive* writer) {
  archive_write_set_format_raw(writer);
  archive_write_add_filter_xz(writer);
}
void as_raw_bzip2(archive* writer) {
  archive_write_set_format_raw(writer);
  archive_write_add_filter_bzip2(writer);
}

std::string line(int number) {
  return "{\"id\":\"" + std::to_string(number) + "\",\"title\":\"t\"}\n";
}

std::string lines(int count) {
  std::string text;
  for (int number = 1; number <= count; ++number) text += line(number);
  return text;
}

struct PackCase {
  const char* name;
  Pack pack;
};

const PackCase kPackings[] = {
    {"plain", [](const std::string& text) { return text; }},
    {"with a byte order mark", [](const std::string& text) { return "\xef\xbb\xbf" + text; }},
    {"gzip", gzip},
    {"zstd", zstd},
    {"two gzip files in a row",
     [](const std::string& text) { return gzip(text.substr(0, 10)) + gzip(text.substr(10)); }},
    {"two zstd files in a row",
     [](const std::string& text) { return zstd(text.substr(0, 10)) + zstd(text.substr(10)); }},
    {"gzip with zeros behind it",
     [](const std::string& text) { return gzip(text) + std::string(1000, '\0'); }},
    {"gzip of zstd", [](const std::string& text) { return gzip(zstd(text)); }},
    {"xz",
     [](const std::string& text) {
       return make_archive({{"x", text}}, as_raw_xz);
     }},
    {"bzip2",
     [](const std::string& text) {
       return make_archive({{"x", text}}, as_raw_bzip2);
     }},
};

TEST(OpenInput, UnpacksByContentNotByName) {
  const TempDir folder;
  for (const auto& [name, pack] : kPackings) {
    SCOPED_TRACE(name);
    const auto file = folder.write("no-ending", pack(lines(3)));
    const ReadAll all = read_file(file);
    EXPECT_THAT(all.values("id"), ElementsAre("1", "2", "3"));
    EXPECT_THAT(all.error_codes(), IsEmpty());
  }
}

struct ArchiveCase {
  const char* name;
  Prepare prepare;
  Pack pack;
};

const ArchiveCase kArchives[] = {
    {"zip", as_zip, [](const std::string& bytes) { return bytes; }},
    {"tar", as_tar, [](const std::string& bytes) { return bytes; }},
    {"tar.gz", as_tar, gzip},
    {"tar.zst", as_tar, zstd},
    {"tar.xz", as_tar_xz, [](const std::string& bytes) { return bytes; }},
};

TEST(OpenInput, ReadsAllMembersOfAContainer) {
  const TempDir folder;
  for (const auto& [name, prepare, pack] : kArchives) {
    SCOPED_TRACE(name);
    const std::string inner = make_archive({{"x", "y"}}, as_zip);
    const auto file =
        folder.write("old", pack(make_archive({{"1987/", ""},
                                               {"1987/01.txt", "Title\n\nText."},
                                               {"empty.txt", ""},
                                               {"inner.zip", inner},
                                               {"packed.jsonl.gz", gzip("oops\n" + line(7))},
                                               {"table.csv", "title,text\na,b\nc\n"}},
                                              prepare)));
    const ReadAll all = read_file(file);
    EXPECT_THAT(all.values("title"), ElementsAre("Title", "t", "a"));
    ASSERT_EQ(all.records.size(), 3U);
    EXPECT_EQ(all.records[0].at, (Location{file.string() + "!1987/01.txt", 1}));
    EXPECT_EQ(all.records[1].at, (Location{file.string() + "!packed.jsonl.gz", 2}));
    EXPECT_THAT(all.error_codes(),
                ElementsAre("empty:0", "nested:0", "json-syntax:1", "columns:3"));
    EXPECT_EQ(all.errors[0].at.file, file.string() + "!empty.txt");
    EXPECT_EQ(all.errors[3].at.file, file.string() + "!table.csv");
  }
}

// Text that cannot be packed well, so that a cut anywhere leaves much before it.
std::string noisy_lines(int count) {
  std::mt19937 random(7);
  std::string text;
  for (int number = 1; number <= count; ++number) {
    text += "{\"id\":\"" + std::to_string(number) + "\",\"title\":\"";
    for (int letter = 0; letter < 60; ++letter) text += static_cast<char>('a' + random() % 26);
    text += "\"}\n";
  }
  return text;
}

// How many whole lines a decoder finds before the cut.
std::size_t whole_lines_in_gzip(const std::string& cut, std::size_t room) {
  z_stream stream{};
  inflateInit2(&stream, 15 + 16);
  std::string text(room, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(cut.data()));
  stream.avail_in = static_cast<uInt>(cut.size());
  stream.next_out = reinterpret_cast<Bytef*>(text.data());
  stream.avail_out = static_cast<uInt>(text.size());
  inflate(&stream, Z_NO_FLUSH);
  text.resize(stream.total_out);
  inflateEnd(&stream);
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

TEST(OpenInput, GivesEveryRecordBeforeTheCutOfAGzip) {
  const TempDir folder;
  const std::string text = noisy_lines(3'000);
  const std::string packed = gzip(text);
  for (const std::size_t kept : {packed.size() - 1, packed.size() / 2, packed.size() / 3}) {
    const std::string cut = packed.substr(0, kept);
    const std::size_t whole = whole_lines_in_gzip(cut, text.size());
    ASSERT_GT(whole, 500U);
    const ReadAll all = read_file(folder.write("cut.jsonl.gz", cut));
    EXPECT_EQ(all.records.size(), whole);
    ASSERT_THAT(all.error_codes(), ElementsAre("truncated:" + std::to_string(whole + 1)));
  }
}

TEST(OpenInput, GivesTheRecordsBeforeTheCutOfOtherPackings) {
  const TempDir folder;
  const std::string text = noisy_lines(10'000);
  const std::string packings[] = {zstd(text), make_archive({{"x", text}}, as_raw_xz),
                                  make_archive({{"x.jsonl", text}}, as_zip),
                                  make_archive({{"x.jsonl", text}}, as_tar)};
  for (const std::string& packed : packings) {
    const ReadAll all = read_file(folder.write("cut", packed.substr(0, packed.size() * 2 / 3)));
    EXPECT_GT(all.records.size(), 3'000U);
    EXPECT_LT(all.records.size(), 7'000U);
    EXPECT_THAT(all.error_codes(),
                ElementsAre("truncated:" + std::to_string(all.records.size() + 1)))
        << all.errors.at(0).error.message;
  }
}

TEST(OpenInput, TellsDamageFromACut) {
  const TempDir folder;
  for (std::string packed : {gzip(noisy_lines(3'000)), zstd(noisy_lines(10'000))}) {
    for (std::size_t at = packed.size() / 2; at < packed.size() / 2 + 100; ++at) packed[at] ^= 0x55;
    const ReadAll all = read_file(folder.write("damaged.jsonl", packed));
    ASSERT_FALSE(all.errors.empty());
    EXPECT_EQ(all.errors.back().error.code, "damaged");
    EXPECT_GT(all.records.size(), 500U);
  }
}

struct BadFile {
  const char* name;
  std::string bytes;
  const char* code;
};

const BadFile kBadFiles[] = {
    {"empty.jsonl", "", "empty"},
    {"mark.txt", "\xef\xbb\xbf", "empty"},
    {"empty.gz", gzip(""), "empty"},
    {"no-head.gz", gzip("x").substr(0, 5), "truncated"},
    {"program",
     std::string("\x7f"
                 "ELF\0\0\0\0\0\0",
                 10),
     "unknown-format"},
};

TEST(OpenInput, SaysOnceWhyAFileGivesNothing) {
  const TempDir folder;
  for (const auto& [name, bytes, code] : kBadFiles) {
    SCOPED_TRACE(name);
    const auto file = folder.write(name, bytes);
    const ReadAll all = read_file(file);
    EXPECT_THAT(all.records, IsEmpty());
    ASSERT_EQ(all.errors.size(), 1U);
    EXPECT_EQ(all.errors[0].error.code, code);
    EXPECT_EQ(all.errors[0].at.file, file.string());
  }
}

TEST(OpenInput, SaysThatAFileCannotBeOpened) {
  const TempDir folder;
  EXPECT_THAT(read_file(folder / "missing").error_codes(), ElementsAre("unreadable:0"));
  EXPECT_THAT(read_file(folder.path()).error_codes(), ElementsAre("unreadable:0"));
}

TEST(OpenInput, RefusesAFormatThatDoesNotExist) {
  const TempDir folder;
  ReadOptions options;
  options.format = "xls";
  EXPECT_THAT(read_file(folder.write("a.jsonl", line(1)), options).error_codes(),
              ElementsAre("unknown-format:0"));
}

}  // namespace
}  // namespace morgue

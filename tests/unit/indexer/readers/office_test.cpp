// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/readers/office.h"

#include <array>
#include <utility>

#include <archive.h>
#include <archive_entry.h>
#include <gmock/gmock.h>

#include "tests/unit/indexer/read_all.h"

namespace morgue {
namespace {

using testing::ElementsAre;

std::string zip_of(const std::vector<std::pair<std::string, std::string>>& members) {
  std::array<char, 1U << 16U> buffer{};
  std::size_t used = 0;
  archive* zip = archive_write_new();
  archive_write_set_format_zip(zip);
  archive_write_open_memory(zip, buffer.data(), buffer.size(), &used);
  for (const auto& [name, content] : members) {
    archive_entry* entry = archive_entry_new();
    archive_entry_set_pathname(entry, name.c_str());
    archive_entry_set_size(entry, static_cast<la_int64_t>(content.size()));
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_perm(entry, 0644);
    if (name == "mimetype") archive_write_zip_set_compression_store(zip);
    archive_write_header(zip, entry);
    archive_write_data(zip, content.data(), content.size());
    archive_entry_free(entry);
    archive_write_zip_set_compression_deflate(zip);
  }
  archive_write_close(zip);
  archive_write_free(zip);
  return {buffer.data(), used};
}

std::string docx(const std::string& body, const std::string& about = "") {
  return zip_of(
      {{"[Content_Types].xml", "<Types/>"},
       {"word/document.xml", "<w:document xmlns:w='w'><w:body>" + body + "</w:body></w:document>"},
       {"docProps/core.xml",
        "<cp:coreProperties xmlns:cp='c' xmlns:dc='d'>" + about + "</cp:coreProperties>"}});
}

std::string odt(const std::string& body, const std::string& about = "") {
  return zip_of({{"mimetype", "application/vnd.oasis.opendocument.text"},
                 {"content.xml",
                  "<office:document-content xmlns:office='o' xmlns:text='t'>"
                  "<office:body><office:text>" +
                      body + "</office:text></office:body></office:document-content>"},
                 {"meta.xml", "<office:document-meta xmlns:office='o' xmlns:dc='d'><office:meta>" +
                                  about + "</office:meta></office:document-meta>"}});
}

TEST(Office, ReadsParagraphs) {
  const struct {
    std::string file;
    const char* title;
    const char* body;
    const char* why;
  } cases[] = {
      {docx("<w:p><w:pPr><w:pStyle w:val='Title'/></w:pPr><w:r><w:t>Harbour </w:t></w:r>"
            "<w:r><w:t>fees</w:t></w:r></w:p><w:p><w:r><w:t xml:space='preserve'>The board </w:t>"
            "<w:t>voted.</w:t><w:br/><w:t>Twice.</w:t></w:r></w:p><w:p/>"
            "<w:p><w:del><w:r><w:delText>Lost.</w:delText></w:r></w:del><w:r><w:t>A</w:t><w:tab/>"
            "<w:t>B</w:t></w:r></w:p>"),
       "Harbour fees", "The board voted.\nTwice.\n\nA B", "DOCX with a title"},
      {docx("<w:p><w:pPr><w:pStyle w:val='Heading1'/></w:pPr><w:r><w:t>Fees</w:t></w:r></w:p>"
            "<w:p><w:r><w:t>Text.</w:t></w:r></w:p>"),
       "Fees", "Text.", "a heading at the beginning"},
      {docx("<w:p><w:r><w:t>Fees rise</w:t></w:r></w:p><w:p><w:r><w:t>Text.</w:t></w:r></w:p>",
            "<dc:title>template_2</dc:title><dc:creator>Admin</dc:creator>"),
       "Fees rise", "Text.", "a title that is not in the text is of the program"},
      {docx("<w:p><w:r><w:t>Text alone.</w:t></w:r></w:p>"), "-", "Text alone.", "no title"},
      {odt("<text:h text:style-name='H1'>Fees</text:h><text:p>One<text:s/>two<text:line-break/>"
           "three <text:span>four</text:span>.<text:note>5</text:note></text:p>"),
       "Fees", "One two\nthree four.", "ODT"},
      {odt("<text:p>Fees &amp; more</text:p><text:p>Text.</text:p>",
           "<dc:title>FEES &amp; MORE</dc:title>"),
       "Fees & more", "Text.", "a stated title that the text begins with"},
  };
  for (const auto& one : cases) {
    const ReadAll all = read_text(one.file, "");
    EXPECT_THAT(all.values("title"), ElementsAre(one.title)) << one.why;
    EXPECT_THAT(all.values("body"), ElementsAre(one.body)) << one.why;
  }
}

TEST(Office, KeepsWhatADocumentSaysOfItself) {
  const ReadAll all =
      read_text(docx("<w:p><w:r><w:t>Text.</w:t></w:r></w:p>",
                     "<dc:creator>Ann "
                     "Roe</dc:creator><dcterms:created>2024-03-05T10:00:00Z</dcterms:created>"),
                "");
  EXPECT_THAT(all.values("document-author"), ElementsAre("Ann Roe"));
  EXPECT_THAT(all.values("document-created"), ElementsAre("2024-03-05T10:00:00Z"));
}

TEST(Office, WhatIsNoTextIsSaidSo) {
  const std::string table =
      zip_of({{"[Content_Types].xml", "<Types/>"}, {"xl/workbook.xml", "<x/>"}});
  EXPECT_THAT(read_text(table, "").error_codes(), ElementsAre("no-document:1"));
  EXPECT_THAT(read_text(docx("<w:p>"), "").error_codes(), ElementsAre("damaged:1"));
  const std::string whole = docx("<w:p><w:r><w:t>Text.</w:t></w:r></w:p>");
  EXPECT_EQ(read_text(whole.substr(0, whole.size() / 2), "office").records.size(), 0U);
  ReadOptions options;
  options.max_record_bytes = 5'000;
  const std::string bomb = docx("<w:p><w:t>" + std::string(1'000'000, 'x') + "</w:t></w:p>");
  ASSERT_LT(bomb.size(), 5'000U);
  EXPECT_THAT(read_text(bomb, "", options).error_codes(), ElementsAre("too-long:1"));
}

}  // namespace
}  // namespace morgue

// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/readers/pdf.h"

#include <cstdio>

#include <gmock/gmock.h>

#include "tests/unit/indexer/read_all.h"

namespace morgue {
namespace {

using testing::ElementsAre;

/// A file of one page with these lines, 14 points apart.
std::string pdf_of(const std::vector<std::string>& lines, const std::string& title) {
  std::string content = "BT /F1 12 Tf 72 720 Td 14 TL ";
  for (const std::string& line : lines) content += "(" + line + ") Tj T* ";
  content += "ET";
  const std::vector<std::string> objects{
      "<< /Type /Catalog /Pages 2 0 R >>",
      "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R "
      "/Resources << /Font << /F1 5 0 R >> >> >>",
      "<< /Length " + std::to_string(content.size()) + " >>\nstream\n" + content + "\nendstream",
      "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
      "<< /Title (" + title + ") /Author (Ann Roe) >>"};
  std::string file = "%PDF-1.4\n";
  std::string table = "0000000000 65535 f \n";
  for (std::size_t i = 0; i < objects.size(); ++i) {
    char entry[32];
    std::snprintf(entry, sizeof entry, "%010zu 00000 n \n", file.size());
    table += entry;
    file += std::to_string(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
  }
  const std::string count = std::to_string(objects.size() + 1);
  return file + "xref\n0 " + count + "\n" + table + "trailer << /Size " + count +
         " /Root 1 0 R /Info 6 0 R >>\nstartxref\n" + std::to_string(file.size()) + "\n%%EOF\n";
}

const std::vector<std::string> kLines{"Harbour board raises fees",
                                      "",
                                      "",
                                      "The board voted on Tuesday to raise its",
                                      "fees for the first time in nine years.",
                                      "",
                                      "",
                                      "Fishermen protested."};

TEST(Pdf, ReadsTextAndTitle) {
  const ReadAll all = read_text(pdf_of(kLines, "Harbour Board raises fees"), "");
  EXPECT_THAT(all.values("title"), ElementsAre("Harbour board raises fees"));
  EXPECT_THAT(
      all.values("body"),
      ElementsAre("The board voted on Tuesday to raise its\nfees for the first time in nine "
                  "years.\n\nFishermen protested."));
  EXPECT_THAT(all.values("document-author"), ElementsAre("Ann Roe"));
}

TEST(Pdf, ATitleThatTheTextLacksIsOfAProgram) {
  const ReadAll all = read_text(pdf_of(kLines, "Microsoft Word - tmp3.doc"), "");
  EXPECT_THAT(all.values("title"), ElementsAre("Harbour board raises fees"));
  EXPECT_THAT(all.values("document-title"), ElementsAre("Microsoft Word - tmp3.doc"));
}

TEST(Pdf, IsToldByItsMark) {
  EXPECT_TRUE(PdfReader::looks_like("%PDF-1.4\n"));
  EXPECT_TRUE(PdfReader::looks_like(std::string("\0\0\0%PDF-1.4\n\x01\x02", 15)));
  EXPECT_FALSE(PdfReader::looks_like("Files begin with %PDF- and a number.\n"));
}

TEST(Pdf, WhatCannotBeReadIsSaidSo) {
  EXPECT_THAT(read_text("%PDF-1.4\nbroken", "").error_codes(), ElementsAre("filter-failed:1"));
  EXPECT_THAT(read_text(pdf_of({}, "x"), "").error_codes(), ElementsAre("no-text:1"));
  EXPECT_THAT(read_text("text", "pdf").error_codes(), ElementsAre("not-pdf:1"));
}

}  // namespace
}  // namespace morgue

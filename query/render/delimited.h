// SPDX-License-Identifier: GPL-3.0-or-later
// Results as comma- or tab-separated values, and as bare ids.
#pragma once

#include <memory>
#include <ostream>
#include <string>
#include <string_view>

#include "query/render/renderer.h"
#include "query/render/snippet.h"

namespace morgue {

/// A value as RFC 4180 has it: in quotes, with quotes doubled, when it holds the delimiter, a quote
/// or a line break, or white space at an end that a reader might trim. Nothing else is changed:
/// data is data, also when it begins with "=".
std::string delimited_value(std::string_view value, char delimiter);

/// A header line, then one hit a line with the keys of JSON Lines except "marks". Lines end in a
/// line feed, which every reader takes and line tools need. Control characters are kept, except on
/// a terminal, where they are made visible.
class HitTable : public Renderer {
 public:
  HitTable(std::ostream& out, char delimiter, bool for_terminal, std::size_t passages)
      : out_(out), delimiter_(delimiter), for_terminal_(for_terminal), snippets_(passages) {}

  void begin(const ResultPage& head) override;
  void hit(const Hit& hit) override;
  void end(const ResultPage&) override {}

 private:
  std::ostream& out_;
  char delimiter_;
  bool for_terminal_;
  SnippetMaker snippets_;
};

/// A header line, then one row for each facet value: facet, value, count, query. Articles without
/// the field are the last row of a facet, with an empty value.
class FacetTable : public Renderer {
 public:
  FacetTable(std::ostream& out, char delimiter, bool for_terminal)
      : out_(out), delimiter_(delimiter), for_terminal_(for_terminal) {}

  void begin(const ResultPage&) override {}
  void hit(const Hit&) override {}
  void end(const ResultPage& page) override;

 private:
  std::ostream& out_;
  char delimiter_;
  bool for_terminal_;
};

/// Ids alone, one a line, or each followed by NUL.
class IdList : public Renderer {
 public:
  IdList(std::ostream& out, bool nul_separated, bool for_terminal)
      : out_(out), end_(nul_separated ? '\0' : '\n'), for_terminal_(for_terminal) {}

  void begin(const ResultPage&) override {}
  void hit(const Hit& hit) override;
  void end(const ResultPage&) override {}

 private:
  std::ostream& out_;
  char end_;
  bool for_terminal_;
};

/// One row with its line feed.
void write_row(std::ostream& out, const std::vector<std::string>& values, char delimiter,
               bool for_terminal);

}  // namespace morgue

// SPDX-License-Identifier: GPL-3.0-or-later
// Articles in the formats of other programs: citations for reference managers and texts, entities
// for investigations.
#pragma once

#include <ostream>
#include <set>
#include <string>

#include "query/hit.h"

namespace morgue {

enum class ExportFormat {
  BibTex,          ///< @article entries; accents as UTF-8 (bibtool, biber, Zotero, JabRef)
  Ris,             ///< TY  - NEWS (EndNote, Zotero, Mendeley)
  CslJson,         ///< an array for citation processors (pandoc, citeproc); citationstyles.org
  Markdown,        ///< a list of citations
  FollowTheMoney,  ///< an Article entity a line (Aleph, OpenSanctions); followthemoney.tech
  Sqlite,          ///< a database: see export_sqlite.h
  JsonLines,       ///< whole articles, an object a line: write_article_json()
  Csv,             ///< whole articles, a row each; several names are parted by "|"
  Tsv,
  GraphMl,  ///< who is named with whom: graph.h
  Gexf,
};

/// Whether whom an article names belongs to it in the format.
constexpr bool shows_entities(ExportFormat format) {
  return format == ExportFormat::FollowTheMoney || format == ExportFormat::JsonLines ||
         format == ExportFormat::Csv || format == ExportFormat::Tsv;
}

/// Writes article after article. Precondition: neither Sqlite nor a graph.
class Exporter {
 public:
  /// `out` must outlive it.
  Exporter(ExportFormat format, std::ostream& out) : format_(format), out_(out) {}

  void begin();
  void write(const Hit& hit);
  void end();

 private:
  void write_bibtex(const Article& article);
  void write_ris(const Article& article);
  void write_csl(const Article& article);
  void write_markdown(const Article& article);
  void write_follow_the_money(const Hit& hit);
  void write_row_of(const Hit& hit);
  char delimiter() const { return format_ == ExportFormat::Csv ? ',' : '\t'; }
  std::string new_key(const Article& article);

  ExportFormat format_;
  std::ostream& out_;
  std::set<std::string> keys_;  ///< of BibTeX entries
  bool first_ = true;
};

}  // namespace morgue

// SPDX-License-Identifier: GPL-3.0-or-later
// How a result becomes output: one interface, one implementation per format.
#pragma once

#include <memory>
#include <ostream>
#include <string>

#include "query/hit.h"
#include "query/provenance.h"
#include "query/render/terminal.h"

namespace morgue {

/// Writes one result as it arrives: begin, each hit in order, end. Nothing is kept that is not
/// needed for the next call, so a result of any size streams. Failures are left in the stream's
/// state.
class Renderer {
 public:
  virtual ~Renderer() = default;

  /// Before the first hit: query and totals are known, facets need not be.
  virtual void begin(const ResultPage& head) = 0;
  virtual void hit(const Hit& hit) = 0;
  /// After the last hit: the same page with facets, all notes and the cursor.
  virtual void end(const ResultPage& page) = 0;
};

enum class Format { Text, Json, JsonLines, Csv, Tsv, Ids, GraphMl, Gexf };

/// What the output is about: a facet table has other columns than a table of hits.
enum class Subject { Hits, Facets };

struct RenderOptions {
  Format format = Format::Text;
  Subject subject = Subject::Hits;
  bool nul_separated = false;  ///< Ids only: NUL instead of line feeds
  std::size_t passages = 1;    ///< of each hit, at most
  Terminal terminal;
  std::string heading;                   ///< Text only: what the line of counts begins with
  bool hints = true;                     ///< Text only: what to type next
  std::string command = "morgue-query";  ///< how the hints under a text result begin
  std::optional<Provenance> provenance;
};

/// Whether the format has a place for facets beside hits. Csv, Tsv and Ids have not: there a table
/// of facets is a result of its own (Subject::Facets), and Ids has none at all.
bool shows_facets(Format format, Subject subject);

/// `out` must outlive the renderer. Precondition: format is none of a graph, and not Ids when the
/// subject is Facets.
std::unique_ptr<Renderer> make_renderer(const RenderOptions& options, std::ostream& out);

}  // namespace morgue

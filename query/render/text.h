// SPDX-License-Identifier: GPL-3.0-or-later
// Results as people read them.
#pragma once

#include <memory>
#include <ostream>
#include <string>

#include "query/render/renderer.h"
#include "query/render/snippet.h"

namespace morgue {

/// A line with the count and the query as it was understood; each hit with rank, date, source,
/// headline, passage and id; facets as columns; and under them the commands that narrow the result
/// and show more of it. Colour marks what matched; nothing is said by colour alone. Nothing from an
/// article or a query reaches the output with its control characters.
class TextRenderer : public Renderer {
 public:
  TextRenderer(const RenderOptions& options, std::ostream& out)
      : options_(options), out_(out), snippets_(options.passages) {}

  void begin(const ResultPage& head) override;
  void hit(const Hit& hit) override;
  void end(const ResultPage& page) override;

 private:
  void write_block(std::string_view text, const std::vector<Span>& marks, Style style);
  void write_facet(const Facet& facet, bool copies_once);
  void write_hints(const ResultPage& page);
  std::string command_for(std::string_view query, std::string_view flags) const;

  RenderOptions options_;
  std::ostream& out_;
  SnippetMaker snippets_;
};

}  // namespace morgue

// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/render/renderer.h"

#include <cassert>

#include "query/render/delimited.h"
#include "query/render/json.h"
#include "query/render/text.h"

namespace morgue {
namespace {

std::unique_ptr<Renderer> make_table(const RenderOptions& options, char delimiter,
                                     std::ostream& out) {
  const bool for_terminal = options.terminal.is_terminal;
  if (options.subject == Subject::Facets) {
    return std::make_unique<FacetTable>(out, delimiter, for_terminal);
  }
  return std::make_unique<HitTable>(out, delimiter, for_terminal, options.passages);
}

}  // namespace

bool shows_facets(Format format, Subject subject) {
  switch (format) {
    case Format::Text:
    case Format::Json:
    case Format::JsonLines:
      return true;
    case Format::Csv:
    case Format::Tsv:
      return subject == Subject::Facets;
    case Format::Ids:
    case Format::GraphMl:
    case Format::Gexf:
      return false;
  }
  return false;
}

std::unique_ptr<Renderer> make_renderer(const RenderOptions& options, std::ostream& out) {
  assert((options.format != Format::Ids || options.subject == Subject::Hits) &&
         "facets have no ids");
  switch (options.format) {
    case Format::Text:
    case Format::GraphMl:
    case Format::Gexf:
      break;
    case Format::Json:
      return std::make_unique<JsonRenderer>(out, options.passages, options.provenance);
    case Format::JsonLines:
      return std::make_unique<JsonLinesRenderer>(out, options.passages);
    case Format::Csv:
      return make_table(options, ',', out);
    case Format::Tsv:
      return make_table(options, '\t', out);
    case Format::Ids:
      return std::make_unique<IdList>(out, options.nul_separated, options.terminal.is_terminal);
  }
  return std::make_unique<TextRenderer>(options, out);
}

}  // namespace morgue

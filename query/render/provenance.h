// SPDX-License-Identifier: GPL-3.0-or-later
// What a result says of where it comes from.
#pragma once

#include <ostream>
#include <string>

#include "query/provenance.h"
#include "query/render/json_writer.h"
#include "query/render/renderer.h"

namespace morgue {

/// The key "provenance": {"program","command","canonical","today","archives":[{"folder","digest",
/// "generation","articles"}]}; what is empty is left out.
void write_provenance(JsonWriter& json, const Provenance& provenance, const std::string& canonical);

/// The same where it was asked for and the format has no head of its own: as lines that begin with
/// "# " before text, CSV and TSV, as the first object of JSON Lines. Of documents, graphs and bare
/// ids nothing.
void write_provenance_head(const Provenance& provenance, const std::string& canonical,
                           Format format, std::ostream& out);

}  // namespace morgue

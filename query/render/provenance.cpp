// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/render/provenance.h"

#include "common/text/width.h"

namespace morgue {
namespace {

void write_lines(const Provenance& provenance, const std::string& canonical, std::ostream& out) {
  const auto line = [&](const char* name, const std::string& value) {
    if (!value.empty()) out << "# " << name << ": " << safe_for_terminal(value) << '\n';
  };
  line("program", provenance.program);
  line("command", provenance.command);
  line("query", canonical);
  line("today", provenance.today);
  for (const ArchiveState& archive : provenance.archives) {
    line("archive", archive.folder + ", " + std::to_string(archive.articles) +
                        " articles, generation " + std::to_string(archive.generation) +
                        ", digest " + archive.digest);
  }
}

}  // namespace

void write_provenance(JsonWriter& json, const Provenance& provenance,
                      const std::string& canonical) {
  json.key("provenance").begin_object().field("program", provenance.program);
  json.field("command", provenance.command);
  if (!canonical.empty()) json.field("canonical", canonical);
  if (!provenance.today.empty()) json.field("today", provenance.today);
  json.key("archives").begin_array();
  for (const ArchiveState& archive : provenance.archives) {
    json.begin_object().field("folder", archive.folder).field("digest", archive.digest);
    json.field("generation", archive.generation).field("articles", archive.articles).end_object();
  }
  json.end_array().end_object();
}

void write_provenance_head(const Provenance& provenance, const std::string& canonical,
                           Format format, std::ostream& out) {
  if (!provenance.asked) return;
  if (format == Format::JsonLines) {
    JsonWriter json(out);
    json.begin_object();
    write_provenance(json, provenance, canonical);
    json.end_object();
    out << '\n';
  } else if (format == Format::Text || format == Format::Csv || format == Format::Tsv) {
    write_lines(provenance, canonical, out);
  }
}

}  // namespace morgue

// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/flags.h"

#include <CLI/CLI.hpp>

namespace morgue {
namespace {

/// A number of bytes as "64M".
void add_size(CLI::App& command, const std::string& name, std::uint64_t& bytes,
              const std::string& help) {
  command
      .add_option_function<std::string>(
          name,
          [name, &bytes](const std::string& text) {
            const auto size = read_size(text);
            if (!size)
              throw CLI::ValidationError(name, "not a size: " + text + "; write 64M or 2G");
            bytes = *size;
          },
          help)
      ->type_name("SIZE");
}

}  // namespace

std::optional<std::uint64_t> read_size(const std::string& text) {
  std::size_t used = 0;
  double number = 0;
  try {
    number = std::stod(text, &used);
  } catch (const std::exception&) {
    return std::nullopt;
  }
  const std::string unit = text.substr(used);
  double factor = 1;
  if (unit == "K" || unit == "KB" || unit == "KiB")
    factor = 1024.0;
  else if (unit == "M" || unit == "MB" || unit == "MiB")
    factor = 1024.0 * 1024;
  else if (unit == "G" || unit == "GB" || unit == "GiB")
    factor = 1024.0 * 1024 * 1024;
  else if (!unit.empty())
    return std::nullopt;
  const double bytes = number * factor;
  if (!(bytes >= 1) || bytes > 1e15) return std::nullopt;
  return static_cast<std::uint64_t>(bytes);
}

void add_archive(CLI::App& command, std::string& archive) {
  command.add_option("archive", archive, "The archive, a folder such as news.morgue")
      ->required()
      ->check([](const std::string& name) {
        return name.empty() ? std::string("its name is empty") : std::string();
      });
}

void add_entity_flags(CLI::App& command, EntityFlags& flags) {
  command
      .add_option("--entities", flags.mode,
                  "Names to look for in the text: on (by a model, where there is one for the "
                  "language), metadata (those the article came with, and watch-lists), off "
                  "[as the archive remembers; on]")
      ->check(CLI::IsMember({"on", "metadata", "off"}))
      ->type_name("HOW");
  command
      .add_option(
          "--gazetteer", flags.gazetteers,
          "Watch-list: a table with the columns type, name, aliases (parted by |), anycase; "
          "a type that is not person, org or place becomes a facet. Kept by the archive")
      ->type_name("FILE");
  command
      .add_option("--models", flags.models,
                  "Folder of entity models, LANG.model [that of the program]")
      ->type_name("FOLDER")
      ->check(CLI::ExistingDirectory);
  command
      .add_option("--link-names", flags.links,
                  "Count a bare surname as the full name that nearly all other articles give it, "
                  "and spellings of a name as one: on, off [as the archive remembers; on]")
      ->check(CLI::IsMember({"on", "off"}))
      ->type_name("HOW");
}

void add_reading(CLI::App& command, ReadingFlags& flags) {
  command
      .add_option("--map", flags.map,
                  "Field names of the source: title=headline,date=published_at; for text "
                  "files parts of the path: source={2},date={1}")
      ->type_name("FIELD=NAME,…");
  command.add_option("--format", flags.format, "Format of all inputs, instead of by content")
      ->type_name("FORMAT");
  command.add_flag("--follow-links", flags.follow_links,
                   "Follow symbolic links out of the folders given");
  add_size(command, "--max-record", flags.max_record_bytes,
           "Largest record, page or document that is read [64M; add: at most a 16th of --memory]");
  command.add_option("--max-depth", flags.max_depth, "Deepest nesting of a page's elements")
      ->type_name("N")
      ->capture_default_str();
  command.add_option("--max-attributes", flags.max_attributes, "Most attributes of a page's tag")
      ->type_name("N")
      ->capture_default_str();
}

}  // namespace morgue

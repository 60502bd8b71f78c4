// SPDX-License-Identifier: GPL-3.0-or-later
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <string>

#include <nlohmann/json.hpp>

#include "common/base/index_error.h"
#include "indexer/commands/commands.h"
#include "indexer/commands/reading.h"
#include "indexer/input/walk.h"
#include "indexer/normalize/normalize.h"
#include "indexer/report.h"

namespace morgue {
namespace {

using Json = nlohmann::ordered_json;

Json json_of(const ExtraField& field) {
  switch (field.kind) {
    case ExtraField::Kind::Text:
      return field.values.front();
    case ExtraField::Kind::List:
      return field.values;
    case ExtraField::Kind::Json:
      break;
  }
  Json value = Json::parse(field.values.front(), nullptr, false);
  return value.is_discarded() ? Json(field.values.front()) : value;
}

// The fields of an article that say something, by the names they have everywhere else.
Json json_of(const Normalized& normalized) {
  const Article& article = normalized.article;
  Json line;
  const auto put = [&](const char* name, const std::string& value) {
    if (!value.empty()) line[name] = value;
  };
  line["id"] = article.id;
  put("title", article.title);
  put("body", article.body);
  put("byline", article.byline);
  put("source", article.source);
  put("section", article.section);
  put("lang", article.lang);
  put("url", article.url);
  put("date", article.date.to_string());
  line["date_source"] = name_of(article.date_source);
  put("date_text", article.date_text);
  const auto put_list = [&](const char* name, const std::vector<std::string>& values) {
    if (!values.empty()) line[name] = values;
  };
  put_list("people", article.people);
  put_list("organisations", article.organisations);
  put_list("places", article.places);
  for (const ExtraField& field : article.extra) line["extra"][field.name] = json_of(field);
  return line;
}

class Conversion {
 public:
  Conversion(const Normalizer& normalizer, const Surroundings& surroundings)
      : normalizer_(normalizer), surroundings_(surroundings) {}

  void convert(const InputFile& file, const ReadOptions& options) {
    read_articles(file, options, normalizer_, surroundings_, [&](const auto& article) {
      if (article) {
        write(json_of(*article).dump(-1, ' ', false, Json::error_handler_t::replace) + "\n");
      } else {
        reject(article.error());
      }
    });
  }

  void reject(const RecordError& error) {
    rejected_ = true;
    std::fputs(encode_reject({error, true}).c_str(), stderr);
  }

  bool rejected() const { return rejected_; }

 private:
  static void write(const std::string& line) {
    if (std::fwrite(line.data(), 1, line.size(), stdout) == line.size()) return;
    throw IndexError(ExitCode::Usage,
                     std::string("standard output cannot be written: ") + std::strerror(errno));
  }

  const Normalizer& normalizer_;
  const Surroundings& surroundings_;
  bool rejected_ = false;
};

}  // namespace

ExitCode run_convert(const ConvertOptions& options, const Surroundings& surroundings) {
  const ReadOptions reading = read_options(options.reading);
  const Normalizer normalizer(reading.map, surroundings.today);
  Conversion conversion(normalizer, surroundings);
  Walker walker(options.inputs, {options.reading.follow_links});
  while (auto file = walker.next()) {
    if (surroundings.interrupted()) return ExitCode::Interrupted;
    if (*file) {
      conversion.convert(**file, reading);
    } else {
      conversion.reject(file->error());
    }
  }
  if (std::fflush(stdout) != 0) {
    throw IndexError(ExitCode::Usage,
                     std::string("standard output cannot be written: ") + std::strerror(errno));
  }
  if (surroundings.interrupted()) return ExitCode::Interrupted;
  return conversion.rejected() ? ExitCode::Rejected : ExitCode::Done;
}

}  // namespace morgue

// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>
#include <tbb/enumerable_thread_specific.h>
#include <tbb/global_control.h>
#include <tbb/parallel_pipeline.h>

#include "common/base/index_error.h"
#include "common/text/analyzer.h"
#include "common/text/utf8.h"
#include "indexer/commands/commands.h"
#include "indexer/entities/model_files.h"
#include "indexer/normalize/detect_language.h"

namespace morgue {
namespace {

using nlohmann::ordered_json;

/// A line of input with its place, and what becomes of it.
struct Line {
  std::string place;  ///< "articles.jsonl:3"
  std::string text;
  std::string answer;  ///< a line of output; empty when it could not be read
  std::string error;
};

/// Reads one article after the other. One thread each.
class Annotator {
 public:
  Annotator(ModelFolder& models, const std::string& lang) : models_(models), lang_(lang) {}

  void annotate(Line& line) {
    const ordered_json given = ordered_json::parse(line.text, nullptr, false);
    const bool whole = given.is_object() && given.contains("id") && is_text(given, "body");
    if (!whole || !is_text(given, "title") || !is_text(given, "lang")) {
      line.error = "not an object with \"id\" and text as \"body\", \"title\" and \"lang\"";
      return;
    }
    Article article;
    article.body = repair_utf8(given.value("body", "")).text;
    article.title = repair_utf8(given.value("title", "")).text;
    const std::string lang = lang_of(article, given.value("lang", lang_));
    Recognizer* recognizer = find(lang);
    if (recognizer == nullptr) {
      line.error = "there is no entity model for the language \"" + lang + "\"";
      return;
    }
    analyzer_.analyze_with_breaks(article.title, title_);
    analyzer_.analyze_with_breaks(article.body, body_);
    mentions_.clear();
    recognizer->recognize(article, title_, body_, mentions_);
    ordered_json answer{{"id", given["id"]}, {"mentions", listed(article)}};
    line.answer = answer.dump() + '\n';
  }

 private:
  static bool is_text(const ordered_json& object, const char* key) {
    const auto value = object.find(key);
    return value == object.end() || value->is_string();
  }

  /// `given` as it is; when empty, by the text, and English when that does not tell.
  static std::string lang_of(const Article& article, const std::string& given) {
    if (!given.empty()) return given.substr(0, given.find_first_of("-_"));
    const std::string detected = detect_language(article.title, article.body);
    return detected.empty() ? "en" : detected;
  }

  Recognizer* find(const std::string& lang) {
    const auto known = recognizers_.find(lang);
    if (known != recognizers_.end()) return known->second.get();
    return recognizers_.emplace(lang, models_.make_recognizer(lang)).first->second.get();
  }

  /// In code points of the body, or the title.
  ordered_json listed(const Article& article) const {
    ordered_json list = ordered_json::array();
    std::size_t at = 0;
    std::size_t points = 0;
    TextPart part = TextPart::Title;
    for (const Mention& mention : mentions_) {
      const std::string_view text = mention.part == TextPart::Title ? article.title : article.body;
      if (mention.part != part) at = points = 0;
      part = mention.part;
      points += count_code_points(text.substr(at, mention.bytes.begin - at));
      at = mention.bytes.begin;
      const std::string_view written = mention.bytes.of(text);
      ordered_json one{{"type", name_of(mention.kind)},
                       {"start", points},
                       {"end", points + count_code_points(written)},
                       {"text", written},
                       {"name", mention.name}};
      if (part == TextPart::Title) one["part"] = "title";
      list.push_back(std::move(one));
    }
    return list;
  }

  ModelFolder& models_;
  const std::string& lang_;
  Analyzer analyzer_;
  TokenList title_, body_;
  std::map<std::string, std::unique_ptr<Recognizer>> recognizers_;
  std::vector<Mention> mentions_;
};

/// Hands out the lines of files, one after the other.
class LineSource {
 public:
  explicit LineSource(const std::vector<std::string>& files) : files_(files) {
    if (files_.empty()) files_.emplace_back("-");
  }

  bool next(Line& line) {
    for (;;) {
      if (in_ == nullptr && !open_next()) return false;
      if (std::getline(*in_, line.text)) {
        line.place = name_ + ":" + std::to_string(++number_);
        if (!line.text.empty()) return true;
        continue;
      }
      in_ = nullptr;
    }
  }

 private:
  bool open_next() {
    if (file_ == files_.size()) return false;
    const std::string& file = files_[file_++];
    name_ = file == "-" ? "standard input" : file;
    number_ = 0;
    in_ = &std::cin;
    if (file == "-") return true;
    opened_ = std::ifstream(file);
    if (!opened_) throw IndexError(ExitCode::Usage, file + ": cannot be read");
    in_ = &opened_;
    return true;
  }

  std::vector<std::string> files_;
  std::size_t file_ = 0;
  std::ifstream opened_;
  std::istream* in_ = nullptr;
  std::string name_;
  std::size_t number_ = 0;
};

}  // namespace

ExitCode run_annotate(const AnnotateOptions& options, const Surroundings& surroundings) {
  ModelFolder models(options.models.empty() ? surroundings.model_folder
                                            : std::filesystem::path(options.models));
  const unsigned jobs = options.jobs > 0 ? options.jobs : surroundings.processors;
  const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, jobs);
  tbb::enumerable_thread_specific<Annotator> annotators(
      [&] { return Annotator(models, options.lang); });
  LineSource source(options.inputs);
  std::size_t faulty = 0;
  using Batch = std::vector<Line>;
  constexpr std::size_t kBatchLines = 64;
  tbb::parallel_pipeline(
      jobs * 4, tbb::make_filter<void, std::shared_ptr<Batch>>(
                    tbb::filter_mode::serial_in_order,
                    [&](tbb::flow_control& flow) {
                      auto batch = std::make_shared<Batch>();
                      for (Line line; batch->size() < kBatchLines && source.next(line);) {
                        batch->push_back(std::move(line));
                      }
                      if (batch->empty()) flow.stop();
                      return batch;
                    }) &
                    tbb::make_filter<std::shared_ptr<Batch>, std::shared_ptr<Batch>>(
                        tbb::filter_mode::parallel,
                        [&](std::shared_ptr<Batch> batch) {
                          for (Line& line : *batch) annotators.local().annotate(line);
                          return batch;
                        }) &
                    tbb::make_filter<std::shared_ptr<Batch>, void>(
                        tbb::filter_mode::serial_in_order, [&](std::shared_ptr<Batch> batch) {
                          for (const Line& line : *batch) {
                            std::fwrite(line.answer.data(), 1, line.answer.size(), stdout);
                            if (line.error.empty()) continue;
                            ++faulty;
                            std::fprintf(stderr, "morgue-index: %s: %s\n", line.place.c_str(),
                                         line.error.c_str());
                          }
                        }));
  std::fflush(stdout);
  return faulty == 0 ? ExitCode::Done : ExitCode::Rejected;
}

}  // namespace morgue

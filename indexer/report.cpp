// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/report.h"

#include <nlohmann/json.hpp>

namespace morgue {

void RunCounts::add(const RunCounts& other) {
  records += other.records;
  rejected += other.rejected;
  outcomes.added += other.outcomes.added;
  outcomes.changed += other.outcomes.changed;
  outcomes.unchanged += other.outcomes.unchanged;
  outcomes.superseded += other.outcomes.superseded;
  repaired += other.repaired;
  undated += other.undated;
  bad_dates += other.bad_dates;
  made_ids += other.made_ids;
  detected_langs += other.detected_langs;
  text_bytes += other.text_bytes;
  input_bytes += other.input_bytes;
  inputs += other.inputs;
  inputs_skipped += other.inputs_skipped;
  for (const auto& [lang, count] : other.entities.by_model) entities.by_model[lang] += count;
  for (const auto& [lang, count] : other.entities.without_model) {
    entities.without_model[lang] += count;
  }
  for (const auto& [pair, count] : other.mapped) mapped[pair] += count;
}

void RunCounts::count(const Normalized& article) {
  text_bytes += article.article.title.size() + article.article.body.size();
  made_ids += article.id_made ? 1 : 0;
  detected_langs += article.lang_detected ? 1 : 0;
  undated += article.article.date.known() ? 0 : 1;
  bad_dates += article.date_problem.empty() ? 0 : 1;
  repaired += article.repaired_bytes > 0 ? 1 : 0;
  for (const auto& pair : article.mapped) ++mapped[pair];
}

std::string encode_reject(const RejectLine& reject) {
  nlohmann::ordered_json line;
  line["outcome"] = reject.rejected ? "rejected" : "repaired";
  line["file"] = reject.error.at.file;
  line["line"] = reject.error.at.line;
  line["code"] = reject.error.error.code;
  line["reason"] = reject.error.error.message;
  // A file name, or a piece of a record quoted in the reason, may be no UTF-8.
  return line.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

}  // namespace morgue

// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/render/messages.h"

#include "common/text/width.h"
#include "query/render/json_writer.h"
#include "query/render/why_text.h"

namespace morgue {
namespace {

constexpr std::string_view kProgram = "morgue-query";

}  // namespace

/// "morgue-query", or "morgue-query: queries.txt:12".
std::string Messages::origin() const {
  return std::string(kProgram) + (place_.empty() ? "" : ": " + safe_for_terminal(place_));
}

void Messages::notes(const std::vector<Note>& notes, std::size_t known) {
  if (quiet_) return;
  for (std::size_t i = known; i < notes.size(); ++i) {
    err_ << origin() << ": note " << notes[i].code << ": " << safe_for_terminal(notes[i].message)
         << '\n';
  }
  err_.flush();
}

void Messages::why(const Why& why) {
  if (quiet_) return;
  if (json_) {
    JsonWriter json(err_);
    json.begin_object().key("why");
    write_why(json, why);
    json.end_object();
    err_ << '\n';
  } else {
    err_ << why_text(why);
  }
  err_.flush();
}

void Messages::query_error(std::string_view query, const QueryError& error) {
  if (json_) {
    error_object(error.code, &error, error.message, error.suggestion);
  } else {
    err_ << safe_for_terminal(draw_error(origin(), query, error), true);
  }
}

void Messages::usage_error(const UsageError& error) {
  if (json_) {
    error_object("usage", nullptr, error.message, error.suggestion);
    return;
  }
  err_ << kProgram << ": " << safe_for_terminal(error.message) << '\n';
  if (!error.suggestion.empty()) err_ << "    " << safe_for_terminal(error.suggestion) << '\n';
}

void Messages::failure(std::string_view code, std::string_view message) {
  if (json_) {
    error_object(code, nullptr, message, "");
  } else {
    err_ << kProgram << ": " << safe_for_terminal(message, true) << '\n';
  }
}

void Messages::error_object(std::string_view code, const QueryError* at, std::string_view message,
                            std::string_view suggestion) {
  JsonWriter json(err_);
  json.begin_object().field("code", code).field("message", message);
  if (!place_.empty()) json.field("place", place_);
  if (at != nullptr) {
    json.field("position", at->span.begin).field("length", at->span.size());
  } else {
    json.key("position").null().key("length").null();
  }
  json.field("suggestion", suggestion).end_object();
  err_ << '\n';
}

}  // namespace morgue

// SPDX-License-Identifier: GPL-3.0-or-later
// What goes to standard error: notes, query errors, failures.
#pragma once

#include <cstddef>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "query/parse/query_error.h"
#include "query/why.h"

namespace morgue {

/// A command line that cannot be run.
struct UsageError {
  std::string message;     ///< one line, no full stop
  std::string suggestion;  ///< one line: what to type; or empty
};

/// Writes messages in the fixed form "morgue-query: note N101: …", or errors as one JSON object a
/// line
/// {"code", "message", "position", "length", "suggestion"}: "position" and "length" are code points
/// of the query, null where no query is to blame. Notes are always text; quiet leaves them out.
class Messages {
 public:
  Messages(std::ostream& err, bool json, bool quiet = false)
      : err_(err), json_(json), quiet_(quiet) {}

  /// Where the queries that follow come from, "queries.txt:12": named in notes and errors, in JSON
  /// under "place". Empty: nowhere to name.
  void set_place(std::string place) { place_ = std::move(place); }

  void be_quiet(bool quiet) { quiet_ = quiet; }

  /// Those of `notes` that come after the first `known`.
  void notes(const std::vector<Note>& notes, std::size_t known = 0);
  /// The screen of why_text(), or one object {"why": …} a line.
  void why(const Why& why);
  void query_error(std::string_view query, const QueryError& error);
  void usage_error(const UsageError& error);
  /// What cannot be done, with a code for programs: "archive", "output", "no-article".
  void failure(std::string_view code, std::string_view message);

 private:
  std::string origin() const;
  void error_object(std::string_view code, const QueryError* at, std::string_view message,
                    std::string_view suggestion);

  std::ostream& err_;
  bool json_;
  bool quiet_;
  std::string place_;
};

}  // namespace morgue

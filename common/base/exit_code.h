// SPDX-License-Identifier: GPL-3.0-or-later
// The exit codes of both programs.
#pragma once

namespace morgue {

enum class ExitCode : int {
  Done = 0,          ///< hits, or the work is done
  NoHits = 1,        ///< the query ran and nothing matches
  Usage = 2,         ///< the command line or the query is wrong
  Rejected = 3,      ///< finished, but some records were rejected
  Archive = 4,       ///< the archive is missing, damaged or of another version
  Locked = 5,        ///< another writer is at work on the archive
  Interrupted = 130  ///< stopped by SIGINT or SIGTERM; what was published is safe
};

}  // namespace morgue

// SPDX-License-Identifier: GPL-3.0-or-later
// Which articles an alert has shown, kept in a file between its runs.
#pragma once

#include <filesystem>
#include <string>
#include <unordered_set>

namespace morgue {

/// Articles are known by their ids, so that it does not matter how the archive is laid out, or in
/// what order articles come to it. One process at a time; another one waits.
class SeenArticles {
 public:
  /// Reads the file; none is an empty one. Throws IndexError when it cannot be read or locked.
  explicit SeenArticles(std::filesystem::path file);
  SeenArticles(const SeenArticles&) = delete;
  SeenArticles& operator=(const SeenArticles&) = delete;
  ~SeenArticles();

  bool is_first_run() const { return is_first_run_; }

  /// False when it was there already.
  bool add(const std::string& id) { return ids_.insert(id).second; }

  /// Writes what is known by now. Before, nothing of it is kept. Throws IndexError.
  void save() const;

 private:
  std::filesystem::path file_;
  int lock_ = -1;
  bool is_first_run_ = true;
  std::unordered_set<std::string> ids_;
};

}  // namespace morgue

// SPDX-License-Identifier: GPL-3.0-or-later
// What a query finds, by the meaning of the language and nothing clever.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/analyzer.h"
#include "tests/support/brute/archive.h"
#include "tests/support/brute/query.h"
#include "tests/support/brute/runs.h"

namespace morgue::brute {

/// A query that is none throws std::invalid_argument.
class Judge {
 public:
  /// `today`, in days since 1970-01-01, is what relative dates count from. The archive must not
  /// change.
  Judge(const Archive& archive, std::int32_t today) : archive_(archive), today_(today) {}

  /// Matching articles, by their order of addition.
  std::vector<std::size_t> find(std::string_view query);
  std::vector<std::size_t> find(const Node& query);

  std::size_t count(std::string_view query) { return find(query).size(); }

  const Archive& archive() const { return archive_; }

 private:
  /// What the functions and fields around an expression ask of its words.
  struct Scope {
    std::string field = {};  ///< by its own name; empty: title and body
    bool as_written = false;
    bool some_capital = false;
    bool no_capital = false;
    bool all_capitals = false;

    bool text() const;
  };
  /// The words an operand stands for: these forms, if `exact` so written.
  struct Words {
    std::vector<WordNo> forms;
    std::optional<WordNo> exact = {};
  };
  struct Days {
    std::int32_t first = 0;
    std::int32_t last = 0;
  };
  using Articles = std::vector<bool>;
  using Found = std::map<std::size_t, Runs>;  ///< by article; none is empty

  Articles articles(const Node& node, const Scope& scope);
  Articles field(const Node& node, const Scope& scope);
  Articles dates(const Node& node) const;
  Articles numbers(const Node& node) const;
  Articles presence(const Node& node, bool wanted) const;
  Articles whole_value(const std::string& value, const std::string& field) const;
  Days days(const std::string& text) const;
  bool has(const Entry& entry, const std::string& field) const;
  template <class Test>
  Articles each(Test test) const {
    Articles result(archive_.size());
    for (std::size_t i = 0; i < archive_.size(); ++i) result[i] = test(archive_[i]);
    return result;
  }

  Found runs(const Node& node, const Scope& scope);
  Found sequence(const Node& node, const Scope& scope);
  Found combined(const Node& node, const Scope& scope);
  Found places(const Words& words, const Scope& scope) const;
  const std::vector<Text>* zones(std::size_t article, const Scope& scope) const;
  bool admits(const Text& text, std::size_t at, const Words& words, const Scope& scope) const;

  std::vector<Words> words_of(const Node& word, const Scope& scope, bool quoted);
  std::vector<WordNo> forms_like(const Node& node) const;
  std::vector<WordNo> remembered(const Node& node);

  const Archive& archive_;
  std::int32_t today_;
  Analyzer analyzer_;
  TokenList tokens_;
  std::map<std::string, std::vector<WordNo>> forms_;  ///< of patterns asked before
};

}  // namespace morgue::brute

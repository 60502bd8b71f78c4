// SPDX-License-Identifier: GPL-3.0-or-later
// A search engine without an index: what queries find, by looking at every article. It shares the
// analyzer and the stemmer with Morgue, and nothing of what Morgue makes of them.
#pragma once

#include <cstdint>
#include <map>
#include <random>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "common/article/article.h"
#include "common/text/analyzer.h"

namespace morgue::reference {

/// A query as the reference understands it; text() is what is typed.
struct Query {
  enum class Kind {
    Word,
    Exact,
    Prefix,
    Phrase,
    FieldWord,
    FieldValue,
    Dates,
    Missing,
    And,
    Or,
    Not
  };
  Kind kind = Kind::Word;
  std::string field;  ///< FieldWord, FieldValue, Missing; "title", "body" or "" for words
  std::vector<std::string> words;  ///< one, or those of a phrase
  std::string date_text;           ///< Dates: after "date:"
  std::int32_t first_day = 0;      ///< Dates
  std::int32_t last_day = 0;
  std::vector<Query> parts;  ///< And, Or, Not

  std::string text() const;
};

class Archive {
 public:
  explicit Archive(std::string default_lang) : default_lang_(std::move(default_lang)) {}

  void add(const Article& article);
  std::size_t size() const { return articles_.size(); }
  const std::string& id(std::size_t article) const { return articles_[article].id; }

  /// Matching articles, by their order of addition.
  std::vector<std::size_t> find(const Query& query) const;

  /// Ids, newest first, undated last, then by id; or oldest first.
  std::vector<std::string> sorted_ids(const std::vector<std::size_t>& articles,
                                      bool oldest_first) const;

  /// value -> articles, of source, section, byline, lang, person, org, place, year or month.
  std::map<std::string, std::uint64_t> facet(const std::vector<std::size_t>& articles,
                                             const std::string& name) const;

  /// A query of random shape over the words, phrases, values and dates of these articles.
  Query random_query(std::mt19937& random, int depth = 2) const;

 private:
  /// The words of a text, by number; apart, since most questions need the folded forms alone.
  struct Words {
    std::vector<std::uint32_t> folded;
    std::vector<std::uint32_t> exact;
    std::vector<std::uint32_t> bare;  ///< 0: none; empty: none in the whole text

    std::size_t size() const { return folded.size(); }
    bool empty() const { return folded.empty(); }
  };
  struct Entry {
    std::string id;
    Words title;
    Words body;
    bool dated = false;
    std::int32_t first_day = 0;
    std::int32_t last_day = 0;
    std::map<std::string, std::vector<std::string>> values;  ///< by field
    std::map<std::string, std::vector<Words>> value_words;
  };
  using Ids = std::set<std::uint32_t>;

  std::uint32_t intern(std::string_view text);
  std::uint32_t known(const std::string& text) const;  ///< 0 when never seen
  Words words_of(std::string_view text);
  void add_field(Entry& entry, const std::string& name, const std::vector<std::string>& values);
  Ids forms_of(const std::string& word) const;
  Ids wanted(const Query& query, const std::string& word) const;
  std::vector<bool> matches(const Query& query) const;
  std::vector<bool> match_words(const Query& query) const;
  Query random_leaf(std::mt19937& random) const;
  const Entry* random_word(std::mt19937& random, std::size_t& at) const;

  std::string default_lang_;
  Analyzer analyzer_;
  TokenList tokens_;
  std::vector<Entry> articles_;
  std::unordered_map<std::string, std::uint32_t> numbers_;
  std::vector<std::string> texts_{""};
  std::map<std::string, Ids> vocabulary_;  ///< folded forms by language
};

}  // namespace morgue::reference

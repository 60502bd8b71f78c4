// SPDX-License-Identifier: GPL-3.0-or-later
// Articles as words, all of them in memory: what the judge looks at. It shares the analyzer and the
// stemmer with Morgue, and nothing of what Morgue makes of them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/article/article.h"
#include "common/article/mention.h"
#include "common/text/analyzer.h"
#include "common/text/stem.h"

namespace morgue::brute {

/// A text of the archive that is a word, by number; 0 is none.
using WordNo = std::uint32_t;

/// The words of one zone: a title, a body, a value of a field.
struct Text {
  std::vector<WordNo> folded;  ///< 0: a word of boilerplate
  std::vector<WordNo> exact;
  std::vector<WordNo> bare;              ///< 0: none
  std::vector<std::uint32_t> sentence;   ///< of each word, its number; empty: all are one
  std::vector<std::uint32_t> paragraph;  ///< the same

  std::size_t size() const { return folded.size(); }
};

enum Zone : int { kTitle = 0, kBody = 1 };

struct Entry {
  std::string id;
  std::vector<Text> zones;  ///< title and body
  bool dated = false;
  std::int32_t first_day = 0;
  std::int32_t last_day = 0;
  std::map<std::string, std::vector<std::string>> values;  ///< whole values, by field
  std::map<std::string, std::vector<Text>> value_words;    ///< their words; only fields it has
  bool has_title = false;
  bool has_body = false;

  std::size_t in_boilerplate = 0;  ///< words of the body

  std::size_t words() const { return zones[kTitle].size() + zones[kBody].size() - in_boilerplate; }
};

/// Where a word stands in titles and bodies.
struct Place {
  std::uint32_t article = 0;
  int zone = 0;
  int at = 0;
};

class Archive {
 public:
  /// `default_lang`: the language of articles that do not say theirs.
  explicit Archive(std::string default_lang) : default_lang_(std::move(default_lang)) {}

  /// An article is also counted under the names that its mentions are of.
  /// Paragraphs of its body that are boilerplate, by their spans in bytes, are no text: of their
  /// words only the places are left, and mentions that begin there name nobody.
  void add(const Article& article, const std::vector<Mention>& mentions = {},
           const std::vector<Span>& boilerplate = {});

  std::size_t size() const { return articles_.size(); }
  const Entry& operator[](std::size_t article) const { return articles_[article]; }

  WordNo known(const std::string& text) const;  ///< 0 when never seen
  const std::string& spelled(WordNo word) const { return texts_[word]; }

  /// Every folded or bare form of titles, bodies and values.
  const std::vector<WordNo>& forms() const { return forms_; }
  const std::vector<Place>& places(WordNo form) const { return places_[form]; }
  /// The form itself, and those seen in articles of a language in which they share its stem.
  std::vector<WordNo> same_stem(const std::string& folded) const;

  /// Ids, newest first, undated last, then by id; or oldest first.
  std::vector<std::string> sorted_ids(const std::vector<std::size_t>& articles,
                                      bool oldest_first) const;

  /// value -> articles, of source, section, byline, lang, person, org, place, year or month.
  std::map<std::string, std::uint64_t> facet(const std::vector<std::size_t>& articles,
                                             const std::string& name) const;

 private:
  struct Language {
    Stemmer stemmer;
    std::map<WordNo, std::string> stems;  ///< of the forms seen
    std::unordered_map<std::string, std::vector<WordNo>> forms;
  };

  WordNo intern(std::string_view text);
  WordNo intern_form(std::string_view text);
  Text words_of(std::string_view text, bool breaks, const std::vector<Span>& boilerplate = {});
  void add_field(Entry& entry, const std::string& name, const std::vector<std::string>& values);
  void add_places(const Text& text, int zone);
  void add_stems(const Entry& entry, const std::string& lang);

  std::string default_lang_;
  Analyzer analyzer_;
  TokenList tokens_;
  std::vector<Entry> articles_;
  std::unordered_map<std::string, WordNo> numbers_;
  std::vector<std::string> texts_{""};
  std::vector<std::vector<Place>> places_{{}};
  std::vector<bool> is_form_{false};
  std::vector<WordNo> forms_;
  std::map<std::string, Language> languages_;
};

}  // namespace morgue::brute

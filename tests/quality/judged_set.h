// SPDX-License-Identifier: GPL-3.0-or-later
// A collection with judged topics, and how well a ranking serves it.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "query/run/ranking_parameters.h"
#include "query/run/searcher.h"

namespace morgue::quality {

struct Topic {
  std::string text;                   ///< lower-case words, so that no operator can appear in it
  std::map<std::string, int> grades;  ///< relevant articles, by id
};

/// Means over topics.
struct Measures {
  double map = 0;   ///< mean average precision over the first 1,000 hits
  double ndcg = 0;  ///< at 10; the grade is the gain, log2(rank + 1) the discount
};

/// Every other topic in order of number: parameters are chosen on the odd half, and the even half
/// tells what they are worth.
enum class Half { Odd, Even };

class JudgedSet {
 public:
  /// A folder NAME with docs.jsonl, topics.tsv ("number TAB text") and qrels.NAME.trec. Topics
  /// without a relevant article are left out.
  explicit JudgedSet(const std::filesystem::path& folder);

  const std::vector<Topic>& topics(Half half) const { return half == Half::Odd ? odd_ : even_; }

 private:
  std::vector<Topic> odd_, even_;
};

/// Searches for each topic, its words joined with OR. A topic that finds nothing counts as zero.
Measures measure(Searcher& searcher, const std::vector<Topic>& topics,
                 const RankingParameters& parameters);

}  // namespace morgue::quality

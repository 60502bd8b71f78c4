// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/plan/spelling.h"

#include <algorithm>
#include <limits>
#include <tuple>

#include "common/text/analyzer.h"
#include "common/text/utf8.h"
#include "query/plan/expand.h"
#include "query/plan/similar.h"

namespace morgue {
namespace {

struct Candidate {
  std::string form;
  std::size_t distance = 0;
  bool other_start = false;
  std::uint64_t articles = 0;
};

/// The folded form of a single token; empty for anything else, and for numbers.
std::string single_token(std::string_view word) {
  Analyzer analyzer;
  TokenList tokens;
  analyzer.analyze(word, tokens);
  if (tokens.tokens().size() != 1) return "";
  const std::string form(tokens.tokens().front().folded);
  const bool digits = form.find_first_of("0123456789") != form.npos;
  return digits ? "" : form;
}

std::uint32_t most_differing(std::string_view form) {
  const std::size_t letters = count_code_points(form);
  return letters < 3 ? 0 : letters < 5 ? 1 : 2;
}

std::vector<Candidate> candidates_for(const ArchiveView& view, const std::string& form) {
  bound::Leaf leaf;
  leaf.kind = bound::Leaf::Kind::Similar;
  leaf.text = form;
  leaf.distance = most_differing(form);
  if (leaf.distance == 0) return {};
  Expander expander(view, std::numeric_limits<std::size_t>::max());
  const auto expanded = expander.expand({leaf}, "");
  if (!expanded) return {};
  const SimilarWord typed(form);
  std::vector<Candidate> candidates;
  for (const std::string& found : expanded->forms) {
    if (found == form) continue;
    candidates.push_back({found, typed.distance(found, leaf.distance),
                          found.front() != form.front(), view.database.get_termfreq(found)});
  }
  return candidates;
}

}  // namespace

std::vector<std::string> similar_words(const ArchiveView& view, std::string_view word,
                                       std::size_t most) {
  const std::string form = single_token(word);
  std::vector<Candidate> candidates = candidates_for(view, form);
  std::uint64_t commonest = 0;
  for (const Candidate& candidate : candidates) commonest = std::max(commonest, candidate.articles);
  std::erase_if(candidates, [&](const Candidate& candidate) {
    return candidate.articles * kMisspeltRatio < commonest ||
           (candidate.distance > 1 && candidate.other_start);
  });
  const auto key = [](const Candidate& candidate) {
    return std::tuple(candidate.distance, candidate.other_start,
                      std::numeric_limits<std::uint64_t>::max() - candidate.articles,
                      candidate.form);
  };
  std::sort(candidates.begin(), candidates.end(),
            [&](const Candidate& a, const Candidate& b) { return key(a) < key(b); });
  std::vector<std::string> words;
  for (std::size_t i = 0; i < std::min(most, candidates.size()); ++i) {
    words.push_back(std::move(candidates[i].form));
  }
  return words;
}

}  // namespace morgue

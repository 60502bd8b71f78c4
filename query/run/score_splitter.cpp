// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/run/score_splitter.h"

#include "common/index/schema.h"
#include "common/index/term.h"
#include "query/run/ranking.h"

namespace morgue {

std::vector<ScorePart> ScoreSplitter::split(Xapian::docid document, const std::string& id) const {
  std::vector<ScorePart> parts;
  add(tree_, {document, id_term(id)}, parts);
  return parts;
}

void ScoreSplitter::add(const ScoreNode& node, const Target& target,
                        std::vector<ScorePart>& parts) const {
  const auto found = score(node.query, target);
  if (!found) return;
  for (const ScoreNode& part : node.parts) add(part, target, parts);
  if (node.word.empty()) return;
  ScorePart part{node.word};
  if (node.prefix.empty() || node.prefix == find_field("title")->prefix) {
    part.from_title = *found * title_share(node, target.document);
    part.from_body = *found - part.from_title;
  } else {
    part.from_fields = *found;
  }
  parts.push_back(std::move(part));
}

/// Nothing when the document does not match.
std::optional<double> ScoreSplitter::score(const Xapian::Query& query, const Target& target) const {
  Xapian::Enquire enquire(database_);
  OldestFirstKey unused;
  set_order(enquire, SortOrder::Relevance, unused);
  enquire.set_query({Xapian::Query::OP_FILTER, query, Xapian::Query(target.id_term)});
  // Articles that were replaced have the same id.
  const Xapian::MSet hits = enquire.get_mset(0, database_.get_doccount());
  for (auto it = hits.begin(); it != hits.end(); ++it) {
    if (*it == target.document) return it.get_weight();
  }
  return std::nullopt;
}

double ScoreSplitter::title_share(const ScoreNode& leaf, Xapian::docid document) const {
  if (!leaf.prefix.empty()) return 1;
  double title = 0;
  double body = 0;
  for (auto term = leaf.query.get_unique_terms_begin(); term != leaf.query.get_terms_end();
       ++term) {
    if (is_prefixed(*term)) {  // of the title alone; or how the word is written, without a score
      if ((*term).front() == 'S') return 1;
      continue;
    }
    const auto end = database_.positionlist_end(document, *term);
    for (auto at = database_.positionlist_begin(document, *term); at != end; ++at) {
      (*at < kBodyBase ? title : body) += 1;
    }
  }
  title *= kTitleWeight;
  return title + body > 0 ? title / (title + body) : 0;
}

}  // namespace morgue

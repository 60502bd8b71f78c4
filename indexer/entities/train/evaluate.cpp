// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/entities/train/evaluate.h"

#include <cstdio>
#include <set>
#include <string_view>
#include <tuple>

namespace morgue {
namespace {

using Found = std::set<std::tuple<std::size_t, std::size_t, EntityKind>>;  // first, last token

Found marked_names(const LabelledDocument& document) {
  Found names;
  std::size_t token = 0;
  for (const LabelledSentence& sentence : document) {
    for (std::size_t i = 0; i < sentence.labels.size(); ++i) {
      if (sentence.labels[i] == kOutside) continue;
      std::size_t last = i;
      while (is_open(sentence.labels[last])) ++last;
      names.emplace(token + i, token + last, kind_of_label(sentence.labels[i]));
      i = last;
    }
    token += sentence.labels.size();
  }
  return names;
}

Found found_names(Tagger& tagger, const LabelledDocument& document) {
  std::string written;
  SurfaceText text;
  for (const LabelledSentence& sentence : document) {
    text.sentence_starts.push_back(static_cast<std::uint32_t>(text.tokens.size()));
    for (const std::string& token : sentence.tokens) {
      const auto begin = static_cast<std::uint32_t>(written.size());
      written += token;
      text.tokens.push_back({begin, static_cast<std::uint32_t>(written.size())});
      written += ' ';
    }
  }
  text.text = written;
  std::vector<TaggedName> tagged;
  tagger.tag(SurfaceText(), text, tagged);
  Found names;
  for (const TaggedName& name : tagged) names.emplace(name.first, name.last, name.kind);
  return names;
}

std::string row(std::string_view name, const NameScore& score) {
  char text[96];
  std::snprintf(text, sizeof text, "%-12.12s %7.2f %7.2f %7.2f %8llu\n", std::string(name).c_str(),
                score.precision(), score.recall(), score.f1(),
                static_cast<unsigned long long>(score.marked));
  return text;
}

double share(std::uint64_t part, std::uint64_t whole) {
  return whole == 0 ? 0 : 100.0 * static_cast<double>(part) / static_cast<double>(whole);
}

}  // namespace

double NameScore::precision() const { return share(right, found); }
double NameScore::recall() const { return share(right, marked); }
double NameScore::f1() const { return share(2 * right, found + marked); }

NameScore& NameScore::operator+=(const NameScore& other) {
  right += other.right;
  found += other.found;
  marked += other.marked;
  return *this;
}

NameScores evaluate(Tagger& tagger, const std::vector<LabelledDocument>& documents) {
  NameScores scores{};
  const auto of = [&](const auto& name) -> NameScore& {
    return scores[static_cast<std::size_t>(std::get<EntityKind>(name))];
  };
  for (const LabelledDocument& document : documents) {
    const Found marked = marked_names(document);
    const Found found = found_names(tagger, document);
    for (const auto& name : marked) ++of(name).marked;
    for (const auto& name : found) {
      ++of(name).found;
      of(name).right += marked.contains(name) ? 1 : 0;
    }
  }
  return scores;
}

std::string score_table(const NameScores& scores) {
  std::string table = "             precis.  recall      F1   marked\n";
  NameScore sum;
  for (std::size_t kind = 0; kind < kLabelKinds; ++kind) {
    if (static_cast<EntityKind>(kind) == EntityKind::Misc) table += row("these three", sum);
    table += row(name_of(static_cast<EntityKind>(kind)), scores[kind]);
    sum += scores[kind];
  }
  return table + row("all", sum);
}

}  // namespace morgue

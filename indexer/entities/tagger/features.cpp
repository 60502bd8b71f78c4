// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/entities/tagger/features.h"

#include <algorithm>

namespace morgue {
namespace {

/// What stands before the first word, and after the last.
constexpr Hash kBefore = 7;
constexpr Hash kAfter = 8;

constexpr std::uint16_t kTellingMarks =
    kAfterFirstName | kAfterTitle | kBeforeOrganisationEnd | kBeforeSaid | kAfterIn;

/// Numbers of the kinds of features. They are part of every model: never give one a new meaning.
enum Template : Hash {
  kBias = 1,
  kWordAt = 10,  // to 14
  kWritten = 20,
  kShape,
  kShapeBefore,
  kShapeAfter,
  kPairBefore,
  kPairAfter,
  kShapesBefore,
  kShapesAfter,
  kShapesAround,
  kWordBeforeShape,
  kShapeWordAfter,
  kWordsAround,
  kTwoBefore,
  kTwoAfter,
  kStart = 40,  // to 43
  kEnd = 45,    // to 48
  kEndBefore = 50,
  kEndAfter,
  kCase,
  kShapeFirst,
  kTwoShapesAfter,
  kTwoShapesBefore,
  kNearBefore = 60,
  kNearAfter,
  kListsAt = 65,  // to 69
  kListsAround = 70,
  kListsBefore,
  kList,
  kListsAfter,
  kClusterAt = 80,  // to 94, and 180 to 194
  kClustersOfThree = 95,
  kClusterBefore,
  kClusterAfter,
  kClustersAround,
  kClusterShape,
  kPhrases = 100,
  kPhrase,
  kPhraseBefore,
  kPhraseAfter,
  kPhrasesWordBefore,
  kPhrasesWordAfter,
  kPhrasesFirst,
  kSeen = 110,
  kSeenCase,
  kSeenMark,
  kSeenMarks,
  kMarksBefore,
  kMarksOfCluster,
  kMarksAfter,
  kLeftOfOthers = 120,
  kRightOfOthers,
  kFirstLabel = 130,
  kFirstLabelsBefore,
  kFirstLabelsAfter,
  kUsualLabel,
  kUsualKind,
  kNeverElse,
  kKindAround,
  kKindOfName,
  kUsualCount = 139,
  kRatio = 240,
  kRatioBefore,
  kRatioAfter,
  kRatioAround,
  kRatioCluster,
};

/// Collects the features of one token. In a sentence whose capitals mean nothing each feature
/// stands for itself and, once more, for such sentences alone: so they can be learnt apart.
class Collector {
 public:
  Collector(SentenceCase letters, std::vector<Hash>& out)
      : salt_(letters == SentenceCase::Normal ? 0 : 0xCA5E + static_cast<Hash>(letters)),
        out_(out) {}

  void add(Hash kind, Hash value) {
    const Hash feature = combined(kind, value);
    out_.push_back(feature);
    if (salt_ != 0) out_.push_back(combined(salt_, feature));
  }

 private:
  Hash salt_;
  std::vector<Hash>& out_;
};

Hash three(Hash a, Hash b, Hash c) { return combined(combined(a, b), c); }

Hash number_of(WordCase letters) { return static_cast<Hash>(letters); }

/// One token and what stands around it.
struct View {
  explicit View(const FeatureInput& given, std::size_t token)
      : input(given),
        at(token),
        word(given.sentence[token]),
        letters(static_cast<Hash>(given.sentence.letters)) {
    for (std::ptrdiff_t offset = -2; offset <= 2; ++offset) {
      around[static_cast<std::size_t>(offset + 2)] = find(offset);
    }
  }

  const TaggerWord* find(std::ptrdiff_t offset) const {
    const auto place = static_cast<std::ptrdiff_t>(at) + offset;
    const bool inside = place >= 0 && place < static_cast<std::ptrdiff_t>(input.sentence.size());
    return inside ? input.sentence.words[static_cast<std::size_t>(place)] : nullptr;
  }
  Hash small(std::ptrdiff_t offset) const {
    const TaggerWord* other = around[static_cast<std::size_t>(offset + 2)];
    return other != nullptr ? other->small : offset < 0 ? kBefore : kAfter;
  }
  Hash short_shape(std::ptrdiff_t offset) const {
    const TaggerWord* other = around[static_cast<std::size_t>(offset + 2)];
    return other != nullptr ? other->short_shape : offset < 0 ? kBefore : kAfter;
  }
  const TaggerWord* before() const { return around[1]; }
  const TaggerWord* after() const { return around[3]; }

  const FeatureInput& input;
  std::size_t at;
  const TaggerWord& word;
  Hash letters;
  std::array<const TaggerWord*, 5> around{};
};

void add_words(const View& view, Collector& out) {
  const TaggerWord& word = view.word;
  const Hash first = view.at == 0 ? 1 : 0;
  out.add(kBias, 0);
  for (std::ptrdiff_t offset = -2; offset <= 2; ++offset) {
    out.add(kWordAt + static_cast<Hash>(offset + 2), view.small(offset));
  }
  out.add(kWritten, word.written);
  out.add(kShape, combined(word.shape, view.letters));
  out.add(kShapeBefore, view.before() != nullptr ? view.before()->shape : kBefore);
  out.add(kShapeAfter, view.after() != nullptr ? view.after()->shape : kAfter);
  out.add(kPairBefore, combined(view.small(-1), word.small));
  out.add(kPairAfter, combined(word.small, view.small(1)));
  out.add(kShapesBefore, combined(view.short_shape(-1), word.short_shape));
  out.add(kShapesAfter, combined(word.short_shape, view.short_shape(1)));
  out.add(kShapesAround, three(view.short_shape(-1), word.short_shape, view.short_shape(1)));
  out.add(kWordBeforeShape, combined(view.small(-1), word.short_shape));
  out.add(kShapeWordAfter, combined(word.short_shape, view.small(1)));
  out.add(kWordsAround, combined(view.small(-1), view.small(1)));
  out.add(kTwoBefore, combined(view.small(-2), view.small(-1)));
  out.add(kTwoAfter, combined(view.small(1), view.small(2)));
  for (std::size_t i = 0; i < word.affixes; ++i) {
    out.add(kStart + i, word.starts[i]);
    out.add(kEnd + i, word.ends[i]);
  }
  if (const TaggerWord* before = view.before()) {
    out.add(kEndBefore, before->ends[std::min<std::size_t>(before->affixes - 1U, 2)]);
    out.add(kTwoShapesBefore, combined(view.short_shape(-2), before->short_shape));
  }
  if (const TaggerWord* after = view.after()) {
    out.add(kEndAfter, after->ends[std::min<std::size_t>(after->affixes - 1U, 2)]);
    out.add(kTwoShapesAfter, combined(after->short_shape, view.short_shape(2)));
  }
  out.add(kCase, three(number_of(word.letters), first, view.letters));
  out.add(kShapeFirst, three(word.short_shape, first,
                             view.after() != nullptr ? number_of(view.after()->letters) : 9));
  constexpr std::ptrdiff_t kNear = 4;
  for (std::ptrdiff_t offset = 1; offset <= kNear; ++offset) {
    if (const TaggerWord* other = view.find(-offset)) out.add(kNearBefore, other->small);
    if (const TaggerWord* other = view.find(offset)) out.add(kNearAfter, other->small);
  }
}

void add_lists(const View& view, Collector& out) {
  const TaggerWord& word = view.word;
  const Hash letters = number_of(word.letters);
  for (std::size_t i = 0; i < view.around.size(); ++i) {
    const TaggerWord* other = view.around[i];
    if (other == nullptr || other->lists == 0) continue;
    out.add(kListsAt + i, other->lists & ~static_cast<unsigned>(kCommonWords));
  }
  for (unsigned list = 0; list < 8; ++list) {
    if ((word.lists >> list & 1U) != 0) out.add(kList, list * 8 + letters);
  }
  const TaggerWord* before = view.before();
  const TaggerWord* after = view.after();
  out.add(kListsAround, combined(combined(before != nullptr ? before->lists : 0, word.lists),
                                 combined(after != nullptr ? after->lists : 0, letters)));
  if (before != nullptr) out.add(kListsBefore, combined(before->lists, letters));
  if (after != nullptr) out.add(kListsAfter, combined(after->lists, letters));

  const auto ratio = [](const TaggerWord* other, Hash none) -> Hash {
    return other == nullptr ? none : other->capital_ratio * 16U + number_of(other->letters);
  };
  const Hash own = ratio(&word, 0);
  const Hash of_before = ratio(before, 999);
  const Hash of_after = ratio(after, 998);
  out.add(kRatio, combined(own, (view.at == 0 ? 1U : 0U) | view.letters << 1U));
  out.add(kRatioBefore, combined(of_before, own));
  out.add(kRatioAfter, combined(own, of_after));
  out.add(kRatioAround, three(of_before, own, of_after));
  out.add(kRatioCluster, combined(own, word.clusters[0]));
}

void add_clusters(const View& view, Collector& out) {
  for (std::size_t i = 0; i < view.around.size(); ++i) {
    if (view.around[i] == nullptr) continue;
    for (std::size_t k = 0; k < kClusterings; ++k) {
      const std::uint16_t cluster = view.around[i]->clusters[k];
      if (cluster != 0) out.add(kClusterAt + i * 3 + (k < 3 ? k : k + 97), cluster);
    }
  }
  const TaggerWord& word = view.word;
  const Hash letters = number_of(word.letters);
  const auto cluster = [](const TaggerWord* other, std::size_t k, Hash none) -> Hash {
    return other == nullptr ? none : other->clusters[k];
  };
  const Hash before = cluster(view.before(), 1, 999);
  const Hash after = cluster(view.after(), 1, 998);
  const Hash own = word.clusters[1];
  out.add(kClusterBefore, three(before, own, letters));
  out.add(kClusterAfter, three(own, after, letters));
  out.add(kClustersAround, three(before, after, letters));
  out.add(kClusterShape, combined(own, word.short_shape));
  out.add(kClustersOfThree, combined(combined(cluster(view.before(), 0, 999), word.clusters[0]),
                                     combined(cluster(view.after(), 0, 998), letters)));
}

void add_phrases(const View& view, Collector& out) {
  const PhraseMarks& marks = view.input.phrases;
  const std::uint64_t own = marks[view.at];
  const std::uint64_t before = view.at > 0 ? marks[view.at - 1] : 0;
  const std::uint64_t after = view.at + 1 < marks.size() ? marks[view.at + 1] : 0;
  const auto each = [](std::uint64_t bits, auto use) {
    for (; bits != 0; bits &= bits - 1) use(static_cast<Hash>(__builtin_ctzll(bits)));
  };
  const Hash letters = number_of(view.word.letters);
  out.add(kPhrases, combined(own, view.word.letters == WordCase::AllCapitals ? 1 : 0));
  each(own, [&](Hash bit) { out.add(kPhrase, combined(bit, letters)); });
  each(before, [&](Hash bit) { out.add(kPhraseBefore, bit); });
  each(after, [&](Hash bit) { out.add(kPhraseAfter, bit); });
  if (own == 0) return;
  out.add(kPhrasesWordBefore, combined(own, view.small(-1)));
  out.add(kPhrasesWordAfter, combined(own, view.small(1)));
  out.add(kPhrasesFirst, combined(own, view.at == 0 ? 1 : 0));
}

void add_neighbour_context(const View& view, const TaggerWord* other, Hash kind, Collector& out) {
  if (other == nullptr || !other->capital()) return;
  const WordContext* seen = view.input.context.word(other->small);
  if (seen == nullptr) return;
  const Hash times = std::min<unsigned>(seen->inside, 2) * 4 + std::min<unsigned>(seen->small, 1);
  out.add(kind, combined(seen->marks & kTellingMarks, times));
}

void add_context(const View& view, Collector& out) {
  const TaggerWord& word = view.word;
  const bool capital = word.capital();
  const WordContext* seen = word.has_letters() ? view.input.context.word(word.small) : nullptr;
  if (seen != nullptr) {
    const Hash place = (capital ? 1U : 0U) | (view.at == 0 ? 2U : 0U) | view.letters << 2U;
    const Hash times = std::min<unsigned>(seen->small, 2) * 4 + std::min<unsigned>(seen->inside, 3);
    out.add(kSeen, combined(place, times));
    out.add(kSeenCase, combined(times, number_of(word.letters)));
  }
  if (seen != nullptr && capital) {
    for (unsigned mark = 0; mark < 10; ++mark) {
      if ((seen->marks >> mark & 1U) == 0) continue;
      out.add(kSeenMark, combined(mark, (view.at == 0 ? 1U : 0U) | view.letters << 1U));
    }
    out.add(kSeenMarks, seen->marks);
    out.add(kMarksOfCluster, combined(seen->marks & kTellingMarks, word.clusters[1]));
  }
  add_neighbour_context(view, view.before(), kMarksBefore, out);
  add_neighbour_context(view, view.after(), kMarksAfter, out);
  if (seen != nullptr && capital) {
    for (std::size_t i = 0; i < seen->left_count; ++i) out.add(kLeftOfOthers, seen->left[i]);
    for (std::size_t i = 0; i < seen->right_count; ++i) out.add(kRightOfOthers, seen->right[i]);
  }
}

/// The commonest of counts, and how common it is.
template <class Counts>
struct Usual {
  explicit Usual(const Counts& counts) {
    for (std::size_t i = 0; i < counts.size(); ++i) {
      sum += counts[i];
      if (counts[i] > count) {
        count = counts[i];
        which = i;
      }
    }
  }
  Hash quarters() const { return count * 4 / sum; }
  std::size_t which = 0;
  unsigned count = 0;
  unsigned sum = 0;
};

void add_label_counts(const View& view, Label own, Collector& out) {
  const LabelCounts* given = view.input.context.labels_of(view.word.small);
  if (given != nullptr) {
    LabelCounts others = *given;
    if (others[own] > 0) --others[own];
    std::array<unsigned, kLabelKinds + 1> kinds{};
    for (std::size_t label = 0; label < kLabels; ++label) {
      const std::size_t kind =
          label == kOutside
              ? 0
              : 1 + static_cast<std::size_t>(kind_of_label(static_cast<Label>(label)));
      kinds[kind] += others[label];
    }
    const Usual<LabelCounts> label(others);
    if (label.sum > 0) {
      const Usual<std::array<unsigned, kLabelKinds + 1>> kind(kinds);
      out.add(kUsualLabel, combined(label.which, own));
      out.add(kUsualKind, three(kind.which, own, kind.quarters()));
      out.add(kUsualCount, combined(kind.which, std::min(kind.sum, 3U)));
    } else {
      out.add(kNeverElse, own);
    }
  }
  if (const KindCounts* around = view.input.context.kinds_around(view.word.small)) {
    out.add(kKindAround, combined(Usual<KindCounts>(*around).which, own));
  }
}

/// The name of the first reading that a token is in, and what it is elsewhere in the article.
void add_name_counts(const View& view, const std::vector<Label>& labels, Collector& out) {
  const Label own = labels[view.at];
  std::size_t first = view.at;
  std::size_t last = view.at;
  while (first > 0 && goes_on(labels[first])) --first;
  while (last + 1 < labels.size() && is_open(labels[last])) ++last;
  const KindCounts* given =
      view.input.context.kinds_of_name(name_hash(view.input.sentence, first, last));
  if (given == nullptr) return;
  KindCounts others = *given;
  auto& this_one = others[static_cast<std::size_t>(kind_of_label(own))];
  if (this_one > 0) --this_one;
  const Usual<KindCounts> kind(others);
  if (kind.sum > 0) out.add(kKindOfName, three(kind.which, own, kind.quarters()));
}

}  // namespace

void add_features(const FeatureInput& input, std::size_t token, std::vector<Hash>& features) {
  const View view(input, token);
  Collector out(input.sentence.letters, features);
  add_words(view, out);
  add_lists(view, out);
  add_clusters(view, out);
  add_phrases(view, out);
  add_context(view, out);
}

void add_second_features(const FeatureInput& input, const std::vector<Label>& labels,
                         std::size_t token, std::vector<Hash>& features) {
  const View view(input, token);
  Collector out(input.sentence.letters, features);
  const Label own = labels[token];
  out.add(kFirstLabel, own);
  out.add(kFirstLabelsBefore, combined(token > 0 ? labels[token - 1] : 50, own));
  out.add(kFirstLabelsAfter, combined(own, token + 1 < labels.size() ? labels[token + 1] : 51));
  if (view.word.capital()) add_label_counts(view, own, out);
  if (own != kOutside) add_name_counts(view, labels, out);
}

}  // namespace morgue

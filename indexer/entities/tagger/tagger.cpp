// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/entities/tagger/tagger.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace morgue {
namespace {

/// Of what has no end for so many words, each part is read by itself: a run of capitals is looked
/// at anew for each of its words.
constexpr std::size_t kLongestSentence = 1'000;

/// Adds the weights of a reading, all at once: vectors of GCC and Clang, of any processor.
void add(const WeightRow& row, std::size_t reading, Emission& emission) {
  using Weights = std::int8_t __attribute__((vector_size(8)));
  using Sums = std::int16_t __attribute__((vector_size(16)));
  static_assert(kWeighed % 8 == 0);
  for (std::size_t i = 0; i < kWeighed; i += 8) {
    Weights weights;
    Sums sums;
    std::memcpy(&weights, &row[reading * kWeighed + i], sizeof weights);
    std::memcpy(&sums, &emission[i], sizeof sums);
    sums += __builtin_convertvector(weights, Sums);
    std::memcpy(&emission[i], &sums, sizeof sums);
  }
}

}  // namespace

Tagger::Tagger(std::shared_ptr<const TaggerModel> model)
    : model_(std::move(model)), words_(model_->lexicon), confidence_(model_->transitions[1]) {}

void Tagger::tag(const SurfaceText& title, const SurfaceText& body,
                 std::vector<TaggedName>& names) {
  words_.forget_some();
  context_.clear();
  sentences_.clear();
  places_.clear();
  take_sentences(title, TextPart::Title);
  take_sentences(body, TextPart::Body);
  const std::size_t count = sentences_.size();
  labels_.resize(count);
  if (second_.size() < count) second_.resize(count);
  if (phrases_.size() < count) phrases_.resize(count);
  context_.read(sentences_);
  for (std::size_t i = 0; i < count; ++i) read_first(i);
  context_.read_labels(sentences_, labels_);
  for (std::size_t i = 0; i < count; ++i) {
    read_second(i);
    add_names(i, names);
  }
}

void Tagger::take_sentences(const SurfaceText& text, TextPart part) {
  for (std::size_t k = 0; k < text.sentence_starts.size(); ++k) {
    const std::size_t first = text.sentence_starts[k];
    const std::size_t end =
        k + 1 < text.sentence_starts.size() ? text.sentence_starts[k + 1] : text.tokens.size();
    for (std::size_t begin = first; begin < end; begin += kLongestSentence) {
      Sentence& sentence = sentences_.emplace_back();
      for (std::size_t i = begin; i < std::min(end, begin + kLongestSentence); ++i) {
        sentence.words.push_back(words_.find(text.written(i)));
      }
      judge_case(sentence);
      places_.push_back({part, static_cast<std::uint32_t>(begin)});
    }
  }
}

/// Words with a capital, those beside them, and small ones between them ("Bank of the South").
void Tagger::choose_tokens(const Sentence& sentence) {
  constexpr std::size_t kMostBetween = 3;
  chosen_.assign(sentence.size(), false);
  std::size_t last = sentence.size();  // the last word with a capital
  for (std::size_t i = 0; i < sentence.size(); ++i) {
    const bool capital = sentence[i].capital() || sentence[i].letters == WordCase::CapitalInside;
    if (!capital) continue;
    if (i > 0) chosen_[i - 1] = true;
    chosen_[i] = true;
    if (i + 1 < sentence.size()) chosen_[i + 1] = true;
    if (last < i && i - last <= kMostBetween + 1) {
      for (std::size_t k = last + 1; k < i; ++k) chosen_[k] = true;
    }
    last = i;
  }
}

void Tagger::read_first(std::size_t number) {
  const Sentence& sentence = sentences_[number];
  find_phrases(sentence, model_->lexicon, phrases_[number]);
  choose_tokens(sentence);
  first_.assign(sentence.size(), Emission{});
  second_[number].assign(sentence.size(), Emission{});
  const FeatureInput input{sentence, context_, phrases_[number]};
  for (std::size_t i = 0; i < sentence.size(); ++i) {
    if (!chosen_[i]) continue;
    features_.clear();
    add_features(input, i, features_);
    // The table is larger than what a processor keeps near: all its parts that are needed are asked
    // for before the first is looked at, and so are the rows.
    for (const Hash feature : features_) model_->weights.prefetch(feature);
    rows_.clear();
    for (const Hash feature : features_) {
      const WeightRow* row = model_->weights.find(feature);
      if (row == nullptr) continue;
      __builtin_prefetch(row);
      rows_.push_back(row);
    }
    for (const WeightRow* row : rows_) {
      add(*row, 0, first_[i]);
      add(*row, 1, second_[number][i]);
    }
  }
  decode(sentence, first_, 0, labels_[number]);
}

void Tagger::read_second(std::size_t number) {
  const Sentence& sentence = sentences_[number];
  choose_tokens(sentence);
  const FeatureInput input{sentence, context_, phrases_[number]};
  for (std::size_t i = 0; i < sentence.size(); ++i) {
    if (!chosen_[i]) continue;
    features_.clear();
    add_second_features(input, labels_[number], i, features_);
    for (const Hash feature : features_) {
      if (const WeightRow* row = model_->weights.find(feature)) add(*row, 1, second_[number][i]);
    }
  }
  decode(sentence, second_[number], 1, labels_[number]);
}

/// Tokens that are not chosen are outside; between them each run is decoded by itself.
void Tagger::decode(const Sentence& sentence, std::vector<Emission>& emissions, std::size_t reading,
                    std::vector<Label>& labels) {
  labels.assign(sentence.size(), kOutside);
  for (std::size_t i = 0; i < sentence.size();) {
    std::size_t end = i;
    while (end < sentence.size() && chosen_[end]) ++end;
    if (end > i) {
      viterbi_.decode(std::span(emissions).subspan(i, end - i), model_->transitions[reading],
                      i == 0, end < sentence.size(), std::span(labels).subspan(i, end - i));
    }
    i = end + 1;
  }
}

/// The names of the sentence that was read last.
void Tagger::add_names(std::size_t number, std::vector<TaggedName>& names) {
  const std::vector<Label>& labels = labels_[number];
  const Place& place = places_[number];
  std::size_t run_end = 0;
  std::size_t run = 0;
  for (std::uint32_t i = 0; i < labels.size(); ++i) {
    if (labels[i] == kOutside) continue;
    if (i >= run_end) {
      run = i;
      run_end = i;
      while (run > 0 && chosen_[run - 1]) --run;
      while (run_end < labels.size() && chosen_[run_end]) ++run_end;
      confidence_.read(std::span(second_[number]).subspan(run, run_end - run), run == 0,
                       run_end < labels.size());
    }
    const std::uint32_t first = i;
    while (is_open(labels[i])) ++i;
    const float confidence =
        confidence_.of(first - run, std::span(labels).subspan(first, i + 1 - first));
    names.push_back(
        {kind_of_label(labels[i]), place.part, place.first + first, place.first + i, confidence});
  }
}

}  // namespace morgue

// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/entities/train/train_model.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <memory>
#include <mutex>
#include <thread>
#include <utility>

#include "indexer/entities/tagger/document_context.h"
#include "indexer/entities/tagger/features.h"
#include "indexer/entities/train/feature_index.h"

namespace morgue {
namespace {

using Labels = std::vector<std::vector<Label>>;  // of each sentence of a document

struct Document {
  std::vector<Sentence> sentences;
  Labels labels;
  std::uint32_t domain = 0;
  std::size_t fold = 0;
  std::size_t first_example = 0;
};

/// In [0, 1), the same for the same numbers.
double drawn(std::uint64_t seed, std::uint64_t number) {
  return static_cast<double>(combined(combined(seed, 0xD0C5), number) >> 11U) * 0x1p-53;
}

std::string percent(double part) {
  char text[32];
  std::snprintf(text, sizeof text, "%.2f", 100 * part);
  return text;
}

class Training {
 public:
  Training(const Lexicon& lexicon, const TrainOptions& options, const TrainProgress& progress)
      : lexicon_(lexicon), options_(options), progress_(progress), words_(lexicon) {}

  void take(const std::vector<TrainingSet>& sets) {
    std::size_t number = 0;
    for (const TrainingSet& set : sets) {
      domains_ = std::max<std::size_t>(domains_, set.domain + 1);
      for (const LabelledDocument& document : set.documents) {
        add(document, set.domain, number);
        const double draw = drawn(options_.crf.seed, number);
        const bool title = draw < options_.in_title_case;
        const bool capitals = !title && draw < options_.in_title_case + options_.in_capitals;
        if (set.domain == 0 && title) add(with_case(document, CaseCopy::Title), 0, number);
        if (set.domain == 0 && capitals) add(with_case(document, CaseCopy::Capitals), 0, number);
        ++number;
      }
    }
  }

  /// What both readings look at.
  void make_examples() {
    for_each_document([&](Document&, std::size_t, std::size_t, const FeatureInput& input,
                          std::size_t token,
                          std::vector<Hash>& features) { add_features(input, token, features); });
    first_count_ = index_.features().size();
    say(std::to_string(documents_.size()) + " documents, " + std::to_string(tokens_) + " tokens, " +
        std::to_string(first_count_) + " features");
  }

  /// Labels of documents that what labels them has not learnt from, and the first reading itself.
  void read_first() {
    std::vector<Labels> found(documents_.size());
    std::atomic<std::size_t> next = 0;
    const std::size_t all = options_.folds + 1;  // the last one learns from everything
    const auto work = [&] {
      for (std::size_t fold = next++; fold < all; fold = next++) learn_first(fold, found);
    };
    std::vector<std::thread> threads;
    for (unsigned i = 1; i < std::max(1U, options_.jobs); ++i) threads.emplace_back(work);
    work();
    for (std::thread& thread : threads) thread.join();
    first_labels_ = std::move(found);
  }

  void read_second() {
    for_each_document([&](Document& document, std::size_t number, std::size_t sentence,
                          const FeatureInput& input, std::size_t token,
                          std::vector<Hash>& features) {
      (void)document;
      add_second_features(input, first_labels_[number][sentence], token, features);
    });
    second_ = std::make_unique<Crf>(index_.features().size(), domains_);
    train(*second_, options_.crf, "second reading", [](const CrfExample&) { return true; });
  }

  WeightTable weights() const {
    std::vector<std::pair<Hash, WeightRow>> rows;
    for (std::uint32_t i = 0; i < index_.features().size(); ++i) {
      const CrfScores first = i < first_count_ ? first_->weights(i, 0) : CrfScores{};
      const CrfScores second = second_->weights(i, 0);
      WeightRow row{};
      float largest = 0;
      for (std::size_t label = 1; label < kLabels; ++label) {
        const float in_first = first[label] - first[kOutside];
        const float in_second = second[label] - second[kOutside];
        largest = std::max({largest, std::fabs(in_first), std::fabs(in_second)});
        row[label - 1] = rounded(in_first);
        row[kWeighed + label - 1] = rounded(in_second);
      }
      if (largest >= options_.smallest_weight) rows.emplace_back(index_.features()[i], row);
    }
    say(std::to_string(rows.size()) + " features kept");
    return WeightTable::make(std::move(rows));
  }

  std::array<Transitions, 2> transitions() const {
    std::array<Transitions, 2> both{};
    const Crf* readings[] = {first_.get(), second_.get()};
    for (std::size_t reading = 0; reading < 2; ++reading) {
      for (std::size_t before = 0; before <= kLabels; ++before) {
        for (std::size_t after = 0; after < kLabels; ++after) {
          both[reading][before][after] = static_cast<std::int16_t>(
              std::lround(readings[reading]->transition(before, after) * kWeightScale));
        }
      }
    }
    return both;
  }

 private:
  /// Weights are kept in steps of some units: the file packs to half the size, and on the
  /// development texts nothing is lost.
  static std::int8_t rounded(float weight) {
    constexpr float kStep = 6;
    constexpr float kMost = 20;
    const float steps = std::clamp(weight * (kWeightScale / kStep), -kMost, kMost);
    return static_cast<std::int8_t>(std::lround(steps) * static_cast<long>(kStep));
  }

  void say(const std::string& line) const {
    const std::lock_guard lock(speaking_);
    progress_(line);
  }

  void add(const LabelledDocument& labelled, std::uint32_t domain, std::size_t number) {
    Document& document = documents_.emplace_back();
    document.domain = domain;
    document.fold = static_cast<std::size_t>(combined(0xF01D, number) % options_.folds);
    for (const LabelledSentence& sentence : labelled) {
      Sentence& read = document.sentences.emplace_back();
      for (const std::string& token : sentence.tokens) read.words.push_back(words_.find(token));
      judge_case(read);
      document.labels.push_back(sentence.labels);
      tokens_ += sentence.tokens.size();
    }
  }

  /// Lets `extract` give the features of each token, counts them, and adds the common ones to the
  /// examples.
  template <class Extract>
  void for_each_document(Extract extract) {
    const auto visit = [&](auto use) {
      DocumentContext context;
      PhraseMarks phrases;
      std::vector<Hash> features;
      for (std::size_t number = 0; number < documents_.size(); ++number) {
        Document& document = documents_[number];
        context.clear();
        context.read(document.sentences);
        if (!first_labels_.empty()) context.read_labels(document.sentences, first_labels_[number]);
        for (std::size_t k = 0; k < document.sentences.size(); ++k) {
          find_phrases(document.sentences[k], lexicon_, phrases);
          const FeatureInput input{document.sentences[k], context, phrases};
          use(document, number, k, input, features, extract);
        }
      }
    };
    visit([&](Document& document, std::size_t number, std::size_t k, const FeatureInput& input,
              std::vector<Hash>& features, auto& extracted) {
      for (std::size_t i = 0; i < input.sentence.size(); ++i) {
        features.clear();
        extracted(document, number, k, input, i, features);
        for (const Hash feature : features) index_.count(feature);
      }
    });
    std::size_t next = 0;
    const bool first = examples_.empty();
    visit([&](Document& document, std::size_t number, std::size_t k, const FeatureInput& input,
              std::vector<Hash>& features, auto& extracted) {
      if (first) {
        if (k == 0) document.first_example = examples_.size();
        CrfExample& made = examples_.emplace_back();
        made.labels = document.labels[k];
        made.document = static_cast<std::uint32_t>(number);
        made.domain = document.domain;
        made.ends.assign(made.labels.size(), 0);
      }
      CrfExample& example = examples_[next++];
      CrfExample longer = example;
      longer.features.clear();
      std::uint32_t at = 0;
      for (std::size_t i = 0; i < input.sentence.size(); ++i) {
        for (; at < example.ends[i]; ++at) longer.features.push_back(example.features[at]);
        features.clear();
        extracted(document, number, k, input, i, features);
        for (const Hash feature : features) {
          const auto known = index_.number(feature, options_.rarest);
          if (known) longer.features.push_back(*known);
        }
        longer.ends[i] = static_cast<std::uint32_t>(longer.features.size());
      }
      longer.features.shrink_to_fit();
      example = std::move(longer);
    });
    index_.forget_counts();
  }

  void learn_first(std::size_t fold, std::vector<Labels>& found) {
    const bool all = fold == options_.folds;
    auto crf = std::make_unique<Crf>(first_count_, domains_);
    CrfOptions options = options_.crf;
    if (!all)
      options.epochs =
          std::max<std::size_t>(std::min<std::size_t>(3, options.epochs), options.epochs / 2);
    const std::string name =
        all ? "first reading" : "first reading without part " + std::to_string(fold + 1);
    const auto held_out = [&](const CrfExample& example) {
      return documents_[example.document].fold == fold;
    };
    train(*crf, options, name,
          [&](const CrfExample& example) { return all || !held_out(example); });
    if (all) {
      first_ = std::move(crf);
      return;
    }
    for (std::size_t number = 0; number < documents_.size(); ++number) {
      const Document& document = documents_[number];
      if (document.fold != fold) continue;
      for (std::size_t k = 0; k < document.sentences.size(); ++k) {
        found[number].push_back(crf->label(examples_[document.first_example + k]));
      }
    }
  }

  void train(Crf& crf, const CrfOptions& options, const std::string& name,
             const std::function<bool(const CrfExample&)>& use) const {
    crf.train(examples_, options, use, [&](std::size_t epoch, double likelihood) {
      say(name + ": epoch " + std::to_string(epoch) + " of " + std::to_string(options.epochs) +
          ", likelihood of a token " + percent(std::exp(likelihood)) + " %");
    });
  }

  const Lexicon& lexicon_;
  const TrainOptions& options_;
  const TrainProgress& progress_;
  mutable std::mutex speaking_;
  WordCache words_;
  std::vector<Document> documents_;
  std::size_t domains_ = 1;
  std::size_t tokens_ = 0;
  FeatureIndex index_;
  std::size_t first_count_ = 0;  // features that the first reading has
  std::vector<CrfExample> examples_;
  std::vector<Labels> first_labels_;
  std::unique_ptr<Crf> first_, second_;
};

}  // namespace

Result<ModelParts> train_model(const std::vector<TrainingSet>& sets, const std::string& lists,
                               const std::string& clusters, const TrainOptions& options,
                               const TrainProgress& progress) {
  const auto lexicon = Lexicon::make(lists, clusters);
  if (!lexicon) return lexicon.error();
  Training training(*lexicon, options, progress);
  training.take(sets);
  training.make_examples();
  training.read_first();
  training.read_second();
  return ModelParts{options.lang, options.name,           lists,
                    clusters,     training.transitions(), training.weights()};
}

}  // namespace morgue

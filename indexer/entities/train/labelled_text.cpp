// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/entities/train/labelled_text.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <optional>
#include <sstream>
#include <string_view>
#include <utility>

#include "common/text/code_point.h"
#include "common/text/letters.h"
#include "common/text/utf8.h"
#include "indexer/entities/train/packed_file.h"

namespace morgue {
namespace {

/// One tag of a file: whether it is in a name, begins one, and of which kind.
struct Tag {
  bool inside = false;
  bool begins = false;
  EntityKind kind = EntityKind::Misc;
};

std::optional<Tag> read_tag(std::string_view typed) {
  if (typed == "O") return Tag{};
  if (typed.size() < 3 || typed[1] != '-' || (typed[0] != 'B' && typed[0] != 'I')) {
    return std::nullopt;
  }
  const auto kind = std::find(kKindTags.begin(), kKindTags.end(), typed.substr(2));
  if (kind == kKindTags.end()) return std::nullopt;
  return Tag{true, typed[0] == 'B', static_cast<EntityKind>(kind - kKindTags.begin())};
}

std::vector<Label> labels_of(const std::vector<Tag>& tags) {
  std::vector<Label> labels(tags.size(), kOutside);
  for (std::size_t i = 0; i < tags.size(); ++i) {
    if (!tags[i].inside) continue;
    const auto goes_on_at = [&](std::size_t next) {
      return next < tags.size() && tags[next].inside && !tags[next].begins &&
             tags[next].kind == tags[i].kind;
    };
    std::size_t last = i;
    while (goes_on_at(last + 1)) ++last;
    const EntityKind kind = tags[i].kind;
    for (std::size_t x = i; x <= last; ++x) {
      const LabelPart part = i == last   ? LabelPart::Unit
                             : x == i    ? LabelPart::Begin
                             : x == last ? LabelPart::Last
                                         : LabelPart::Inside;
      labels[x] = label_of(kind, part);
    }
    i = last;
  }
  return labels;
}

class Reader {
 public:
  explicit Reader(std::size_t sentences) : sentences_(sentences) {}

  /// nullopt: the line is well made.
  std::optional<Error> take(std::string_view line, std::size_t number) {
    if (line.starts_with("-DOCSTART-")) {
      end_sentence();
      marked_ = true;
      documents_.emplace_back();
      return std::nullopt;
    }
    if (line.empty()) {
      end_sentence();
      return std::nullopt;
    }
    const std::size_t tab = line.rfind('\t');
    const auto tag = tab == line.npos ? std::nullopt : read_tag(line.substr(tab + 1));
    if (!tag || tab == 0 || !is_valid_utf8(line)) {
      return Error{"labels", "line " + std::to_string(number) +
                                 ": expected a token, a tab and a tag such as O, B-PER or I-ORG"};
    }
    sentence_.tokens.emplace_back(line.substr(0, tab));
    tags_.push_back(*tag);
    return std::nullopt;
  }

  std::vector<LabelledDocument> finish() {
    end_sentence();
    std::erase_if(documents_, [](const LabelledDocument& document) { return document.empty(); });
    return std::move(documents_);
  }

 private:
  void end_sentence() {
    if (sentence_.tokens.empty()) return;
    sentence_.labels = labels_of(std::exchange(tags_, {}));
    const bool full = !documents_.empty() && !marked_ && documents_.back().size() >= sentences_;
    if (documents_.empty() || full) documents_.emplace_back();
    documents_.back().push_back(std::exchange(sentence_, {}));
  }

  std::size_t sentences_;
  bool marked_ = false;
  LabelledSentence sentence_;
  std::vector<Tag> tags_;
  std::vector<LabelledDocument> documents_;
};

std::string in_case(std::string_view token, CaseCopy how) {
  std::string out;
  bool inside = false;  // of a word
  for (std::size_t i = 0; i < token.size();) {
    const std::int32_t c = next_code_point(token, i);
    const bool letter =
        kind_of_letter(c) == LetterKind::Capital || kind_of_letter(c) == LetterKind::Small;
    const bool capital = how == CaseCopy::Capitals || !inside;
    append_utf8(capital ? capital_letter(c) : small_letter(c), out);
    inside = letter;
  }
  return out;
}

}  // namespace

Result<std::vector<LabelledDocument>> read_labelled(std::istream& in, std::size_t sentences) {
  Reader reader(sentences);
  std::size_t number = 0;
  for (std::string line; std::getline(in, line);) {
    if (!line.empty() && line.back() == '\r') line.pop_back();
    if (auto error = reader.take(line, ++number)) return *error;
  }
  auto documents = reader.finish();
  if (documents.empty()) return Error{"labels", "there is no sentence in it"};
  return documents;
}

Result<std::vector<LabelledDocument>> read_labelled_file(const std::filesystem::path& file) {
  auto content = read_maybe_packed(file);
  if (!content) return content.error();
  std::istringstream in(std::move(*content));
  auto documents = read_labelled(in);
  if (!documents) return Error{"labels", file.string() + ": " + documents.error().message};
  return documents;
}

LabelledDocument with_case(const LabelledDocument& document, CaseCopy how) {
  LabelledDocument copy = document;
  for (LabelledSentence& sentence : copy) {
    for (std::string& token : sentence.tokens) token = in_case(token, how);
  }
  return copy;
}

}  // namespace morgue

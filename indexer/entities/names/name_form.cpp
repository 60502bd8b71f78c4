// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/entities/names/name_form.h"

#include <algorithm>

namespace morgue {
namespace {

/// Parts forms that have the same letters.
std::uint64_t form_key(const ReadName& name) {
  std::uint64_t key = name.letters * 8 + static_cast<std::uint64_t>(name.kind);
  const bool one_word = name.words_end - name.words_begin == 1;
  if (name.kind == EntityKind::Person && one_word) {
    key = key * 64 + static_cast<std::uint64_t>(name.gender) * 16 +
          static_cast<std::uint64_t>(name.office);
    key = key * 2 + (name.kin ? 1 : 0);
  }
  return key;
}

}  // namespace

void FormTable::fill(const NamesOfArticle& article) {
  table_.clear();
  forms_.clear();
  form_of_.clear();
  for (std::uint32_t i = 0; i < article.names.size(); ++i) add(article, i);
}

void FormTable::add(const NamesOfArticle& article, std::uint32_t number) {
  const ReadName& name = article.names[number];
  const auto fresh = static_cast<std::uint32_t>(forms_.size());
  const std::uint32_t at = table_.find_or_add(form_key(name), fresh);
  form_of_.push_back(at);
  if (at == fresh) {
    NameForm form;
    form.kind = name.kind;
    form.best = form.first = number;
    form.kin = name.kin;
    form.entity = fresh;
    forms_.push_back(form);
  }
  NameForm& form = forms_[at];
  ++form.count;
  if (name.part == TextPart::Body && form.in_body == NameForm::kNever) form.in_body = number;
  if (form.gender == Gender::Unknown) form.gender = name.gender;
  if (form.office == Office::None) form.office = name.office;
  form.titled = form.titled || name.titled;
  form.legal = form.legal || name.legal_end > name.words_end;
  if (is_written_better(article, name, article.names[form.best])) form.best = number;
}

bool FormTable::is_written_better(const NamesOfArticle& article, const ReadName& a,
                                  const ReadName& b) const {
  if (a.shouted != b.shouted) return b.shouted;
  return marks_in(article, a) > marks_in(article, b);
}

int FormTable::marks_in(const NamesOfArticle& article, const ReadName& name) const {
  int score = 0;
  for (const NamePart part : article.words_of(name)) {
    const NameWord& word = book_[part.word];
    // An accent that is written is known; one that is not may have been lost on the way.
    const bool accent = std::any_of(word.written.begin(), word.written.end(),
                                    [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
    if (accent) score += 4;
    if (word.capitalised) ++score;
    if (word.shouted && !word.initials) --score;
  }
  return score;
}

}  // namespace morgue

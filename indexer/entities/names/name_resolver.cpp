// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/entities/names/name_resolver.h"

#include <algorithm>

#include "indexer/entities/names/doubt.h"
#include "indexer/entities/names/entity_names.h"
#include "indexer/entities/names/group_matcher.h"
#include "indexer/entities/names/kind_vote.h"
#include "indexer/entities/names/known_names.h"
#include "indexer/entities/names/name_form.h"
#include "indexer/entities/names/name_reader.h"
#include "indexer/entities/names/person_matcher.h"
#include "indexer/entities/names/word_book.h"

namespace morgue {

struct NameResolver::Impl {
  explicit Impl(const FirstNames& first_names) : book(first_names) {}

  KnownNames known;
  WordBook book;
  NameReader reader{book, known};
  KindVote vote{book, known};
  FormTable table{book};
  PersonMatcher persons{book};
  GroupMatcher groups{book, known};
  EntityNames entities{book};
  NamesOfArticle article;
};

NameResolver::NameResolver(const FirstNames& first_names)
    : impl_(std::make_unique<Impl>(first_names)) {}
NameResolver::~NameResolver() = default;
NameResolver::NameResolver(NameResolver&&) noexcept = default;
NameResolver& NameResolver::operator=(NameResolver&&) noexcept = default;

void NameResolver::resolve(const SurfaceText& title, const SurfaceText& body,
                           std::string_view language, std::span<const TaggedName> tagged,
                           std::vector<Mention>& mentions) {
  Impl& my = *impl_;
  my.book.forget_if_large();
  my.article.clear();
  const auto body_begin = std::find_if(tagged.begin(), tagged.end(), [](const TaggedName& name) {
    return name.part == TextPart::Body;
  });
  const auto in_title = static_cast<std::size_t>(body_begin - tagged.begin());
  my.reader.read(title, tagged.first(in_title), my.article);
  my.reader.read(body, tagged.subspan(in_title), my.article);

  my.vote.settle(my.article);
  my.table.fill(my.article);
  my.persons.match(my.article, my.table.forms());
  my.groups.match(my.article, my.table.form_of(), my.table.forms());
  const bool spanish = language.starts_with("es");
  drop_doubtful(my.article, my.table.form_of(), my.book,
                spanish ? kLeastSpanishConfidence : kLeastConfidence, my.table.forms());
  my.entities.choose(my.article, my.table.forms(), spanish);

  for (std::size_t i = 0; i < my.article.names.size(); ++i) {
    const ReadName& name = my.article.names[i];
    const NameForm& form = my.table.forms()[my.table.form_of()[i]];
    if (form.dropped) continue;
    mentions.push_back(
        {name.kind, name.part, MentionSource::Model, name.bytes, my.entities.of(form.entity)});
  }
}

}  // namespace morgue

// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/entities/names/doubt.h"

#include <algorithm>
#include <cstddef>

namespace morgue {

void drop_doubtful(const NamesOfArticle& article, const std::vector<std::uint32_t>& form_of,
                   std::vector<NameForm>& forms) {
  std::vector<float> surest(forms.size(), 0);  // by entity
  for (std::size_t i = 0; i < article.names.size(); ++i) {
    const ReadName& name = article.names[i];
    const bool given =
        name.titled || name.courteous || name.has_first_name || name.known != nullptr;
    float& sure = surest[forms[form_of[i]].entity];
    sure = std::max(sure, given ? 1.0F : name.confidence);
  }
  for (NameForm& form : forms) {
    const float least = form.kind == EntityKind::Person ? kSurePerson : kSureGroup;
    if (surest[form.entity] < least) form.dropped = true;
  }
}

}  // namespace morgue

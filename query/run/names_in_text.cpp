// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/run/names_in_text.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string>

#include "common/index/entity_fields.h"
#include "common/index/schema.h"
#include "common/index/term.h"
#include "common/text/analyzer.h"
#include "common/text/fold.h"

namespace morgue {
namespace {

constexpr std::size_t kLongestName = 10;  ///< words

class Finder {
 public:
  explicit Finder(const ArchiveView& view) : view_(view) {
    view.names().for_each_known([&](const Name& name) { corrected_.insert(name); });
  }

  void find(std::string_view text) {
    analyzer_.analyze(text, tokens_);
    const std::vector<Token>& tokens = tokens_.tokens();
    for (std::size_t i = 0; i < tokens.size();) {
      std::size_t words = std::min(kLongestName, tokens.size() - i);
      for (; words > 0; --words) {
        const std::size_t begin = tokens[i].bytes.begin;
        const std::size_t end = tokens[i + words - 1].bytes.end;
        const auto name = known_as(value_form(text.substr(begin, end - begin)));
        if (!name) continue;
        if (view_.names().resolve(*name)) add(*name);
        break;
      }
      i += std::max<std::size_t>(1, words);
    }
  }

  std::vector<Name> take() { return std::move(found_); }

 private:
  std::optional<Name> known_as(const std::string& text) const {
    std::optional<Name> best;
    Xapian::doccount most = 0;
    for (const EntityKind kind : kNamedKinds) {
      const Name name{kind, text};
      const Xapian::doccount articles =
          view_.database.get_termfreq(value_term(field_of(kind).prefix, text));
      if (articles == 0 && corrected_.count(name) == 0) continue;
      if (!best || articles > most) best = name;
      most = std::max(most, articles);
    }
    return best;
  }

  void add(const Name& name) {
    if (std::find(found_.begin(), found_.end(), name) == found_.end()) found_.push_back(name);
  }

  const ArchiveView& view_;
  std::set<Name> corrected_;
  Analyzer analyzer_;
  TokenList tokens_;
  std::vector<Name> found_;
};

}  // namespace

std::vector<Name> names_in_text(const Article& text, const ArchiveView& view) {
  Finder finder(view);
  finder.find(text.title);
  finder.find(text.body);
  return finder.take();
}

}  // namespace morgue

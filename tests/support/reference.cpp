// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/reference.h"

#include <algorithm>
#include <optional>

#include "common/text/fold.h"
#include "common/text/stem.h"
#include "common/text/utf8.h"

namespace morgue::reference {
namespace {

std::string quoted(const std::string& text) {
  std::string out = "\"";
  for (const char c : text) {
    if (std::string_view("\"\\*?(_").find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out + "\"";
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
  return text;
}

template <class T>
const T& pick(std::mt19937& random, const std::vector<T>& from) {
  return from[random() % from.size()];
}

bool plain_letters(std::string_view word) {
  return !word.empty() && std::all_of(word.begin(), word.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           static_cast<unsigned char>(c) >= 0x80U;
  });
}

bool reads_as_operator(const std::string& word) {
  static const std::set<std::string> kOperators = {"and", "or", "not", "near", "xor", "to"};
  return kOperators.count(fold(word)) > 0;
}

}  // namespace

std::string Query::text() const {
  const std::string scope = field.empty() ? "" : field + ":";
  switch (kind) {
    case Kind::Word:
      return scope + words.front();
    case Kind::Exact:
      return scope + "=" + words.front();
    case Kind::Prefix:
      return scope + words.front() + "*";
    case Kind::Phrase:
    case Kind::FieldWord:
      return scope + quoted(joined(words));
    case Kind::FieldValue:
      return scope + "=" + quoted(words.front());
    case Kind::Dates:
      return "date:" + date_text;
    case Kind::Missing:
      return "missing:" + field;
    case Kind::Not:
      return "NOT (" + parts.front().text() + ")";
    case Kind::And:
    case Kind::Or:
      break;
  }
  std::string text;
  for (const Query& part : parts) {
    if (!text.empty()) text += kind == Kind::And ? " AND " : " OR ";
    text += "(" + part.text() + ")";
  }
  return text;
}

std::uint32_t Archive::intern(std::string_view text) {
  const auto [it, fresh] =
      numbers_.try_emplace(std::string(text), static_cast<std::uint32_t>(texts_.size()));
  if (fresh) texts_.emplace_back(text);
  return it->second;
}

std::uint32_t Archive::known(const std::string& text) const {
  const auto it = numbers_.find(text);
  return it == numbers_.end() ? 0 : it->second;
}

Archive::Words Archive::words_of(std::string_view text) {
  analyzer_.analyze(text, tokens_);
  const std::vector<Token>& tokens = tokens_.tokens();
  Words words;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    words.folded.push_back(intern(tokens[i].folded));
    words.exact.push_back(intern(tokens[i].exact));
    if (tokens[i].bare.empty()) continue;
    words.bare.resize(tokens.size());
    words.bare[i] = intern(tokens[i].bare);
  }
  return words;
}

void Archive::add_field(Entry& entry, const std::string& name,
                        const std::vector<std::string>& values) {
  for (const std::string& value : values) {
    if (value.empty()) continue;
    entry.values[name].push_back(value_form(value));
    entry.value_words[name].push_back(words_of(value));
  }
}

void Archive::add(const Article& article) {
  Entry entry;
  entry.id = article.id;
  entry.title = words_of(article.title);
  entry.body = words_of(article.body);
  entry.dated = article.date.known();
  if (entry.dated) {
    entry.first_day = article.date.first_day();
    entry.last_day = article.date.last_day();
  }
  add_field(entry, "source", {article.source});
  add_field(entry, "section", {article.section});
  add_field(entry, "byline", {article.byline});
  add_field(entry, "lang", {article.lang});
  add_field(entry, "person", article.people);
  add_field(entry, "org", article.organisations);
  add_field(entry, "place", article.places);
  const std::string& lang = article.lang.empty() ? default_lang_ : article.lang;
  constexpr std::size_t kLongestForm = 64;  // longer tokens are no words of a language
  if (Stemmer::supports(lang)) {
    Ids& forms = vocabulary_[lang];
    for (const auto* words : {&entry.title, &entry.body}) {
      for (const std::uint32_t word : words->folded) {
        if (texts_[word].size() <= kLongestForm) forms.insert(word);
      }
    }
  }
  articles_.push_back(std::move(entry));
}

Archive::Ids Archive::forms_of(const std::string& word) const {
  Ids forms;
  if (const std::uint32_t same = known(word)) forms.insert(same);
  std::set<std::string> languages;
  for (const auto& [lang, words] : vocabulary_) languages.insert(lang);
  if (Stemmer::supports(default_lang_)) languages.insert(default_lang_);
  for (const std::string& lang : languages) {
    const Stemmer stemmer(lang);
    const std::string stem = stemmer.stem(word);
    if (const std::uint32_t itself = known(stem); itself != 0 && stemmer.stem(stem) == stem) {
      forms.insert(itself);
    }
    const auto seen = vocabulary_.find(lang);
    if (seen == vocabulary_.end()) continue;
    for (const std::uint32_t form : seen->second) {
      // A stem and its forms begin alike, which saves stemming the whole vocabulary.
      const std::string& text = texts_[form];
      if (text.empty() || word.empty() || text.front() != word.front()) continue;
      if (stemmer.stem(text) == stem) forms.insert(form);
    }
  }
  return forms;
}

/// The forms that one word of a query may be.
Archive::Ids Archive::wanted(const Query& query, const std::string& word) const {
  const std::string folded = fold(word);
  Ids ids;
  switch (query.kind) {
    case Query::Kind::Exact:
      ids = {known(to_nfc(word))};
      break;
    case Query::Kind::Word:
      ids = forms_of(folded);
      break;
    case Query::Kind::Prefix:
      for (std::uint32_t id = 1; id < texts_.size(); ++id) {
        if (texts_[id].starts_with(folded)) ids.insert(id);
      }
      break;
    default:
      ids = {known(folded)};
      break;
  }
  ids.erase(0);
  return ids;
}

std::vector<bool> Archive::match_words(const Query& query) const {
  // For each word of the sequence, which forms it may be.
  std::vector<std::vector<char>> wanted_at;
  for (const std::string& word : query.words) {
    wanted_at.emplace_back(texts_.size(), 0);
    for (const std::uint32_t id : wanted(query, word)) wanted_at.back()[id] = 1;
  }
  const bool exact = query.kind == Query::Kind::Exact;
  const auto is = [&](const Words& text, std::size_t at, const std::vector<char>& forms) {
    if (exact) return forms[text.exact[at]] != 0;
    return forms[text.folded[at]] != 0 || (!text.bare.empty() && forms[text.bare[at]] != 0);
  };
  const auto holds = [&](const Words& text) {
    for (std::size_t at = 0; at + wanted_at.size() <= text.size(); ++at) {
      std::size_t i = 0;
      while (i < wanted_at.size() && is(text, at + i, wanted_at[i])) ++i;
      if (i == wanted_at.size()) return true;
    }
    return false;
  };
  std::vector<bool> result(articles_.size());
  for (std::size_t i = 0; i < articles_.size(); ++i) {
    const Entry& entry = articles_[i];
    if (query.kind == Query::Kind::FieldWord) {
      const auto values = entry.value_words.find(query.field);
      result[i] = values != entry.value_words.end() &&
                  std::any_of(values->second.begin(), values->second.end(), holds);
    } else {
      result[i] = (query.field != "body" && holds(entry.title)) ||
                  (query.field != "title" && holds(entry.body));
    }
  }
  return result;
}

std::vector<bool> Archive::matches(const Query& query) const {
  std::vector<bool> result(articles_.size());
  const auto each = [&](auto test) {
    for (std::size_t i = 0; i < articles_.size(); ++i) result[i] = test(articles_[i]);
    return result;
  };
  switch (query.kind) {
    case Query::Kind::Word:
    case Query::Kind::Exact:
    case Query::Kind::Prefix:
    case Query::Kind::Phrase:
    case Query::Kind::FieldWord:
      return match_words(query);
    case Query::Kind::FieldValue:
      return each([&](const Entry& entry) {
        const auto values = entry.values.find(query.field);
        return values != entry.values.end() &&
               std::count(values->second.begin(), values->second.end(), query.words.front()) > 0;
      });
    case Query::Kind::Dates:
      return each([&](const Entry& entry) {
        return entry.dated && entry.first_day <= query.last_day &&
               entry.last_day >= query.first_day;
      });
    case Query::Kind::Missing:
      return each([&](const Entry& entry) {
        return query.field == "date" ? !entry.dated : entry.values.count(query.field) == 0;
      });
    case Query::Kind::Not: {
      result = matches(query.parts.front());
      result.flip();
      return result;
    }
    case Query::Kind::And:
    case Query::Kind::Or:
      break;
  }
  result = matches(query.parts.front());
  for (std::size_t p = 1; p < query.parts.size(); ++p) {
    const std::vector<bool> other = matches(query.parts[p]);
    for (std::size_t i = 0; i < result.size(); ++i) {
      result[i] = query.kind == Query::Kind::And ? result[i] && other[i] : result[i] || other[i];
    }
  }
  return result;
}

std::vector<std::size_t> Archive::find(const Query& query) const {
  const std::vector<bool> found = matches(query);
  std::vector<std::size_t> articles;
  for (std::size_t i = 0; i < found.size(); ++i) {
    if (found[i]) articles.push_back(i);
  }
  return articles;
}

std::vector<std::string> Archive::sorted_ids(const std::vector<std::size_t>& articles,
                                             bool oldest_first) const {
  std::vector<std::size_t> order = articles;
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    const Entry& x = articles_[a];
    const Entry& y = articles_[b];
    if (x.dated != y.dated) return x.dated;
    if (x.dated && x.first_day != y.first_day) {
      return oldest_first ? x.first_day < y.first_day : x.first_day > y.first_day;
    }
    return x.id < y.id;
  });
  std::vector<std::string> ids;
  for (const std::size_t article : order) ids.push_back(articles_[article].id);
  return ids;
}

std::map<std::string, std::uint64_t> Archive::facet(const std::vector<std::size_t>& articles,
                                                    const std::string& name) const {
  std::map<std::string, std::uint64_t> counts;
  for (const std::size_t article : articles) {
    const Entry& entry = articles_[article];
    std::set<std::string> values;
    if (name == "year" || name == "month") {
      const std::size_t digits = name == "year" ? 4 : 7;
      for (std::int32_t day = entry.first_day; entry.dated && day <= entry.last_day; ++day) {
        values.insert(date_of_day(day).to_string().substr(0, digits));
      }
    } else if (const auto it = entry.values.find(name); it != entry.values.end()) {
      values.insert(it->second.begin(), it->second.end());
    }
    for (const std::string& value : values) ++counts[value];
  }
  return counts;
}

const Archive::Entry* Archive::random_word(std::mt19937& random, std::size_t& at) const {
  for (int attempt = 0; attempt < 1'000; ++attempt) {
    const Entry& entry = pick(random, articles_);
    if (entry.body.empty()) continue;
    at = random() % entry.body.size();
    const std::string& word = texts_[entry.body.folded[at]];
    if (plain_letters(word) && !reads_as_operator(word)) return &entry;
  }
  return nullptr;
}

Query Archive::random_leaf(std::mt19937& random) const {
  std::size_t at = 0;
  const Entry* entry = random_word(random, at);
  Query query;
  const std::string written = entry == nullptr ? "nothing" : texts_[entry->body.exact[at]];
  query.words = {written};
  const auto die = static_cast<unsigned>(random() % 16);
  if (die == 5) query.field = "title";
  if (die == 6) query.field = "body";
  if (die < 7) return query;
  if (die == 7 || die == 8) {
    query.kind = Query::Kind::Exact;
    if (die == 8) query.words = {fold(written)};
    return query;
  }
  if (die == 9 && plain_letters(fold(written)) && count_code_points(fold(written)) > 4) {
    query.kind = Query::Kind::Prefix;
    const std::string folded = fold(written);
    std::size_t end = 4;
    while (end < folded.size() && (static_cast<unsigned char>(folded[end]) & 0xC0U) == 0x80U) ++end;
    query.words = {folded.substr(0, end)};
    return query;
  }
  if (die <= 12 && entry != nullptr) {
    query.kind = Query::Kind::Phrase;
    query.words.clear();
    const std::size_t length = 2 + random() % 3;
    for (std::size_t i = at; i < entry->body.size() && query.words.size() < length; ++i) {
      if (!plain_letters(texts_[entry->body.folded[i]])) break;
      query.words.push_back(texts_[entry->body.exact[i]]);
    }
    if (die == 12) query.field = "title";
    return query;
  }
  if (die == 13 || die == 14) {
    std::vector<std::string> fields;
    const Entry& other = pick(random, articles_);
    for (const auto& [name, values] : other.values) fields.push_back(name);
    if (!fields.empty()) {
      query.field = pick(random, fields);
      query.kind = Query::Kind::FieldValue;
      query.words = {pick(random, other.values.at(query.field))};
      if (die == 14) {
        query.kind = Query::Kind::FieldWord;
        const auto& words = pick(random, other.value_words.at(query.field));
        if (!words.empty()) {
          query.words = {texts_[pick(random, words.exact)]};
          return query;
        }
        query.kind = Query::Kind::FieldValue;
      }
      return query;
    }
  }
  const Entry& a = pick(random, articles_);
  const Entry& b = pick(random, articles_);
  query.kind = Query::Kind::Missing;
  query.field = "date";
  if (!a.dated || !b.dated) return query;
  query.kind = Query::Kind::Dates;
  query.field.clear();
  query.first_day = std::min(a.first_day, b.first_day);
  query.last_day = std::max(a.first_day, b.first_day);
  query.date_text =
      date_of_day(query.first_day).to_string() + ".." + date_of_day(query.last_day).to_string();
  return query;
}

Query Archive::random_query(std::mt19937& random, int depth) const {
  const auto die = static_cast<unsigned>(random() % 10);
  if (depth == 0 || die < 3) return random_leaf(random);
  Query query;
  query.kind = die < 7 ? Query::Kind::And : Query::Kind::Or;
  const std::size_t parts = 2 + random() % 2;
  for (std::size_t i = 0; i < parts; ++i) {
    Query part = random_query(random, depth - 1);
    if (random() % 6 == 0) {
      Query negated;
      negated.kind = Query::Kind::Not;
      negated.parts.push_back(std::move(part));
      part = std::move(negated);
    }
    query.parts.push_back(std::move(part));
  }
  return query;
}

}  // namespace morgue::reference

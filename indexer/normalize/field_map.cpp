// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/normalize/field_map.h"

#include <algorithm>
#include <unordered_map>

#include "indexer/normalize/path_pattern.h"

namespace morgue {
namespace {

struct UsualName {
  ArticleField field;
  std::string_view name;  ///< folded: lower case, without "_", "-", "." and spaces
};

// Within a field, better names first.
constexpr UsualName kUsualNames[] = {
    {ArticleField::Id, "id"},
    {ArticleField::Id, "articleid"},
    {ArticleField::Id, "docid"},
    {ArticleField::Id, "documentid"},
    {ArticleField::Id, "docno"},
    {ArticleField::Id, "newid"},
    {ArticleField::Id, "guid"},
    {ArticleField::Id, "uuid"},
    {ArticleField::Id, "uid"},
    {ArticleField::Id, "$id"},
    {ArticleField::Title, "title"},
    {ArticleField::Title, "headline"},
    {ArticleField::Title, "headlinemain"},
    {ArticleField::Title, "articletitle"},
    {ArticleField::Title, "heading"},
    {ArticleField::Title, "titulo"},
    {ArticleField::Title, "título"},
    {ArticleField::Title, "titular"},
    {ArticleField::Title, "titre"},
    {ArticleField::Title, "titel"},
    {ArticleField::Title, "titolo"},
    {ArticleField::Body, "body"},
    {ArticleField::Body, "text"},
    {ArticleField::Body, "content"},
    {ArticleField::Body, "fulltext"},
    {ArticleField::Body, "articletext"},
    {ArticleField::Body, "articlebody"},
    {ArticleField::Body, "articlecontent"},
    {ArticleField::Body, "bodytext"},
    {ArticleField::Body, "contenttext"},
    {ArticleField::Body, "bodyhtml"},
    {ArticleField::Body, "contenthtml"},
    {ArticleField::Body, "bodyxhtml"},
    {ArticleField::Body, "bodymain"},
    {ArticleField::Body, "bodyrichtext"},
    {ArticleField::Body, "maintext"},
    {ArticleField::Body, "story"},
    {ArticleField::Body, "article"},
    {ArticleField::Body, "paragraphs"},
    {ArticleField::Body, "texto"},
    {ArticleField::Body, "cuerpo"},
    {ArticleField::Body, "contenido"},
    {ArticleField::Body, "corpo"},
    {ArticleField::Body, "texte"},
    {ArticleField::Body, "contenu"},
    {ArticleField::Byline, "byline"},
    {ArticleField::Byline, "author"},
    {ArticleField::Byline, "authors"},
    {ArticleField::Byline, "creator"},
    {ArticleField::Byline, "dccreator"},
    {ArticleField::Byline, "writer"},
    {ArticleField::Byline, "journalist"},
    {ArticleField::Byline, "reporter"},
    {ArticleField::Byline, "autor"},
    {ArticleField::Byline, "autores"},
    {ArticleField::Byline, "auteur"},
    {ArticleField::Source, "source"},
    {ArticleField::Source, "outlet"},
    {ArticleField::Source, "newspaper"},
    {ArticleField::Source, "publisher"},
    {ArticleField::Source, "publication"},
    {ArticleField::Source, "sourcename"},
    {ArticleField::Source, "sitename"},
    {ArticleField::Source, "newssource"},
    {ArticleField::Source, "journal"},
    {ArticleField::Source, "medium"},
    {ArticleField::Source, "site"},
    {ArticleField::Source, "domain"},
    {ArticleField::Source, "fuente"},
    {ArticleField::Source, "fonte"},
    {ArticleField::Source, "quelle"},
    {ArticleField::Section, "section"},
    {ArticleField::Section, "sectionname"},
    {ArticleField::Section, "category"},
    {ArticleField::Section, "categories"},
    {ArticleField::Section, "desk"},
    {ArticleField::Section, "rubric"},
    {ArticleField::Section, "seccion"},
    {ArticleField::Section, "sección"},
    {ArticleField::Section, "categoria"},
    {ArticleField::Section, "categoría"},
    {ArticleField::Section, "rubrik"},
    {ArticleField::Section, "ressort"},
    {ArticleField::Lang, "lang"},
    {ArticleField::Lang, "language"},
    {ArticleField::Lang, "langcode"},
    {ArticleField::Lang, "languagecode"},
    {ArticleField::Lang, "inlanguage"},
    {ArticleField::Lang, "idioma"},
    {ArticleField::Lang, "langue"},
    {ArticleField::Lang, "sprache"},
    {ArticleField::Url, "url"},
    {ArticleField::Url, "link"},
    {ArticleField::Url, "weburl"},
    {ArticleField::Url, "articleurl"},
    {ArticleField::Url, "canonicalurl"},
    {ArticleField::Url, "sourceurl"},
    {ArticleField::Url, "permalink"},
    {ArticleField::Url, "href"},
    {ArticleField::Url, "uri"},
    {ArticleField::Date, "date"},
    {ArticleField::Date, "published"},
    {ArticleField::Date, "publishedat"},
    {ArticleField::Date, "publisheddate"},
    {ArticleField::Date, "publishdate"},
    {ArticleField::Date, "publicationdate"},
    {ArticleField::Date, "datepublished"},
    {ArticleField::Date, "datepublish"},
    {ArticleField::Date, "pubdate"},
    {ArticleField::Date, "articledate"},
    {ArticleField::Date, "firstcreated"},
    {ArticleField::Date, "issuedate"},
    {ArticleField::Date, "versioncreated"},
    {ArticleField::Date, "issued"},
    {ArticleField::Date, "datetime"},
    {ArticleField::Date, "timestamp"},
    {ArticleField::Date, "time"},
    {ArticleField::Date, "created"},
    {ArticleField::Date, "createdat"},
    {ArticleField::Date, "fecha"},
    {ArticleField::Date, "data"},
    {ArticleField::Date, "datum"},
    {ArticleField::Date, "dateextracted"},
    {ArticleField::Date, "crawldate"},
    {ArticleField::Date, "datedownload"},
    {ArticleField::People, "people"},
    {ArticleField::People, "persons"},
    {ArticleField::People, "person"},
    {ArticleField::People, "personas"},
    {ArticleField::Organisations, "organisations"},
    {ArticleField::Organisations, "organizations"},
    {ArticleField::Organisations, "orgs"},
    {ArticleField::Organisations, "org"},
    {ArticleField::Organisations, "organisation"},
    {ArticleField::Organisations, "organization"},
    {ArticleField::Organisations, "companies"},
    {ArticleField::Organisations, "organizaciones"},
    {ArticleField::Places, "places"},
    {ArticleField::Places, "locations"},
    {ArticleField::Places, "place"},
    {ArticleField::Places, "location"},
    {ArticleField::Places, "countries"},
    {ArticleField::Places, "country"},
    {ArticleField::Places, "lugares"},
};

constexpr std::array<std::string_view, kArticleFields> kFieldNames{
    "id",   "title", "body", "byline", "source",        "section",
    "lang", "url",   "date", "people", "organisations", "places"};

std::string fold_name(std::string_view name) {
  std::string folded;
  for (const char byte : name) {
    if (byte == '_' || byte == '-' || byte == '.' || byte == ' ') continue;
    folded += byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : byte;
  }
  return folded;
}

// The place of a name in the table; lower is better.
std::optional<std::size_t> rank_of(std::string_view name) {
  static const auto ranks = [] {
    std::unordered_map<std::string_view, std::size_t> table;
    for (std::size_t rank = 0; rank < std::size(kUsualNames); ++rank) {
      table.emplace(kUsualNames[rank].name, rank);
    }
    return table;
  }();
  const auto found = ranks.find(fold_name(name));
  return found == ranks.end() ? std::nullopt : std::optional(found->second);
}

std::optional<ArticleField> field_named(std::string_view name) {
  const auto* found = std::find(kFieldNames.begin(), kFieldNames.end(), name);
  if (found == kFieldNames.end()) return std::nullopt;
  return static_cast<ArticleField>(found - kFieldNames.begin());
}

bool is_empty(const RawField& field) {
  return std::all_of(field.values.begin(), field.values.end(), [](const std::string& value) {
    return value.find_first_not_of(" \t\r\n") == std::string::npos;
  });
}

// The field called so, letter by letter if there is one.
const RawField* find_source(const std::vector<RawField>& fields, std::string_view name) {
  const RawField* similar = nullptr;
  for (const RawField& field : fields) {
    if (field.name == name) return &field;
    if (similar == nullptr && fold_name(field.name) == fold_name(name)) similar = &field;
  }
  return similar;
}

}  // namespace

std::string_view name_of(ArticleField field) {
  return kFieldNames[static_cast<std::size_t>(field)];
}

Result<FieldMap> FieldMap::parse(const std::vector<std::string>& specs) {
  FieldMap map;
  for (std::string_view spec : specs) {
    while (!spec.empty()) {
      const std::string_view pair = spec.substr(0, spec.find(','));
      spec.remove_prefix(std::min(pair.size() + 1, spec.size()));
      const std::size_t equals = pair.find('=');
      const std::string target(pair.substr(0, equals));
      const std::string source(equals == pair.npos ? "" : pair.substr(equals + 1));
      const auto bad = [&](const std::string& why) {
        return Error{"bad-map",
                     "\"" + std::string(pair) + "\" " + why + "; write --map title=headline"};
      };
      if (target.empty() || source.empty()) return bad("is not TARGET=SOURCE");
      if (std::any_of(map.overrides_.begin(), map.overrides_.end(),
                      [&](const Override& other) { return other.target == target; })) {
        return bad("names its target twice");
      }
      if (!is_sound_pattern(source)) return bad("has a brace that is no {NUMBER}");
      map.overrides_.push_back({target, source});
    }
  }
  return map;
}

std::optional<ArticleField> FieldMap::guess(std::string_view name) {
  const auto rank = rank_of(name);
  return rank ? std::optional(kUsualNames[*rank].field) : std::nullopt;
}

bool FieldMap::mentions(std::string_view name) const {
  return std::any_of(overrides_.begin(), overrides_.end(), [&](const Override& given) {
    return fold_name(given.source) == fold_name(name);
  });
}

FieldMap::Assignment FieldMap::assign(const std::vector<RawField>& fields,
                                      std::string_view path) const {
  Assignment result;
  std::array<bool, kArticleFields> decided{};
  std::vector<const RawField*> taken;
  for (const Override& given : overrides_) {
    const auto target = field_named(given.target);
    if (target) decided[static_cast<std::size_t>(*target)] = true;
    if (given.source == "-") continue;
    if (is_path_pattern(given.source)) {
      result.from_path.emplace_back(given.target, fill_path_pattern(given.source, path));
    } else if (const RawField* source = find_source(fields, given.source)) {
      if (target) result[*target] = source;
      if (!target) result.renamed.emplace_back(source, given.target);
      taken.push_back(source);
    }
  }
  std::array<std::size_t, kArticleFields> best{};
  for (const RawField& field : fields) {
    const auto rank = rank_of(field.name);
    if (!rank || is_empty(field)) continue;
    const auto target = static_cast<std::size_t>(kUsualNames[*rank].field);
    const bool better = result.chosen[target] == nullptr || *rank < best[target];
    if (decided[target] || !better) continue;
    if (std::find(taken.begin(), taken.end(), &field) != taken.end()) continue;
    result.chosen[target] = &field;
    best[target] = *rank;
  }
  return result;
}

}  // namespace morgue

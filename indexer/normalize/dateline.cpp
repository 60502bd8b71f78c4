// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/normalize/dateline.h"

#include <algorithm>
#include <array>
#include <optional>

#include "common/text/capitals.h"
#include "common/text/code_point.h"
#include "common/text/fold.h"
#include "indexer/normalize/month_names.h"
#include "indexer/normalize/read_date.h"

namespace morgue {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view kSpace = " \t\r\n";
constexpr std::size_t kLongestDateline = 110;  ///< bytes, with the dash
constexpr std::size_t kLongestPlace = 40;
constexpr std::size_t kLongestAgency = 20;
constexpr std::size_t kMostPlaceWords = 4;

/// What parts a dateline from the story, longer ones first.
constexpr std::array kDashes{" -- "sv, " — "sv, " – "sv, " - "sv, ".- "sv,
                             ".-"sv,   "--"sv,  "— "sv,  "– "sv,  ") -"sv};

/// What stands in capitals before a dash and is no place; folded.
constexpr std::array kNoPlaces{"breaking"sv,
                               "update"sv,
                               "exclusive"sv,
                               "watch"sv,
                               "opinion"sv,
                               "analysis"sv,
                               "editorial"sv,
                               "video"sv,
                               "photos"sv,
                               "correction"sv,
                               "live"sv,
                               "corrected"sv,
                               "factbox"sv,
                               "ultima hora"sv,
                               "urgente"sv,
                               "news release"sv,
                               "press release"sv,
                               "statement"sv,
                               "for immediate release"sv,
                               "note"sv,
                               "editor's note"sv};

struct Agency {
  std::string_view name;   ///< as it is usually called
  std::string_view known;  ///< what else it calls itself, folded, with bars around each
};
constexpr std::array kAgencies{
    Agency{"AP", "|ap|associated press|the associated press|"},
    Agency{"AFP", "|afp|agence france-presse|agence france presse|"},
    Agency{"Reuters", "|reuters|reuter|thomson reuters|"},
    Agency{"EFE", "|efe|agencia efe|"},
    Agency{"dpa", "|dpa|deutsche presse-agentur|"},
    Agency{"ANSA", "|ansa|"},
    Agency{"UPI", "|upi|united press international|"},
    Agency{"PA", "|pa|pa media|press association|"},
    Agency{"TASS", "|tass|itar-tass|"},
    Agency{"Xinhua", "|xinhua|xinhua news agency|"},
    Agency{"Kyodo", "|kyodo|kyodo news|"},
    Agency{"PTI", "|pti|press trust of india|"},
    Agency{"IANS", "|ians|"},
    Agency{"ANI", "|ani|"},
    Agency{"Europa Press", "|europa press|ep|"},
    Agency{"Notimex", "|notimex|ntx|"},
    Agency{"Télam", "|telam|"},
    Agency{"Lusa", "|lusa|agencia lusa|"},
    Agency{"Anadolu", "|aa|anadolu|anadolu agency|"},
    Agency{"SPA", "|spa|saudi press agency|"},
    Agency{"APA", "|apa|"},
    Agency{"Canadian Press", "|cp|canadian press|the canadian press|"},
    Agency{"AAP", "|aap|australian associated press|"},
    Agency{"Interfax", "|interfax|"},
    Agency{"Bloomberg", "|bloomberg|bloomberg news|"},
    Agency{"CNN", "|cnn|"},
};

std::string_view trimmed(std::string_view text, std::string_view space = kSpace) {
  text.remove_prefix(std::min(text.find_first_not_of(space), text.size()));
  return text.substr(0, text.find_last_not_of(space) + 1);
}

std::vector<std::string_view> split(std::string_view text, char mark) {
  std::vector<std::string_view> parts;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(mark), text.size());
    parts.push_back(trimmed(text.substr(0, end)));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

bool is_capital_word(std::string_view word) {
  const Capitals capitals = capitals_of(word);
  return capitals.any_capital && !capitals.any_small;
}

bool is_small_particle(std::string_view word) {
  constexpr std::array kParticles{"de"sv, "del"sv, "la"sv,  "el"sv, "do"sv, "da"sv,
                                  "of"sv, "and"sv, "sur"sv, "am"sv, "y"sv};
  return std::find(kParticles.begin(), kParticles.end(), word) != kParticles.end();
}

/// The bytes of the first code point.
std::size_t first_bytes(std::string_view word) {
  std::size_t end = std::min<std::size_t>(1, word.size());
  while (end < word.size() && continues_code_point(word[end])) ++end;
  return end;
}

/// One to four words without digits, each with a capital at the front.
bool is_place(std::string_view text) {
  if (text.empty() || text.size() > kLongestPlace) return false;
  if (text.find_first_of("0123456789\"“”«»:;!?()[]{}<>/=+*&%$#@|") != text.npos) return false;
  const std::string folded = fold(text);
  if (std::find(kNoPlaces.begin(), kNoPlaces.end(), folded) != kNoPlaces.end()) return false;
  const std::vector<std::string_view> words = split(text, ' ');
  if (words.size() > kMostPlaceWords) return false;
  return std::all_of(words.begin(), words.end(), [](std::string_view word) {
    if (is_small_particle(word)) return true;
    return capitals_of(word.substr(0, first_bytes(word))).any_capital;
  });
}

bool in_capitals(std::string_view place) {
  const std::vector<std::string_view> words = split(place, ' ');
  constexpr std::size_t kShortestPlace = 4;  // "U.N." and "PR" are marks of other things
  return place.size() >= kShortestPlace && place.find('.') == place.npos &&
         std::all_of(words.begin(), words.end(), [](std::string_view word) {
           return is_capital_word(word) || is_small_particle(word);
         });
}

/// "MEXICO CITY" to "Mexico City"; "D.C." stays.
std::string as_name(std::string_view place) {
  if (!in_capitals(place)) return std::string(place);
  std::string name;
  for (const std::string_view word : split(place, ' ')) {
    if (!name.empty()) name += ' ';
    constexpr std::size_t kLongestMark = 2;  // "DC"
    const bool is_particle = is_small_particle(without_capitals(word));
    const bool is_mark = word.find('.') != word.npos || word.size() <= kLongestMark;
    // "El Paso", "Ciudad de México", "Washington D.C."
    const std::size_t kept = is_particle && !name.empty() ? 0
                             : is_mark && !is_particle    ? word.size()
                                                          : first_bytes(word);
    name += word.substr(0, kept);
    name += without_capitals(word.substr(kept));
  }
  return name;
}

/// Has the name of a month, or is all of a date in figures.
bool says_date(std::string_view part) {
  constexpr std::string_view kAnyYear = " 2000";
  return part.find_first_of("0123456789") != part.npos &&
         (read_date(std::string(part) + std::string(kAnyYear), PartialDate{}).date.month != 0 ||
          read_date(part, PartialDate{}).date.month != 0);
}

/// Besides the month, and what joins it to its numbers, at most one word: the day of the week.
bool is_date_alone(std::string_view line) {
  constexpr std::size_t kLongestFiller = 3;
  std::size_t others = 0;
  for (const std::string_view word : split(line, ' ')) {
    const std::string folded = fold(trimmed(word, " ,.;:()"));
    const bool has_letters = folded.find_first_not_of("0123456789-/.:") != folded.npos;
    if (has_letters && folded.size() > kLongestFiller && month_named(folded) == 0) ++others;
  }
  return others <= 1;
}

/// Of an agency that is not known one word without signs: "(R-Mo.)" and "(left)" are none.
bool may_be_agency(std::string_view name) {
  return !name.empty() && name.size() <= kLongestAgency && capitals_of(name).any_capital &&
         name.find_first_of("0123456789 .,:;-'&") == name.npos;
}

std::vector<std::string> agencies_in(std::string_view inside) {
  std::vector<std::string> agencies;
  for (const std::string_view part : split(inside, '/')) {
    std::string agency = agency_named(part);
    if (agency.empty() && !may_be_agency(part)) return {};
    agencies.push_back(agency.empty() ? std::string(part) : std::move(agency));
  }
  return agencies;
}

/// The agencies in parentheses that a head ends with, which are taken off it.
std::vector<std::string> take_agencies(std::string_view& head) {
  const std::string_view bare = trimmed(head, " .");
  if (!bare.ends_with(')')) return {};
  const std::size_t open = bare.rfind('(');
  if (open == bare.npos) return {};
  std::vector<std::string> agencies = agencies_in(bare.substr(open + 1, bare.size() - open - 2));
  if (!agencies.empty()) head = trimmed(bare.substr(0, open));
  return agencies;
}

/// "WASHINGTON, D.C., March 5, 2024": what stands before agency and dash.
std::optional<Dateline> read_head(std::string_view head, PartialDate today, bool& has_date) {
  Dateline dateline;
  has_date = false;
  head = trimmed(head, " \t\r\n,.");
  if (head.empty()) return dateline;
  const std::size_t comma = std::min(head.find(','), head.size());
  const std::string_view first = trimmed(head.substr(0, comma));
  std::string_view rest = trimmed(head.substr(std::min(comma + 1, head.size())));
  if (!is_place(first)) return std::nullopt;
  dateline.place = as_name(first);
  // A region may stand between place and date.
  while (!rest.empty() && !says_date(rest)) {
    const std::size_t end = std::min(rest.find(','), rest.size());
    if (!is_place(trimmed(rest.substr(0, end)))) return std::nullopt;
    rest = trimmed(rest.substr(std::min(end + 1, rest.size())));
  }
  if (rest.empty()) return dateline;
  constexpr std::size_t kLongestDate = 40;
  if (rest.size() > kLongestDate) return std::nullopt;
  has_date = true;
  dateline.date = read_date(rest, today).date;
  return dateline;
}

}  // namespace

std::string agency_named(std::string_view name) {
  const std::string wanted = "|" + fold(trimmed(name)) + "|";
  if (wanted.find('|', 1) != wanted.size() - 1) return {};
  for (const Agency& agency : kAgencies) {
    if (agency.known.find(wanted) != agency.known.npos) return std::string(agency.name);
  }
  return {};
}

Dateline read_dateline(std::string_view text, PartialDate today) {
  text = trimmed(text.substr(0, std::min(text.find('\n'), text.size())));
  std::size_t end = text.npos;
  for (const std::string_view dash : kDashes) {
    const std::size_t at = text.substr(0, kLongestDateline).find(dash);
    if (at != text.npos) end = std::min(end, dash.starts_with(')') ? at + 1 : at);
  }
  if (end == text.npos) return {};
  std::string_view head = text.substr(0, end);
  std::vector<std::string> agencies = take_agencies(head);
  bool has_date = false;
  auto dateline = read_head(head, today, has_date);
  if (!dateline) return {};
  const std::string_view place = trimmed(head.substr(0, std::min(head.find(','), head.size())));
  if (agencies.empty() && !has_date && !in_capitals(place)) return {};
  // Without a place only what is known to be an agency is one.
  if (dateline->place.empty()) {
    std::erase_if(agencies, [](const std::string& name) { return agency_named(name).empty(); });
  }
  dateline->agencies = std::move(agencies);
  return *dateline;
}

Dateline read_dateline_field(std::string_view text, PartialDate today) {
  std::string_view head = trimmed(text, " \t\r\n-–—");
  std::vector<std::string> agencies = take_agencies(head);
  bool has_date = false;
  Dateline dateline = read_head(head, today, has_date).value_or(Dateline());
  dateline.agencies = std::move(agencies);
  return dateline;
}

PartialDate date_in_first_lines(std::string_view text, PartialDate today) {
  constexpr int kLines = 5;
  constexpr std::size_t kLongestLine = 60;
  for (int i = 0; i < kLines && !text.empty();) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = trimmed(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.empty()) continue;
    ++i;
    if (line.size() > kLongestLine || line.find_first_of("0123456789") == line.npos) continue;
    const PartialDate date = read_date(line, today).date;
    if (date.day != 0 && is_date_alone(line)) return date;
  }
  return {};
}

}  // namespace morgue

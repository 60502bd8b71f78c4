// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/entities/names/first_names.h"

#include <array>
#include <unordered_map>

#include "indexer/entities/names/word_list.h"

namespace morgue {
namespace {

constexpr std::string_view kMen =
    "james john robert michael william david richard joseph thomas charles christopher daniel "
    "matthew anthony mark donald steven paul andrew joshua kenneth kevin brian george timothy "
    "ronald edward jason jeffrey ryan jacob gary nicholas eric jonathan stephen larry justin scott "
    "brandon benjamin samuel gregory alexander frank patrick raymond jack dennis jerry tyler aaron "
    "adam nathan henry douglas peter zachary kyle noah ethan jeremy walter keith roger terry sean "
    "gerald carl harold arthur lawrence bruce joe bill bob jim tom mike dave dan steve tony ben "
    "sam matt nick tim greg jeff ken ron don ted ed fred phil ray hunter beau barack bernie al "
    "vladimir boris emmanuel benjamin mohammed muhammad ahmed ali hassan hussein ibrahim yasser "
    "jose juan luis carlos jorge pedro manuel francisco antonio miguel angel rafael fernando "
    "javier "
    "alejandro ricardo eduardo roberto sergio andres pablo diego raul enrique alberto gustavo "
    "mario oscar hugo felipe gabriel marcelo marco arturo alfonso rodrigo guillermo ernesto "
    "vicente hector ruben cesar gerardo ramon nestor mauricio evo nicolas sebastian ignacio "
    "joaquin xavier jesus tomas martin alvaro julio emilio alfredo salvador santiago pepe paco "
    "liam oliver elijah lucas mason logan harry simon neil ian alan colin graham nigel stuart "
    "jean pierre jacques francois nicolas hans klaus gerhard helmut otto giovanni giuseppe luigi "
    "silvio ivan dmitry sergei mikhail igor oleg viktor yuri";

constexpr std::string_view kWomen =
    "mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty "
    "margaret sandra ashley kimberly emily donna michelle carol amanda melissa deborah stephanie "
    "rebecca sharon laura cynthia kathleen amy angela shirley anna brenda pamela emma nicole helen "
    "samantha katherine christine debra rachel carolyn janet catherine maria heather diane ruth "
    "julie olivia joyce virginia victoria kelly lauren christina joan evelyn judith megan andrea "
    "cheryl hannah jacqueline martha gloria teresa ann sara madison frances kathryn janice jean "
    "abigail alice julia judy sophia grace denise amber doris marilyn danielle beverly isabella "
    "theresa diana natalie brittany charlotte marie kayla alexis hillary chelsea monica nikki "
    "kamala jill melania ivanka nancy condoleezza madeleine angela ursula jane kate lucy claire "
    "claudia ana carmen rosa isabel elena pilar dolores mercedes cristina beatriz silvia patricia "
    "veronica lucia leticia adriana alejandra gabriela margarita guadalupe josefina xochitl "
    "esperanza consuelo concepcion rosario sofia valentina camila mariana daniela paula marta "
    "yolanda norma irma alicia raquel rocio dilma michelle violeta inmaculada soledad eva irene "
    "serena venus amelia ava mia harriet fiona heather lesley gillian brigitte sylvie simone "
    "natasha olga tatiana svetlana yulia ekaterina fatima aisha leila benazir indira sonia";

struct PetName {
  std::string_view formal;
  std::string_view pets;
};

constexpr auto kPetNames = std::to_array<PetName>({
    {"william", "bill billy will willie"},
    {"robert", "bob bobby rob robbie"},
    {"joseph", "joe joey"},
    {"james", "jim jimmy jamie"},
    {"thomas", "tom tommy"},
    {"michael", "mike mick mickey"},
    {"david", "dave"},
    {"daniel", "dan danny"},
    {"stephen", "steve steven"},
    {"anthony", "tony"},
    {"benjamin", "ben benny"},
    {"samuel", "sam"},
    {"matthew", "matt"},
    {"nicholas", "nick"},
    {"timothy", "tim"},
    {"gregory", "greg"},
    {"jeffrey", "jeff geoffrey"},
    {"kenneth", "ken kenny"},
    {"ronald", "ron ronnie"},
    {"donald", "don donnie"},
    {"edward", "ed eddie ted"},
    {"frederick", "fred freddie"},
    {"philip", "phil phillip"},
    {"raymond", "ray"},
    {"charles", "charlie chuck"},
    {"richard", "dick rick rich"},
    {"andrew", "andy drew"},
    {"christopher", "chris"},
    {"lawrence", "larry"},
    {"patrick", "pat paddy"},
    {"bernard", "bernie"},
    {"albert", "al"},
    {"john", "jack johnny"},
    {"elizabeth", "liz beth betty"},
    {"margaret", "maggie peggy"},
    {"katherine", "kate kathy katie"},
    {"jennifer", "jen jenny"},
    {"deborah", "debbie deb"},
    {"susan", "sue"},
    {"rebecca", "becky"},
    {"francisco", "paco pancho"},
    {"jose", "pepe"},
    {"ignacio", "nacho"},
    {"enrique", "quique"},
    {"dolores", "lola"},
});

class CommonFirstNames final : public FirstNames {
 public:
  CommonFirstNames() {
    for_each_word(kMen, [this](std::string_view name) { add(name, Gender::Male); });
    for_each_word(kWomen, [this](std::string_view name) { add(name, Gender::Female); });
  }

  Gender gender_of(std::string_view letters) const override {
    const auto found = genders_.find(letters);
    return found == genders_.end() ? Gender::Unknown : found->second;
  }

 private:
  void add(std::string_view name, Gender gender) {
    const auto [entry, added] = genders_.emplace(name, gender);
    if (!added && entry->second != gender) entry->second = Gender::Unknown;
  }

  std::unordered_map<std::string_view, Gender> genders_;
};

std::unordered_map<std::string_view, std::string_view> formal_names() {
  std::unordered_map<std::string_view, std::string_view> formal;
  for (const PetName& row : kPetNames) {
    for_each_word(row.pets, [&](std::string_view pet) { formal.emplace(pet, row.formal); });
  }
  return formal;
}

}  // namespace

const FirstNames& common_first_names() {
  static const CommonFirstNames names;
  return names;
}

std::string_view formal_first_name(std::string_view letters) {
  static const std::unordered_map<std::string_view, std::string_view> formal = formal_names();
  const auto found = formal.find(letters);
  return found == formal.end() ? std::string_view{} : found->second;
}

}  // namespace morgue

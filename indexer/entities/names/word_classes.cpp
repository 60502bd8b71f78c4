// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/entities/names/word_classes.h"

#include <array>
#include <unordered_map>

#include "indexer/entities/names/word_list.h"

namespace morgue {
namespace {

struct ClassRow {
  std::uint32_t classes;
  std::string_view words;
};

constexpr auto kClassRows = std::to_array<ClassRow>({
    {kHonorific,
     "mr mrs ms miss messrs mister dr prof professor president senator sen sens senators "
     "representative rep reps congressman congresswoman gov governor mayor gen colonel col maj "
     "captain capt lieutenant lt sergeant sgt admiral adm commander cmdr corporal cpl private pvt "
     "queen princess rev reverend sheikh sheik ayatollah mullah lady sir dame secretary ambassador "
     "hon taoiseach tanaiste datuk spokesman spokeswoman spokesperson chairman chairwoman "
     "chairperson councilman "
     "councilwoman "
     "detective inspector premier chancellor minister undersecretary congressmember "
     "vicepresident expresident exminister"},
    {kHonorific,
     "senor senora senorita sr sra srta dona presidente presidenta expresidente expresidenta "
     "senador senadora diputado diputada gobernador gobernadora alcalde alcaldesa ministro "
     "ministra "
     "canciller general coronel capitan teniente sargento almirante comandante secretario "
     "secretaria embajador embajadora portavoz juez jueza doctor doctora licenciado licenciada lic "
     "ing ingeniero profesora profesor reina princesa arzobispo obispo monsenor magistrado "
     "magistrada fiscal concejal exministro exministra vicepresidente vicepresidenta candidato "
     "candidata lider entrenador delantero portero"},
    {kTitleOrName,
     "king prince pope judge justice dean earl duke major baron marshal bishop archbishop cardinal "
     "father brother sister lord imam don rey rector principe coach general count speaker "
     "chief director actor actress singer striker midfielder defender goalkeeper manager skipper "
     "captain attorney officer executive leader director actriz cantante"},
    {kTitleModifier,
     "former late acting prime vice deputy foreign finance interior defense defence state treasury "
     "home chief assistant exchief then newly elect us ceo democratic republican democrat first "
     "house majority minority french german british russian israeli iraqi italian japanese chinese "
     "ex primer primera viceprimer difunto"},
    {kGeneration, "jr sr ii iii iv junior"},
    {kParticle,
     "de la las los del van von der den dem zu bin ibn bint al el ad ul da das dos do di du le "
     "ter ten y e af av st san santa"},
    {kPatronymic, "bin ibn bint"},
    {kKin,
     "stepson stepdaughter sibling siblings cousin cousins twin twins fiance fiancee primo "
     "prima"},
    {kLegalForm,
     "inc incorporated corp corporation co company cos ltd limited llc llp plc ag sa sab cv nv bv "
     "gmbh lp spa srl ab asa oyj kk bhd pty sl sapi se kgaa nl"},
    {kGenericTail,
     "party bank airlines airways union agency association authority industries motors motor oil "
     "petroleum steel energy foods international financial bancorp insurance stores securities "
     "technologies systems communications newspapers newspaper fc united city board group holdings "
     "holding entertainment pharmaceuticals partners capital news network university "
     "institute foundation committee commission council corporation railway "
     "corps force department organisation organization"},
    {kBodyWord,
     "ministry court tribunal party committee commission council university department association "
     "federation institute authority ministerio corte suprema partido consejo comision comite "
     "universidad banco instituto federacion asociacion fiscalia procuraduria secretaria "
     "ayuntamiento gobierno congreso senado"},
    {kBodyNoun,
     "commission committee subcommittee council board court ministry department agency authority "
     "bank fund "
     "institute tribunal association foundation university federation union league society "
     "academy bureau comision comite consejo tribunal ministerio instituto universidad fundacion "
     "asociacion federacion secretaria fiscalia procuraduria partido ayuntamiento banco sindicato "
     "confederacion academia"},
    {kOtherBody,
     "employees workers pilots union unions museum school schools college hospital foundation "
     "fund league society office bureau house center centre team campaign alumni trust academy "
     "children organization organisation administration tower refugee development high post "
     "chapter branch division subsidiary"},
    {kChamber, "house senate federal"},
    {kWorkTail,
     "act bill amendment report treaty agreement accord accords protocol resolution award awards "
     "prize medal cup championship championships festival faire expo marathon"},
    {kWorkHead,
     "ley tratado acuerdo premio operacion copa campeonato decreto protocolo informe torneo"},
    {kPlaceTail,
     "county counties airport highway avenue boulevard bridge river mountains valley canyon "
     "parkway islands base"},
    {kShip, "uss hms hmcs hmas"},
    {kThing,
     "hurricane typhoon storm cyclone ship boat vessel yacht horse racehorse dog film movie sitcom "
     "novel song "
     "album operation orchestra telescope huracan tifon ciclon barco buque yate perro caballo "
     "pelicula "
     "telenovela serie novela cancion disco programa operacion orquesta orquestas telescopio"},
    {kNoBody,
     "tv dvd dvds cd cds usb ceo cfo pc dna adn gps atm sms wifi hiv vih sida aids covid covid19 "
     "gdp pib iva vat ovni ovnis ufo ufos http html pdf suv suvs rv faq"},
    {kLinkWord, "of the and for on in to at de la las los del y e para el por sobre da do"},
    {kArticle, "the el la los las"},
    {kCalendar,
     "monday tuesday wednesday thursday friday saturday sunday january february march april may "
     "june july august september october november december mon tue wed thu fri sat sun jan feb aug "
     "sept oct nov dec lunes martes miercoles jueves viernes sabado domingo enero febrero marzo "
     "abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre"},
    {kDemonym,
     "german american americans british briton britons english french german germans italian "
     "italians "
     "spanish spaniard spaniards russian russians chinese japanese korean koreans indian indians "
     "iraqi iraqis iranian iranians israeli israelis palestinian palestinians syrian syrians "
     "turkish "
     "turk turks greek greeks dutch swedish swede danish dane norwegian finnish finn polish czech "
     "slovak hungarian romanian bulgarian serb serbs serbian croat croats croatian bosnian "
     "albanian "
     "ukrainian ukrainians belarusian mexican mexicans canadian canadians cuban cubans brazilian "
     "brazilians argentine argentinian chilean colombian venezuelan peruvian bolivian ecuadorean "
     "australian australians egyptian egyptians libyan saudi saudis yemeni lebanese jordanian "
     "afghan afghans pakistani pakistanis nigerian kenyan somali sudanese ethiopian african "
     "africans "
     "european europeans asian asians arab arabs arabic muslim muslims islamic christian "
     "christians "
     "catholic catholics protestant jewish jew jews hindu hindus buddhist sikh kurdish kurd kurds "
     "chechen hutu tutsi irish scottish welsh swiss austrian belgian portuguese vietnamese thai "
     "filipino indonesian malaysian taiwanese tibetan"},
    {kDemonym,
     "estadounidense estadounidenses espanol espanola espanoles frances francesa franceses aleman "
     "alemana alemanes ingles inglesa ingleses britanico britanica mexicano mexicana mexicanos "
     "argentino argentina argentinos chileno chilenos colombiano colombianos venezolano "
     "venezolanos "
     "peruano cubano cubanos ruso rusos rusa israeli palestino palestinos iraqui irani europeo "
     "europeos vasco vascos catalan catalanes"},
    {kPronoun,
     "i he she they we you him her his them us it who me himself herself el ella ellos yo usted "
     "nosotros"},
    {kAgency,
     "reuter reuters ap afp upi efe dpa ansa xinhua tass itartass kyodo notimex europapress ians "
     "pti "
     "aap"},
    {kFamilyFirst,
     "kim lee park choi jung kang cho yoon jang lim moon roh xi li wang zhang liu chen yang huang "
     "zhao wu zhou xu sun ma zhu hu guo he lin gao luo zheng liang xie song tang deng han cao peng "
     "xiao cai pan dong yuan jiang wen bo mao tsai nguyen tran pham phan"},
    {kLocative, "in near from en desde outside inside around toward towards hacia across"},
    {kStateCode,
     "al ak az ar ca co ct de fl ga hi id il in ia ks ky la me md ma mi mn ms mo mt ne nv nh nj nm "
     "ny nc nd oh ok or pa ri sc sd tn tx ut vt va wa wv wi wy dc pr calif fla mass conn ill pa "
     "tex "
     "va mich minn wis ore wash ga tenn ariz colo ind ala ark miss okla kan neb nev mont del md vt "
     "texas ohio iowa maine utah alaska idaho hawaii alabama arizona arkansas california colorado "
     "connecticut delaware florida georgia illinois indiana kansas kentucky louisiana maryland "
     "massachusetts michigan minnesota mississippi missouri montana nebraska nevada oklahoma "
     "oregon "
     "pennsylvania tennessee vermont virginia washington wisconsin wyoming"},
    {kPartyLetter, "d r i l g dem rep"},
    {kCountryPrefix, "us uk usa"},
    {kBylineOpening, "by por"},
    {kBylineWord,
     "by por and y e for of in the staff writer writers reporter reporters correspondent "
     "correspondents special to editor political senior national contributor contributing de del "
     "la "
     "redaccion corresponsal enviado especial para news press associated reuters reuter ap afp "
     "efe"},
});

struct TitleRow {
  Office office;
  Gender gender;
  std::string_view words;
};

constexpr auto kTitleRows = std::to_array<TitleRow>({
    {Office::None, Gender::Male,
     "mr mister sir lord senor sr don spokesman chairman councilman father brother actor earl duke "
     "baron licenciado ingeniero"},
    {Office::None, Gender::Female,
     "mrs ms miss lady dame senora senorita sra srta dona spokeswoman chairwoman councilwoman "
     "actress sister licenciada actriz"},
    {Office::President, Gender::Unknown, "president expresident presidente expresidente"},
    {Office::President, Gender::Female, "presidenta expresidenta"},
    {Office::Minister, Gender::Unknown, "minister premier chancellor canciller exminister"},
    {Office::Minister, Gender::Male, "ministro exministro"},
    {Office::Minister, Gender::Female, "ministra exministra"},
    {Office::Legislator, Gender::Unknown, "senator sen representative rep congressmember"},
    {Office::Legislator, Gender::Male, "congressman senador diputado"},
    {Office::Legislator, Gender::Female, "congresswoman senadora diputada"},
    {Office::Governor, Gender::Unknown, "gov governor"},
    {Office::Governor, Gender::Male, "gobernador"},
    {Office::Governor, Gender::Female, "gobernadora"},
    {Office::Mayor, Gender::Unknown, "mayor alcalde"},
    {Office::Mayor, Gender::Female, "alcaldesa"},
    {Office::Secretary, Gender::Unknown, "secretary"},
    {Office::Secretary, Gender::Male, "secretario"},
    {Office::Secretary, Gender::Female, "secretaria"},
    {Office::Judge, Gender::Unknown, "judge justice juez"},
    {Office::Judge, Gender::Female, "jueza magistrada"},
    {Office::Officer, Gender::Unknown,
     "gen general colonel col maj major captain capt lieutenant lt sergeant sgt admiral adm "
     "commander coronel capitan teniente sargento almirante comandante"},
    {Office::Monarch, Gender::Male, "king rey"},
    {Office::Monarch, Gender::Female, "queen reina"},
    {Office::Prince, Gender::Male, "prince principe"},
    {Office::Prince, Gender::Female, "princess princesa"},
    {Office::Cleric, Gender::Male,
     "pope cardinal imam ayatollah mullah sheikh sheik monsenor obispo"},
    {Office::Cleric, Gender::Unknown, "bishop archbishop rev reverend arzobispo"},
    {Office::Doctor, Gender::Unknown, "dr doctor prof professor"},
    {Office::Doctor, Gender::Male, "profesor"},
    {Office::Doctor, Gender::Female, "doctora profesora"},
    {Office::Speaker, Gender::Unknown, "speaker"},
});

struct KinRow {
  Gender gender;
  std::string_view words;
};

constexpr auto kKinRows = std::to_array<KinRow>({
    {Gender::Male,
     "son sons husband brother brothers uncle nephew grandson stepson father dad boyfriend hijo "
     "esposo marido hermano tio sobrino nieto padre"},
    {Gender::Female,
     "daughter daughters wife sister sisters aunt niece granddaughter mother mom widow girlfriend "
     "hija esposa mujer hermana tia sobrina nieta madre viuda"},
    {Gender::Unknown, "cousin siblings parents spouse partner child children hijos hermanos"},
});

std::unordered_map<std::string_view, WordKnowledge> build() {
  std::unordered_map<std::string_view, WordKnowledge> known;
  // Clang before 16 cannot capture parts of a row.
  for (const ClassRow& row : kClassRows) {
    for_each_word(row.words, [&](std::string_view word) { known[word].classes |= row.classes; });
  }
  for (const TitleRow& row : kTitleRows) {
    for_each_word(row.words, [&](std::string_view word) {
      known[word].office = row.office;
      known[word].gender = row.gender;
    });
  }
  for (const KinRow& row : kKinRows) {
    for_each_word(row.words, [&](std::string_view word) {
      known[word].classes |= kKin;
      known[word].gender = row.gender;
    });
  }
  return known;
}

}  // namespace

WordKnowledge knowledge_of(std::string_view letters) {
  static const std::unordered_map<std::string_view, WordKnowledge> known = build();
  const auto found = known.find(letters);
  return found == known.end() ? WordKnowledge{} : found->second;
}

}  // namespace morgue

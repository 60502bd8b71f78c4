// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/entities/names/known_names.h"

#include <algorithm>
#include <array>

#include "indexer/entities/names/word_book.h"
#include "indexer/entities/names/word_list.h"

namespace morgue {
namespace {

constexpr auto kOrg = EntityKind::Organisation;
constexpr auto kPlace = EntityKind::Place;

constexpr auto kKnown = std::to_array<KnownName>({
    {kOrg, "United Nations", "Naciones Unidas",
     "UN;U.N.;ONU;Organización de las Naciones Unidas;United Nations Organization"},
    {kOrg, "European Union", "Unión Europea", "EU;E.U.;UE;U.E."},
    {kOrg, "NATO", "OTAN",
     "North Atlantic Treaty Organization;North Atlantic Treaty Organisation;Organización del "
     "Tratado del Atlántico Norte"},
    {kOrg, "International Monetary Fund", "Fondo Monetario Internacional", "IMF;I.M.F.;FMI"},
    {kOrg, "World Health Organization", "Organización Mundial de la Salud",
     "WHO;W.H.O.;OMS;World Health Organisation"},
    {kOrg, "World Trade Organization", "Organización Mundial del Comercio",
     "WTO;OMC;World Trade Organisation"},
    {kOrg, "World Bank", "Banco Mundial", ""},
    {kOrg, "World Food Programme", "Programa Mundial de Alimentos", "WFP;World Food Program"},
    {kOrg, "UNICEF", "Unicef", "United Nations Children's Fund;U.N. Children's Fund"},
    {kOrg, "UNESCO", "Unesco", "United Nations Educational, Scientific and Cultural Organization"},
    {kOrg, "UNHCR", "Acnur",
     "United Nations High Commissioner for Refugees;U.N. High Commissioner for Refugees;ACNUR;UN "
     "refugee agency;Alto Comisionado de las Naciones Unidas para los Refugiados"},
    {kOrg, "International Committee of the Red Cross", "Comité Internacional de la Cruz Roja",
     "ICRC;CICR"},
    {kOrg, "International Atomic Energy Agency", "Organismo Internacional de Energía Atómica",
     "IAEA;OIEA"},
    {kOrg, "International Criminal Court", "Corte Penal Internacional", "ICC"},
    {kOrg, "Organization of American States", "Organización de los Estados Americanos",
     "OAS;OEA;Organización de Estados Americanos"},
    {kOrg, "Organization for Economic Cooperation and Development",
     "Organización para la Cooperación y el Desarrollo Económicos",
     "OECD;OCDE;Organisation for Economic Co-operation and Development;Organization for Economic "
     "Co-operation and Development"},
    {kOrg, "OPEC", "OPEP",
     "Organization of the Petroleum Exporting Countries;Organisation of the Petroleum Exporting "
     "Countries;Organización de Países Exportadores de Petróleo"},
    {kOrg, "African Union", "Unión Africana", ""},
    {kOrg, "European Central Bank", "Banco Central Europeo", "ECB;BCE"},
    {kOrg, "European Commission", "Comisión Europea", ""},
    {kOrg, "Federal Reserve", "Reserva Federal",
     "Fed;U.S. Federal Reserve;US Federal Reserve;Federal Reserve Board;Federal Reserve System;Fed "
     "Board"},
    {kOrg, "FBI", "FBI", "F.B.I.;Federal Bureau of Investigation;Buró Federal de Investigaciones"},
    {kOrg, "CIA", "CIA", "C.I.A.;Central Intelligence Agency;Agencia Central de Inteligencia"},
    {kOrg, "Securities and Exchange Commission", "Comisión de Bolsa y Valores",
     "SEC;U.S. Securities and Exchange Commission"},
    {kOrg, "Environmental Protection Agency", "Agencia de Protección Ambiental",
     "EPA;U.S. Environmental Protection Agency"},
    {kOrg, "Department of Justice", "Departamento de Justicia",
     "DOJ;DoJ;Justice Department;U.S. Department of Justice;US Department of Justice;U.S. Justice "
     "Department;US Justice Department"},
    {kOrg, "Department of State", "Departamento de Estado",
     "State Department;U.S. State Department;US State Department;U.S. Department of State"},
    {kOrg, "Department of Defense", "Departamento de Defensa",
     "DOD;DoD;Defense Department;U.S. Department of Defense;U.S. Defense Department"},
    {kOrg, "Department of Energy", "Departamento de Energía",
     "DOE;DoE;Energy Department;U.S. Department of Energy;U.S. Energy Department"},
    {kOrg, "Department of the Treasury", "Departamento del Tesoro",
     "Treasury Department;U.S. Treasury Department;U.S. Treasury;US Treasury;U.S. Department of "
     "the "
     "Treasury"},
    {kOrg, "Department of Homeland Security", "Departamento de Seguridad Nacional",
     "DHS;Homeland Security;U.S. Department of Homeland Security"},
    {kOrg, "Department of Agriculture", "Departamento de Agricultura",
     "USDA;Agriculture Department;U.S. Department of Agriculture;U.S. Agriculture Department"},
    {kOrg, "Department of Health and Human Services", "Departamento de Salud",
     "HHS;U.S. Department of Health and Human Services"},
    {kOrg, "Department of Commerce", "Departamento de Comercio",
     "Commerce Department;U.S. Department of Commerce;U.S. Commerce Department"},
    {kOrg, "Department of Labor", "Departamento de Trabajo",
     "Labor Department;U.S. Department of Labor;U.S. Labor Department"},
    {kOrg, "Department of the Interior", "Departamento del Interior",
     "Interior Department;U.S. Department of the Interior;U.S. Interior Department"},
    {kOrg, "Department of Transportation", "Departamento de Transporte",
     "Transportation Department;U.S. Department of Transportation;U.S. Transportation Department"},
    {kOrg, "Department of Education", "Departamento de Educación",
     "Education Department;U.S. Department of Education;U.S. Education Department"},
    {kOrg, "Department of Veterans Affairs", "Departamento de Asuntos de Veteranos",
     "Veterans Affairs Department;U.S. Department of Veterans Affairs"},
    {kOrg, "Food and Drug Administration", "FDA",
     "FDA;U.S. Food and Drug Administration;Administración de Alimentos y Medicamentos"},
    {kOrg, "Internal Revenue Service", "IRS", "IRS;I.R.S.;U.S. Internal Revenue Service"},
    {kOrg, "White House", "Casa Blanca", ""},
    {kOrg, "Congress", "Congreso", "U.S. Congress;US Congress"},
    {kOrg, "AT&T", "AT&T", ""},
    {kOrg, "Republican Party", "Partido Republicano", "GOP;G.O.P."},
    {kOrg, "Democratic Party", "Partido Demócrata", ""},
    {kOrg, "Labour Party", "Partido Laborista", "Labour"},
    {kOrg, "Conservative Party", "Partido Conservador", "Tories;Tory Party"},
    {kOrg, "New York Times", "The New York Times", "NYT"},
    {kOrg, "Associated Press", "Associated Press", "AP"},
    {kOrg, "BBC", "BBC", "British Broadcasting Corporation;British Broadcasting Corp"},
    {kOrg, "Reuters", "Reuters", "Reuter"},
    {kOrg, "General Motors", "General Motors", "GM"},
    {kOrg, "Standard & Poor's", "Standard & Poor's", "Standard and Poor's;S&P"},
    {kOrg, "IBM", "IBM", "International Business Machines"},
    {kOrg, "Pemex", "Pemex", "Petróleos Mexicanos;PEMEX"},
    {kOrg, "PDVSA", "PDVSA", "Petróleos de Venezuela;PdVSA"},
    {kOrg, "Petrobras", "Petrobras", "Petróleo Brasileiro"},
    {kOrg, "FIFA", "FIFA", "Fédération Internationale de Football Association"},
    {kOrg, "UEFA", "UEFA", "Union of European Football Associations"},
    {kOrg, "PRI", "PRI", "Partido Revolucionario Institucional;Institutional Revolutionary Party"},
    {kOrg, "PAN", "PAN", "Partido Acción Nacional;National Action Party"},
    {kOrg, "PRD", "PRD",
     "Partido de la Revolución Democrática;Party of the Democratic Revolution;Democratic "
     "Revolution "
     "Party"},
    {kOrg, "Morena", "Morena",
     "Movimiento Regeneración Nacional;Movimiento de Regeneración Nacional;National Regeneration "
     "Movement"},
    {kOrg, "PSOE", "PSOE", "Partido Socialista Obrero Español;Spanish Socialist Workers' Party"},
    {kOrg, "PP", "PP", "Partido Popular"},
    {kOrg, "FARC", "FARC",
     "Fuerzas Armadas Revolucionarias de Colombia;Revolutionary Armed Forces of Colombia"},
    {kOrg, "PLO", "OLP",
     "Palestine Liberation Organization;Palestine Liberation Organisation;Organización para la "
     "Liberación de Palestina"},
    {kOrg, "Hezbollah", "Hezbolá", "Hizbollah;Hizbullah;Hezbullah;Hezbola"},
    {kOrg, "Al-Qaeda", "Al Qaeda", "al-Qaida;al Qaida"},
    {kOrg, "JPMorgan Chase", "JPMorgan Chase", "JP Morgan Chase"},
    {kOrg, "Banamex", "Banamex", "Citibanamex"},
    {kOrg, "Fianna Fáil", "Fianna Fáil", "Fianna Fail"},
    {kOrg, "Fine Gael", "Fine Gael", ""},
    {kOrg, "Sinn Féin", "Sinn Féin", "Sinn Fein"},
    {kOrg, "Islamic State", "Estado Islámico", "ISIS;ISIL;Daesh;IS"},

    {kPlace, "United States", "Estados Unidos",
     "U.S.;US;USA;U.S.A.;United States of America;EE.UU.;EE UU;EEUU;E.U.A.;Estados Unidos de "
     "América",
     true},
    {kPlace, "United Kingdom", "Reino Unido", "U.K.;UK;Britain;Great Britain;Gran Bretaña", true},
    {kPlace, "United Arab Emirates", "Emiratos Árabes Unidos", "UAE;U.A.E.;EAU", true},
    {kPlace, "Soviet Union", "Unión Soviética", "USSR;U.S.S.R.;URSS", true},
    {kPlace, "Democratic Republic of Congo", "República Democrática del Congo",
     "DRC;Democratic Republic of the Congo;DR Congo;RDC"},
    {kPlace, "South Korea", "Corea del Sur", "S. Korea;Republic of Korea", true},
    {kPlace, "North Korea", "Corea del Norte", "N. Korea", true},
    {kPlace, "Ivory Coast", "Costa de Marfil", "Côte d'Ivoire;Cote d'Ivoire"},
    {kPlace, "Myanmar", "Birmania", "Burma"},
    {kPlace, "Czech Republic", "República Checa", "Czechia"},
    {kPlace, "Turkey", "Turquía", "Türkiye"},
    {kPlace, "Netherlands", "Países Bajos", "Holland;Holanda"},
    {kPlace, "Saudi Arabia", "Arabia Saudí", "Arabia Saudita;Kingdom of Saudi Arabia"},
    {kPlace, "Washington", "Washington",
     "Washington, D.C.;Washington DC;D.C.;Washington D.C;Washington D. C."},
    {kPlace, "New York", "Nueva York", "N.Y.;NYC;New York City;New York, N.Y."},
    {kPlace, "Los Angeles", "Los Ángeles", "L.A.;LA"},
    {kPlace, "Mexico City", "Ciudad de México", "CDMX;México D.F.;México, DF"},
    {kPlace, "Kyiv", "Kiev", "Kiev;Kyiv"},
    {kPlace, "Downing Street", "Downing Street", "10 Downing Street"},
    {kPlace, "Beijing", "Pekín", "Peking;Pekín;Beijing"},
    {kPlace, "Mumbai", "Bombay", "Bombay;Mumbai"},
    {kPlace, "California", "California", "Calif."},
    {kPlace, "Florida", "Florida", "Fla."},
    {kPlace, "Massachusetts", "Massachusetts", "Mass."},
    {kPlace, "Connecticut", "Connecticut", "Conn."},
    {kPlace, "Pennsylvania", "Pensilvania", "Pa.;Penn."},
    {kPlace, "Illinois", "Illinois", "Ill."},
    {kPlace, "Texas", "Texas", "Tex."},
    {kPlace, "Virginia", "Virginia", "Va."},
    {kPlace, "Maryland", "Maryland", "Md."},
    {kPlace, "New Jersey", "Nueva Jersey", "N.J."},
    {kPlace, "Michigan", "Michigan", "Mich."},
    {kPlace, "Minnesota", "Minnesota", "Minn."},
    {kPlace, "Wisconsin", "Wisconsin", "Wis."},
    {kPlace, "Oregon", "Oregón", "Ore."},
    {kPlace, "Georgia", "Georgia", "Ga."},
    {kPlace, "North Carolina", "Carolina del Norte", "N.C."},
    {kPlace, "South Carolina", "Carolina del Sur", "S.C."},
    {kPlace, "New Hampshire", "Nuevo Hampshire", "N.H."},
    {kPlace, "New Mexico", "Nuevo México", "N.M."},
    {kPlace, "Tennessee", "Tennessee", "Tenn."},
    {kPlace, "Arizona", "Arizona", "Ariz."},
    {kPlace, "Colorado", "Colorado", "Colo."},
    {kPlace, "Washington state", "estado de Washington", "Wash."},
    {kPlace, "Indiana", "Indiana", "Ind."},
    {kPlace, "Alabama", "Alabama", "Ala."},
    {kPlace, "Arkansas", "Arkansas", "Ark."},
    {kPlace, "Mississippi", "Misisipi", "Miss."},
    {kPlace, "Oklahoma", "Oklahoma", "Okla."},
    {kPlace, "Kansas", "Kansas", "Kan."},
    {kPlace, "Nebraska", "Nebraska", "Neb."},
    {kPlace, "Nevada", "Nevada", "Nev."},
});

/// Places by whose names persons, teams or firms go as well.
constexpr std::string_view kPlaceWords =
    "jordan;washington;georgia;chad;israel;paris;london;houston;lincoln;sydney;virginia;carolina;"
    "madison;jackson;cleveland;austin;dallas;santiago;cordoba;leon;guadalajara;kenya;china;india;"
    "florence;victoria;adelaide;hamilton;wellington;boston;orlando;phoenix;berlin;lima;toledo;"
    "valencia;granada;merida;monterrey;chihuahua;durango;salvador;colombia;cuba;brooklyn;chelsea;"
    "lancaster;durham;york;windsor;asuncion;guatemala;costarica;newyork;losangeles;madrid;"
    "barcelona;"
    "amazon;nice;reading;bath;cork;split;mobile;charlotte;columbus;monroe;clinton;jefferson;tyler;"
    "ukraine;russia;mexico;brazil;france;germany;spain;italy;japan;iran;iraq;syria;egypt;canada;"
    "australia;pakistan;afghanistan;vietnam;turkey;greece;poland;sweden;norway;argentina;chile;"
    "peru;"
    "venezuela;bolivia;ecuador;uruguay;paraguay;panama;honduras;nicaragua;moscow;beijing;tokyo;"
    "jerusalem;baghdad;cairo;brussels;geneva;gaza;whitehouse;casablanca";

/// And states by whose names no teams go.
constexpr std::string_view kCountries =
    "mexico;canada;brazil;brasil;france;francia;germany;alemania;spain;espana;italy;italia;"
    "portugal;belgium;belgica;netherlands;austria;switzerland;suiza;sweden;suecia;norway;noruega;"
    "denmark;dinamarca;finland;finlandia;poland;polonia;hungary;hungria;romania;rumania;bulgaria;"
    "greece;grecia;turkey;turquia;russia;rusia;ukraine;ucrania;belarus;serbia;croatia;croacia;"
    "japan;japon;china;taiwan;india;pakistan;bangladesh;indonesia;malaysia;malasia;thailand;"
    "tailandia;vietnam;philippines;filipinas;australia;newzealand;nuevazelanda;iran;iraq;irak;"
    "syria;siria;lebanon;libano;kuwait;saudiarabia;yemen;egypt;egipto;libya;libia;tunisia;tunez;"
    "algeria;argelia;morocco;marruecos;sudan;ethiopia;etiopia;somalia;nigeria;ghana;kenya;kenia;"
    "uganda;rwanda;ruanda;zimbabwe;zambia;angola;mozambique;namibia;southafrica;sudafrica;"
    "argentina;chile;peru;bolivia;paraguay;uruguay;venezuela;colombia;ecuador;panama;honduras;"
    "guatemala;nicaragua;costarica;elsalvador;cuba;haiti;jamaica;afghanistan;afganistan;"
    "bajacalifornia;nuevoleon;michoacan;oaxaca;chiapas;tabasco;sinaloa;sonora;coahuila;tamaulipas;"
    "zacatecas;tlaxcala;quintanaroo;yucatan;campeche;nayarit;colima;guanajuato;aguascalientes;"
    "northkorea;southkorea;coreadelnorte;coreadelsur;ireland;irlanda;iceland;islandia";

constexpr std::string_view kWithPossessive =
    "mcdonalds;lloyds;moodys;macys;wendys;sothebys;christies;sainsburys;kelloggs;levis;lowes;"
    "kohls;dennys;dominos;bloomingdales;traderjoes;dicks;hardees;applebees;chilis;cadburys;"
    "ladbrokes;barnardos;standardpoors;standardandpoors;benjerrys;benandjerrys";

constexpr std::string_view kPairs =
    "johnsonjohnson;proctergamble;standardpoors;standardandpoors;benjerrys;benandjerrys;"
    "ernstyoung;marksspencer;marksandspencer;smithwesson;barnesnoble;dunbradstreet;blackdecker;"
    "blackanddecker;prattwhitney;simonschuster;abercrombiefitch;bauschlomb;bangolufsen;"
    "dolcegabbana;"
    "youngrubicam;saatchisaatchi;marshmclennan;"
    "procterandgamble;johnsonandjohnson;saatchiandsaatchi;barnesandnoble";

constexpr std::string_view kWithArticle =
    "thehague;thebronx;thegambia;thebahamas;lajornada;elpais;eluniversal;elmundo;lavanguardia;"
    "larazon;lanacion;elperiodico;elmercurio;eltiempo;latercera;elcomercio;laprensa;elnuevoherald;"
    "elespectador;elnacional;elfinanciero;elheraldo;elnorte;elsol;elconfidencial;elcorreo;"
    "lavozdegalicia;"
    "laopinion;elfaro;elcronista;ladiaria;losangeles;losangelestimes;lasvegas;lapaz;lahabana;"
    "elcairo;"
    "elsalvador;elpaso;laplata;larioja;lacoruna;lahaya;laliga;laserena;elalto;elcallao;elejido;"
    "lamancha;"
    "laguaira;lapampa;laspalmas;laspalmasdegrancanaria;loscabos;losmochis;lospinos;lamoncloa;"
    "lazarzuela;"
    "elalamo;elbarcelona;lacasablanca;elvaticano;lasexta";

}  // namespace

KnownNames::KnownNames() {
  for (const KnownName& name : kKnown) {
    add(name, name.english);
    add(name, name.spanish);
    for_each_word(
        name.aliases, [&](std::string_view alias) { add(name, alias); }, ';');
  }
  const auto fill = [](std::string_view words, auto& into) {
    for_each_word(
        words, [&](std::string_view word) { into[letters_hash(word).value] = 1; }, ';');
  };
  fill(kPlaceWords, place_words_);
  fill(kWithArticle, with_article_);
  fill(kCountries, countries_);
  fill(kWithPossessive, with_possessive_);
  fill(kPairs, pairs_);
}

void KnownNames::add(const KnownName& name, std::string_view spelling) {
  const bool only_capitals = std::all_of(spelling.begin(), spelling.end(),
                                         [](char c) { return (c >= 'A' && c <= 'Z') || c == '.'; });
  auto& rows = name.kind == EntityKind::Place ? places_ : organisations_;
  const auto [entry, added] =
      rows.try_emplace(letters_hash(letters_of(spelling)).value, Entry{&name, only_capitals});
  if (!added) entry->second.only_shouted &= only_capitals;
}

const KnownName* KnownNames::find(EntityKind kind, std::uint64_t letters, bool shouted) const {
  if (kind != EntityKind::Organisation && kind != EntityKind::Place) return nullptr;
  const auto& rows = kind == EntityKind::Place ? places_ : organisations_;
  const auto found = rows.find(letters);
  if (found == rows.end() || (found->second.only_shouted && !shouted)) return nullptr;
  return found->second.name;
}

bool KnownNames::is_place(std::uint64_t letters) const {
  return place_words_.contains(letters) || places_.contains(letters);
}

bool KnownNames::keeps_article(std::uint64_t letters) const {
  return with_article_.contains(letters);
}

}  // namespace morgue

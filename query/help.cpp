// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/help.h"

namespace morgue {

std::string first_run_screen() {
  return "morgue-query searches news archives that morgue-index made. Examples:\n"
         "  morgue-query 'Morena AND tariffs'                       articles, best first\n"
         "  morgue-query facets tariffs --facet source,month        who and when\n"
         "  morgue-query count 'tariffs date:2024'                  one number\n"
         "morgue-query --help lists the commands; -a NAME.morgue chooses an archive.\n";
}

std::string program_notes() {
  return "morgue-query COMMAND --help lists the options of a command, with examples.\n"
         "morgue-query help query: how to ask, here and in Nexis, Factiva and Lucene.\n"
         "morgue-query help man: the manual page; help completion bash, zsh or fish: a script.\n"
         "The archive is that of -a DIR, else of MORGUE_ARCHIVE (several parted by \":\"),\n"
         "else the only *.morgue folder here.\n"
         "Exit code: 0 hits, 1 none, 2 faulty command line or query, 4 archive missing or "
         "damaged.\n";
}

std::string program_help() {
  std::string help =
      "usage: morgue-query [COMMAND] [OPTIONS] WORDS…\n"
      "Search in news archives. Without a command: search.\n"
      "\n"
      "commands:\n";
  for (const Command& command : commands()) {
    std::string name = "  " + std::string(command.name);
    name.resize(16, ' ');
    help += name + std::string(command.summary) + '\n';
  }
  return help + "\n" + program_notes();
}

std::string command_help(const Command& command, std::string_view options) {
  return "usage: morgue-query " + std::string(command.name) + " [OPTIONS] " +
         std::string(command.words) + '\n' + std::string(command.summary) + '\n' +
         std::string(options) + '\n' + std::string(command.help) + '\n';
}

std::string query_help() {
  return "How to say it in Morgue, in Nexis, in Factiva and in Lucene. Queries in the other three\n"
         "are understood with --syntax nexis, factiva or lucene; what they become is shown by\n"
         "  morgue-query parse --from nexis 'HLEAD(tariff! w/5 steel) and not opinion'\n"
         "\n"
         "                Morgue             Nexis              Factiva            Lucene\n"
         "both            a b, a AND b       a and b            a and b            +a +b\n"
         "one of them     a OR b             a or b             a or b             a b, a OR b\n"
         "without         a NOT b, a -b      a and not b        a not b            a -b\n"
         "phrase          \"a b\"              a b                a b                \"a b\"\n"
         "loose phrase    \"a b\"~3            -                  -                  \"a b\"~3\n"
         "any one word    \"a _ b\"            -                  a % b              -\n"
         "near            a W/5 b            a w/5 b, a /5 b    a near5 b, /N5/    -\n"
         "in this order   a PRE/5 b          a pre/5 b, a +5 b  a adj5 b, a w/5 b  -\n"
         "sentence        a W/S b            a w/s b            -                  -\n"
         "paragraph       a W/P b            a w/p b            a same b           -\n"
         "not near        a NOT W/5 b        a not w/5 b        -                  -\n"
         "any ending      tarif*             tarif!             tarif* tarif$      tarif*\n"
         "one letter      wom?n              wom*n              wom?n              wom?n\n"
         "similar         word~1             -                  -                  word~1\n"
         "regex           /tariffs?/         -                  -                  /tariffs?/\n"
         "often           ATLEAST5(a)        atleast5(a)        atleast5 a         -\n"
         "at the start    FIRST/50(a)        -                  a/F50/             -\n"
         "capitals        CAPS(a)            caps(a)            -                  -\n"
         "headline        title:a            HEADLINE(a)        hd=a               title:a\n"
         "and lead        hlead:a            HLEAD(a)           hlp=a              -\n"
         "author          byline:a           BYLINE(a)          by=a               byline:a\n"
         "outlet          source:a           PUBLICATION(a)     sn=a               source:a\n"
         "since           date:>=2024-02     DATE(geq 2/2024)   date from 2/2024   date:>=2024-02\n"
         "length          words:>500         LENGTH(> 500)      wc>500             words:>500\n"
         "weight          a^2                -                  -                  a^2\n"
         "binds first     W/5, NOT, AND, OR  OR, W/5, AND, NOT  near5, NOT, AND, OR   (none)\n"
         "\n"
         "What has no equivalent here, as codes of subjects, is an error that says so (Q191).\n";
}

std::string version_line() { return "morgue-query " MORGUE_VERSION "\n"; }

}  // namespace morgue

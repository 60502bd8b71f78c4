// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>

#include "query/commands/command.h"

namespace morgue {
namespace {

constexpr std::array kCommands{
    Command{"search", "QUERY…", "the articles that match, best first",
            "The word search may be left out, unless the query begins with a command's name.\n"
            "Examples:\n"
            "  morgue-query 'Morena AND tariffs'\n"
            "  morgue-query search '\"trade war\" date:2024..' --sort -date --limit 50\n"
            "  morgue-query 'source:Reforma' --facet person:20,month --json",
            kArchiveGroup | kProvenanceGroup | kLimitGroup | kPagingGroup | kQueryGroup |
                kFacetGroup | kCountedGroup | kExplainGroup | kWhyGroup | kPassageGroup |
                kCopiesGroup,
            kJsonFormat | kJsonLinesFormat | kTableFormats | kIdsFormat, run_search},
    Command{"count", "QUERY…", "how many articles match, as one number",
            "Examples:\n"
            "  morgue-query count 'Morena AND tariffs'\n"
            "  morgue-query count --why 'Morena AND tarrifs'\n"
            "  if morgue-query count -q 'tariffs date:2024'; then echo found; fi",
            kArchiveGroup | kProvenanceGroup | kQueryGroup | kWhyGroup | kCopiesGroup, kJsonFormat,
            run_count},
    Command{
        "facets", "QUERY…", "who, where and when: values of fields with their counts",
        "Each count is that of all matching articles. Without --facet: source, month, person, "
        "org.\n"
        "Examples:\n"
        "  morgue-query facets 'tariffs' --facet person:20,org\n"
        "  morgue-query facets 'tariffs' --facet month:100 --csv",
        kArchiveGroup | kProvenanceGroup | kQueryGroup | kFacetGroup | kCountedGroup | kCopiesGroup,
        kJsonFormat | kJsonLinesFormat | kTableFormats, run_facets},
    Command{"show", "ID…", "whole articles, by id",
            "The id - stands for ids from standard input, one a line. With --json or --jsonl each\n"
            "article is one object on a line of its own.\n"
            "With --query, on a terminal with colour, all that the query matches is marked.\n"
            "Examples:\n"
            "  morgue-query show reforma-2024-0311\n"
            "  morgue-query show reforma-2024-0311 --query 'Morena W/5 tariffs'\n"
            "  morgue-query show reforma-2024-0311 --json\n"
            "  morgue-query tariffs --limit 0 --ids | morgue-query show --jsonl -",
            kArchiveGroup | kShownQueryGroup, kJsonFormat | kJsonLinesFormat, run_show},
    Command{"copies", "ID…", "who ran the text of an article, when, and how much of it",
            "A search lists one text once, by its earliest dated copy, with the number of the\n"
            "others; --copies all lists them all. This lists the copies of an article, the\n"
            "earliest first, with its words and the part of the shorter text that the longer\n"
            "repeats. The id - stands for ids from standard input.\n"
            "Examples:\n"
            "  morgue-query copies reforma-2024-0311\n"
            "  morgue-query 'tariffs' --copies only --ids | morgue-query copies --csv -",
            kArchiveGroup | kProvenanceGroup, kJsonFormat | kJsonLinesFormat | kTableFormats,
            run_copies},
    Command{"coverage", "[QUERY…]", "what the archive holds of each outlet, and what it lacks",
            "For each outlet its articles, the first and the last month, months in between of\n"
            "which there is nothing, articles without a date, copies of texts that another\n"
            "article has, and languages. With --months a row for each month, also the empty\n"
            "ones. So a zero in a chart can be told from a hole in the archive.\n"
            "Examples:\n"
            "  morgue-query coverage\n"
            "  morgue-query coverage 'lang:es date:2024..'\n"
            "  morgue-query coverage --months --csv > coverage.csv",
            kArchiveGroup | kProvenanceGroup | kQueryGroup | kCoverageGroup,
            kJsonFormat | kJsonLinesFormat | kTableFormats, run_coverage},
    Command{
        "kwic", "QUERY…", "what matches, in its context, a line each",
        "Each run of words that the query matches is a line, the matches one below the other;\n"
        "of copies of one text the earliest alone, unless --copies all. Lines come by date, or\n"
        "sorted by the words beside the match, which shows what is usually said.\n"
        "Examples:\n"
        "  morgue-query kwic tariffs\n"
        "  morgue-query kwic '\"trade war\" lang:en' --sort right\n"
        "  morgue-query kwic 'Morena W/5 tariffs' --sample 50 --seed 7 --csv",
        kArchiveGroup | kProvenanceGroup | kLimitGroup | kQueryGroup | kCopiesGroup | kLinesGroup,
        kJsonFormat | kJsonLinesFormat | kTableFormats, run_kwic},
    Command{
        "collocates", "QUERY…", "words that stand beside what matches",
        "Each word within the window of a match, in the same title or paragraph: near is how\n"
        "often it stands there, at_all how often in the whole archive.\n"
        "logDice (14 is always together, a point less is half as often) does not favour rare\n"
        "words; log-likelihood over 15.13 is beyond chance (p < 0.0001). Copies of one text\n"
        "count all, unless --count-copies once.\n"
        "Examples:\n"
        "  morgue-query collocates tariffs --window 4 --min 3\n"
        "  morgue-query collocates Sheinbaum --measure loglikelihood --limit 50 --csv",
        kArchiveGroup | kProvenanceGroup | kLimitGroup | kQueryGroup | kCountedGroup | kWindowGroup,
        kJsonFormat | kJsonLinesFormat | kTableFormats, run_collocates},
    Command{
        "keyness", "QUERY…", "words that these articles use more than others",
        "Compares the articles of the query with those of --against, or with all others. Words\n"
        "by log-likelihood; log_ratio says how much more: 1 is twice as often, 2 four times; p\n"
        "how likely chance is to give as much. With --negative the words that are used less\n"
        "here; of those that would stand here --min times if they were used alike.\n"
        "Copies of one text count once, unless --count-copies all.\n"
        "Examples:\n"
        "  morgue-query keyness tariffs\n"
        "  morgue-query keyness 'date:2025' --against 'date:2024' --min 10\n"
        "  morgue-query keyness 'source:Reforma' --negative\n"
        "  morgue-query keyness 'source:Reforma' --csv --limit 0",
        kArchiveGroup | kProvenanceGroup | kLimitGroup | kQueryGroup | kCountedGroup |
            kAgainstGroup,
        kJsonFormat | kJsonLinesFormat | kTableFormats, run_keyness},
    Command{
        "frequency", "[QUERY…]", "words, or runs of words, with how often and how widely used",
        "Occurrences in titles and bodies, also per million words; articles and outlets that\n"
        "have the word; dp, the deviation of proportions over outlets: 0 is used by all alike,\n"
        "near 1 by few. Runs of words do not reach beyond a sentence. Copies of one text count\n"
        "once, unless --count-copies all.\n"
        "Examples:\n"
        "  morgue-query frequency tariffs\n"
        "  morgue-query frequency 'lang:es' --ngram 3 --min 2 --limit 50\n"
        "  morgue-query frequency --limit 0 --csv > words.csv",
        kArchiveGroup | kProvenanceGroup | kLimitGroup | kQueryGroup | kCountedGroup | kRunGroup,
        kJsonFormat | kJsonLinesFormat | kTableFormats, run_frequency},
    Command{
        "trend", "QUERY…", "how much is written about something, over time",
        "Each argument is a query of its own: put one of several words in quotes. For each\n"
        "period the articles that match, all articles, and how often the query matches in a\n"
        "million words of all of them; CSV and JSON have the part of all articles (in a\n"
        "thousand), too, and a query for each point. A period of which the archive holds nothing\n"
        "says so: a zero is a count. Articles without a date, or with one not precise enough,\n"
        "stand last.\n"
        "Copies of one text count all, unless --count-copies once.\n"
        "Examples:\n"
        "  morgue-query trend tariffs\n"
        "  morgue-query trend Sheinbaum Trump '\"trade war\"' --by week\n"
        "  morgue-query trend tariffs --by year --csv > tariffs.csv",
        kArchiveGroup | kProvenanceGroup | kQueryGroup | kCountedGroup | kPeriodGroup,
        kJsonFormat | kJsonLinesFormat | kTableFormats, run_trend},
    Command{
        "timeline", "QUERY…", "when there was more about it than usual, and why",
        "Periods with more articles that match than their part of all articles would give,\n"
        "beyond chance (p < 0.001): how many, how many were to be expected, the words that these\n"
        "articles use more than the others that match, and the article that has most of them.\n"
        "Copies of one text count once, unless --count-copies all.\n"
        "Examples:\n"
        "  morgue-query timeline tariffs\n"
        "  morgue-query timeline Sheinbaum --by week --min 5 --json",
        kArchiveGroup | kProvenanceGroup | kQueryGroup | kCountedGroup | kPeriodGroup | kBurstGroup,
        kJsonFormat | kJsonLinesFormat | kTableFormats, run_timeline},
    Command{
        "export", "QUERY…", "citations, and articles for other programs",
        "Every article that matches, the oldest first: as BibTeX, RIS, CSL-JSON (for pandoc and\n"
        "other citation processors), a list in Markdown, entities of FollowTheMoney, one a\n"
        "line, or a SQLite database with texts and entities, to open in Datasette; whole\n"
        "articles as JSON Lines, CSV or TSV; who is named with whom as GraphML or GEXF. Of copies\n"
        "of one text the earliest alone, unless --copies all.\n"
        "Examples:\n"
        "  morgue-query export 'tariffs date:2025' > tariffs.bib\n"
        "  morgue-query export 'byline:\"Ada Finch\"' --as ris > finch.ris\n"
        "  morgue-query export tariffs --as markdown --limit 20\n"
        "  morgue-query export tariffs --as csv > tariffs.csv\n"
        "  morgue-query export tariffs --as sqlite --output tariffs.db",
        kArchiveGroup | kLimitGroup | kPagingGroup | kQueryGroup | kCopiesGroup | kExportGroup, 0,
        run_export},
    Command{
        "like", "[ID]", "articles about the same",
        "Searches for the words that tell the article from others, weighted, without the article\n"
        "and its copies; the query that does so is shown, to be changed at will. Instead of the\n"
        "id, - takes a text from standard input, and --file that of a file.\n"
        "Examples:\n"
        "  morgue-query like reforma-2024-0311\n"
        "  morgue-query like reforma-2024-0311 --before --limit 20\n"
        "  morgue-query like --file draft.txt --jsonl\n"
        "  cat draft.txt | morgue-query like -",
        kArchiveGroup | kProvenanceGroup | kLimitGroup | kCopiesGroup | kPassageGroup |
            kFacetGroup | kCountedGroup | kExplainGroup | kLikeGroup,
        kJsonFormat | kJsonLinesFormat | kTableFormats | kIdsFormat, run_like},
    Command{"save", "NAME QUERY…", "keep a query under a name, for query:NAME and watch",
            "Saved queries stand in queries.tsv in the archive, which may be edited by hand.\n"
            "Examples:\n"
            "  morgue-query save customs 'tariff* OR arancel*'\n"
            "  morgue-query 'query:customs AND Mexico'",
            kArchiveGroup | kQueryGroup, 0, run_save},
    Command{
        "watch", "NAME [QUERY…]", "what an alert has not shown yet",
        "Lists the articles of a saved query that no run of this alert has listed before,\n"
        "whenever they came and whatever their date, and remembers them. The exit code is 0 when\n"
        "there are any, else 1, so a script can send them on. With a query, that is saved under\n"
        "the name first. The first run lists everything, unless --from-now.\n"
        "Examples:\n"
        "  morgue-query watch customs 'tariff* OR arancel*' --from-now\n"
        "  morgue-query watch customs --jsonl > new.jsonl && mail -s customs me@x < new.jsonl",
        kArchiveGroup | kProvenanceGroup | kCopiesGroup | kWatchGroup,
        kJsonFormat | kJsonLinesFormat | kTableFormats | kIdsFormat, run_watch},
    Command{
        "percolate", "[FILE…]", "which saved queries, and known names, a text matches",
        "The other way round: each saved query that would find the text if it were in the\n"
        "archive, with the passage; then the people, organisations and places of the archive\n"
        "that it names. A text is a file, or standard input: a first line with a blank one\n"
        "behind it is the headline. JSON Lines are several texts, with the keys of show --json;\n"
        "morgue-index convert --jsonl makes them of other formats. Nothing is kept of them.\n"
        "Examples:\n"
        "  morgue-query percolate draft.txt\n"
        "  morgue-query percolate --jsonl < drafts.jsonl\n"
        "  morgue-index convert page.html --jsonl | morgue-query percolate",
        kArchiveGroup | kProvenanceGroup | kPassageGroup,
        kJsonFormat | kJsonLinesFormat | kTableFormats, run_percolate},
    Command{
        "review", "QUERY…", "a list to tick off: CSV that keeps its marks",
        "Writes the articles that match to a CSV file with a column \"seen\" for your marks. Run\n"
        "again, it keeps every line, mark and column that the file has and adds what is new at\n"
        "the end. A line whose article no longer matches stays and says so under \"found\".\n"
        "Examples:\n"
        "  morgue-query review 'Morena AND tariffs' --output case.csv\n"
        "  morgue-query review 'query:customs date:2025' -o customs.csv --copies all",
        kArchiveGroup | kQueryGroup | kCopiesGroup | kReviewGroup, 0, run_review},
    Command{"terms", "PATTERN", "words of the archive: word, articles, occurrences",
            "All words that match the pattern are listed, unless --limit is given.\n"
            "Examples:\n"
            "  morgue-query terms 'tarif*'\n"
            "  morgue-query terms 'shein?aum' --tsv",
            kArchiveGroup | kProvenanceGroup | kLimitGroup,
            kJsonFormat | kJsonLinesFormat | kTableFormats, run_terms},
    Command{
        "entities", "[ACTION] [WORDS…]", "who and what the archive names; merge and reject names",
        "Actions:\n"
        "  list [QUERY]               names with their articles (also without the word list)\n"
        "  about [TYPE] NAME          its other names, how it was recognised, where it stands\n"
        "  suggest [QUERY]            names that may mean the same, with what speaks for it\n"
        "  alias TYPE NAME ALIAS…     from now on each ALIAS counts as NAME\n"
        "  accept FILE                the aliases of a table that suggest --tsv wrote; - is\n"
        "                             standard input\n"
        "  reject TYPE NAME…          it is no person, org or place: gone from all results\n"
        "  apart TYPE NAME…           it counts as itself alone, whatever the archive takes it "
        "for\n"
        "  undo TYPE NAME…            takes back what alias, accept, reject or apart said of it\n"
        "The archive itself counts a bare surname as the full name that nearly all articles\n"
        "give it, and spellings of a name as one; about shows what counts as what.\n"
        "An alias that was taken for something else is written with what: person:Morena.\n"
        "Nothing is indexed again: aliases.tsv and rejects.tsv in the archive are read with\n"
        "each query, and deleting a line there undoes it.\n"
        "Examples:\n"
        "  morgue-query entities 'tariffs date:2025' --type person --limit 20\n"
        "  morgue-query entities list --match shein\n"
        "  morgue-query entities about 'Claudia Sheinbaum'\n"
        "  morgue-query entities suggest --min 2\n"
        "  morgue-query entities alias person 'Claudia Sheinbaum' 'Sheinbaum Pardo, Claudia'\n"
        "  morgue-query entities alias org Morena person:Morena\n"
        "  morgue-query entities reject person He\n"
        "  morgue-query entities apart person Bush\n"
        "  morgue-query entities undo person He",
        kArchiveGroup | kProvenanceGroup | kLimitGroup | kQueryGroup | kNamesGroup,
        kJsonFormat | kJsonLinesFormat | kTableFormats, run_entities},
    Command{"cooccurrence", "[QUERY…]", "who is named in the same articles",
            "Pairs of names in the articles that match, with the articles that name both, and a\n"
            "score (logDice: 14 is always together, a point less is half as often).\n"
            "Examples:\n"
            "  morgue-query cooccurrence tariffs --type person,org --limit 20\n"
            "  morgue-query cooccurrence 'date:2025' --csv\n"
            "  morgue-query cooccurrence tariffs --type person --gexf > people.gexf",
            kArchiveGroup | kProvenanceGroup | kLimitGroup | kQueryGroup | kPairsGroup,
            kJsonFormat | kJsonLinesFormat | kTableFormats | kGraphFormats, run_cooccurrence},
    Command{
        "batch", "FILE…", "many queries, one a line",
        "Each query has a block of its own: a line with its number and text, then its hits; with\n"
        "--jsonl each hit has the keys \"line\" and \"query\" first; with --count each query is "
        "one\n"
        "line: count, tab, query. The file - is standard input; empty lines, and lines that begin\n"
        "with #, are passed over. A faulty query is reported with its line, and the others run.\n"
        "Examples:\n"
        "  morgue-query batch queries.txt --count\n"
        "  morgue-query batch queries.txt --jsonl --limit 0",
        kArchiveGroup | kLimitGroup | kQueryGroup | kBatchGroup | kCopiesGroup,
        kJsonLinesFormat | kIdsFormat, run_batch},
    Command{"repl", "[no words]", "a session: search, refine, look around",
            "Type a query, then + CLAUSE and - CLAUSE to refine it, facet person and facet 2 to\n"
            "narrow it to a value, sort date, next, show 3, back; :kwic, :trend and the other\n"
            "commands run on the query; :line gives the command line that does the same. Tab\n"
            "completes commands, fields, values and names; what was typed is remembered in\n"
            "$XDG_STATE_HOME/morgue/history. Lines can come from a file or a pipe, too.\n"
            "Examples:\n"
            "  morgue-query repl < lines.txt\n"
            "  printf 'tariffs\\n+ lang:es\\n:line\\n' | morgue-query repl --limit 3",
            kArchiveGroup | kLimitGroup, 0, run_repl},
    Command{"parse", "QUERY…", "how a query is read, without an archive",
            "Examples:\n"
            "  morgue-query parse 'Morena AND tariffs OR aranceles'\n"
            "  morgue-query parse --json '\"trade war\" AND mexic*'\n"
            "  morgue-query parse --from nexis 'HLEAD(tariff! w/5 steel) and not opinion'",
            kQueryGroup | kTranslateGroup | kTreeGroup, kJsonFormat, run_parse},
};

constexpr std::array<std::string_view, 1> kReserved{"serve"};

}  // namespace

std::span<const Command> commands() { return kCommands; }

const Command* find_command(std::string_view name) {
  const auto* found = std::find_if(kCommands.begin(), kCommands.end(),
                                   [&](const Command& command) { return command.name == name; });
  return found != kCommands.end() ? found : nullptr;
}

bool is_reserved_name(std::string_view name) {
  return find_command(name) == nullptr &&
         std::find(kReserved.begin(), kReserved.end(), name) != kReserved.end();
}

}  // namespace morgue

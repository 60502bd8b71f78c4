// SPDX-License-Identifier: GPL-3.0-or-later
// term_generator DATABASE < CORPUS: what the engine does by itself, with its defaults. CORPUS is
// corpus.tsv (see inputs.py). Words go through Xapian::TermGenerator, with positions and English
// stems; the names, the source and the id are terms, the date is a value, the article is the data.
#include <array>
#include <cstddef>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

namespace {

enum Column { Id, Date, Source, People, Organisations, Places, Title, Text, kColumns };

constexpr std::size_t kMaxTermBytes = 245;

std::vector<std::string> split(std::string_view line, char separator) {
  std::vector<std::string> parts;
  for (std::size_t end = 0; end != std::string_view::npos;) {
    end = line.find(separator);
    parts.emplace_back(line.substr(0, end));
    if (end != std::string_view::npos) line.remove_prefix(end + 1);
  }
  return parts;
}

/// Takes back what inputs.py does to line ends, tabs and backslashes.
std::string unescaped(std::string_view text) {
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\\' || ++i == text.size()) {
      plain += text[i < text.size() ? i : i - 1];
      continue;
    }
    const char c = text[i];
    plain += c == 'n' ? '\n' : c == 't' ? '\t' : c == 'r' ? '\r' : c;
  }
  return plain;
}

void add_value(Xapian::Document& document, const std::string& prefix, const std::string& value) {
  const std::string term = prefix + value;
  if (!value.empty() && term.size() <= kMaxTermBytes) document.add_boolean_term(term);
}

Xapian::Document document_of(Xapian::TermGenerator& generator, const std::string& line) {
  const std::vector<std::string> columns = split(line, '\t');
  if (columns.size() != kColumns) throw Xapian::InvalidArgumentError("not a line: " + line);
  Xapian::Document document;
  const std::string title = unescaped(columns[Title]);
  generator.set_document(document);
  generator.index_text(title, 1, "S");
  generator.index_text(title);
  generator.increase_termpos();
  generator.index_text(unescaped(columns[Text]));
  add_value(document, "Q", columns[Id]);
  add_value(document, "XSRC:", columns[Source]);
  constexpr std::array kNames{std::pair{People, "XPER:"}, std::pair{Organisations, "XORG:"},
                              std::pair{Places, "XPLC:"}};
  for (const auto& [column, prefix] : kNames) {
    for (const std::string& name : split(columns[column], ';')) add_value(document, prefix, name);
  }
  document.add_value(0, columns[Date]);
  document.set_data(line);
  return document;
}

void index(const std::string& path, std::istream& corpus) {
  Xapian::WritableDatabase database(path, Xapian::DB_CREATE_OR_OVERWRITE);
  Xapian::TermGenerator generator;
  generator.set_stemmer(Xapian::Stem("en"));
  for (std::string line; std::getline(corpus, line);) {
    database.add_document(document_of(generator, line));
  }
  database.commit();
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: term_generator DATABASE < CORPUS\n";
    return 2;
  }
  std::ios::sync_with_stdio(false);
  try {
    index(argv[1], std::cin);
  } catch (const Xapian::Error& error) {
    std::cerr << "term_generator: " << error.get_description() << "\n";
    return 1;
  }
}

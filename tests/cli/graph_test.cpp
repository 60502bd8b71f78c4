// SPDX-License-Identifier: GPL-3.0-or-later
// Graphs by a grammar of their formats, and whole articles by the programs that read tables.
#include <gmock/gmock.h>

#include "tests/cli/programs.h"
#include "tests/support/article_builder.h"

namespace morgue::test_support {
namespace {

using nlohmann::json;
using testing::HasSubstr;

/// Every node and attribute that is spoken of exists, and values are of the type that is declared.
constexpr const char* kCheckGraph = R"(
import sys, xml.etree.ElementTree as xml
root = xml.parse(sys.argv[1]).getroot()
space = root.tag[:root.tag.index('}') + 1]
kinds = {'long': int, 'double': float, 'string': str}
gexf = root.tag == space + 'gexf'
declared = {}
for one in root.iter(space + ('attribute' if gexf else 'key')):
    declared[one.get('id')] = kinds[one.get('type' if gexf else 'attr.type')]
ids = [node.get('id') for node in root.iter(space + 'node')]
assert len(ids) == len(set(ids)) and ids, ids
edges = list(root.iter(space + 'edge'))
assert edges
for edge in edges:
    assert edge.get('source') in ids and edge.get('target') in ids
for value in root.iter(space + ('attvalue' if gexf else 'data')):
    declared[value.get('for' if gexf else 'key')](value.get('value') if gexf else value.text)
names = [node.get('label') if gexf else node.find(space + 'data').text
         for node in root.iter(space + 'node')]
print(len(ids), len(edges), sorted(names)[0])
)";

// A program that works on networks; Debian's Python, for whose version the package is.
constexpr const char* kLoadNetwork = R"py(
import sys, networkx
load = {'graphml': networkx.read_graphml, 'gexf': networkx.read_gexf}[sys.argv[1]]
network = load(sys.argv[2])
weights = sorted(int(edge['weight']) for _, _, edge in network.edges(data=True))
name = min((node for _, node in network.nodes(data=True)), key=lambda node: node['label'])
print(len(network), 'nodes,', network.number_of_edges(), 'edges, weights', *weights, end=', ')
print(repr(name['label']), name['type'], 'in', name['articles'])
)py";

constexpr const char* kReadTable = R"(
import csv, sys
csv.field_size_limit(10**9)
rows = list(csv.DictReader(open(sys.argv[1], newline='', encoding='utf-8'),
                           delimiter='\t' if sys.argv[1].endswith('tsv') else ','))
print(len(rows), repr(rows[0]['title']), repr(rows[0]['body']), rows[0]['person'])
)";

class GraphTest : public Programs {
 protected:
  void SetUp() override {
    std::string lines;
    lines += article("1")
                 .on("2024-01-01")
                 .title("Roe, \"Ann\"\tand <Ltd>")
                 .body("First line,\n\n\"second\"\tline.")
                 .person("Ann & <Roe>")
                 .person("Bo Finch")
                 .organisation("A \"B\" Ltd")
                 .json_line();
    lines += article("2")
                 .on("2024-01-02")
                 .body("Gulls.")
                 .person("Ann & <Roe>")
                 .person("Bo Finch")
                 .json_line();
    folder.write("a.jsonl", lines);
    ASSERT_EQ(index({"add", "-q", "news.morgue", "a.jsonl", "--copies", "off"}).exit_code, 0);
    folder.write("graph.py", kCheckGraph);
    folder.write("network.py", kLoadNetwork);
    folder.write("table.py", kReadTable);
  }

  Outcome shell(const std::string& command) const {
    Invocation call;
    call.argv = {"sh", "-c", command};
    call.directory = folder.path();
    return run_program(call);
  }
};

TEST_F(GraphTest, GraphsKeepToTheGrammarOfTheirFormat) {
  const std::string grammars = MORGUE_SOURCE_DIR "/tests/cli/grammars/";
  for (const std::string format : {"graphml", "gexf"}) {
    SCOPED_TRACE(format);
    const std::string graph = query({"cooccurrence", "--min", "1", "--" + format}).out;
    EXPECT_EQ(query({"export", "*", "--as", format, "--min", "1"}).out, graph);
    folder.write("a.xml", graph);
    const Outcome valid = shell("xmllint --noout --relaxng '" + grammars + format + ".rng' a.xml");
    EXPECT_EQ(valid.exit_code, 0) << valid.err;
    const Outcome read = shell("python3 graph.py a.xml");
    EXPECT_EQ(read.out, "3 3 A \"B\" Ltd\n") << read.err;
    const Outcome loaded = shell("/usr/bin/python3 -W ignore network.py " + format + " a.xml");
    EXPECT_EQ(loaded.out, "3 nodes, 3 edges, weights 1 1 2, 'A \"B\" Ltd' org in 1\n")
        << loaded.err;
    // The grammar would notice.
    folder.write("b.xml", graph.substr(0, graph.find("<node ")) + "<knot/>" +
                              graph.substr(graph.find("<node ")));
    EXPECT_NE(shell("xmllint --noout --relaxng '" + grammars + format + ".rng' b.xml").exit_code,
              0);
  }
}

TEST_F(GraphTest, TablesOfArticlesAreReadByPython) {
  for (const std::string format : {"csv", "tsv"}) {
    folder.write("a." + format, query({"export", "*", "--as", format}).out);
    EXPECT_EQ(shell("python3 table.py a." + format).out,
              "2 'Roe, \"Ann\"\\tand <Ltd>' 'First line,\\n\\n\"second\"\\tline.' "
              "Ann & <Roe>|Bo Finch\n");
  }
}

TEST_F(GraphTest, JsonIsReadByJq) {
  folder.write("a.jsonl", query({"export", "*", "--as", "jsonl"}).out);
  EXPECT_EQ(shell("jq -r '.id + \" \" + .people[0]' a.jsonl").out,
            "1 Ann & <Roe>\n2 Ann & <Roe>\n");
  folder.write("b.json", query({"keyness", "gulls", "--json", "--min", "1"}).out);
  EXPECT_EQ(shell("jq -r '.words[0].word' b.json").out, "gulls\n");
  folder.write("c.json", query({"search", "gulls", "--json"}).out);
  EXPECT_EQ(shell("jq -r '.provenance.archives[0].articles' c.json").out, "2\n");
}

TEST_F(GraphTest, LikeTakesATextOfAFileAndLeavesItsCopiesOut) {
  std::string lines;
  const std::string same =
      "The harbour board raised the fees for boats at the old quay on Friday, and the fishermen "
      "said that they would take their boats to the other side of the bay instead.";
  for (int i = 0; i < 40; ++i) {
    lines += article("n" + std::to_string(i))
                 .body(i == 0       ? same
                       : i % 8 == 2 ? "Harbour fees, boats and quay."
                                    : "Trams and wires.")
                 .lang("en")
                 .json_line();
  }
  folder.write("n.jsonl", lines);
  ASSERT_EQ(index({"add", "-q", "news.morgue", "n.jsonl", "--copies", "off"}).exit_code, 0);
  folder.write("draft.txt", same);
  const std::string ids = query({"like", "--file", "draft.txt", "--ids", "--limit", "0"}).out;
  EXPECT_THAT(ids, HasSubstr("n2\n"));
  EXPECT_THAT(ids, testing::Not(HasSubstr("n0\n"))) << "the same text";
  EXPECT_EQ(query({"like", "-", "--ids", "--limit", "0"}, same).out, ids);
  EXPECT_EQ(query({"like", "--file", "none.txt"}).exit_code, 1);
  EXPECT_EQ(query({"like"}).exit_code, 2);
  EXPECT_EQ(query({"like", "n0", "--file", "draft.txt"}).exit_code, 2);
  EXPECT_THAT(query({"like", "draft.txt"}).err, HasSubstr("--file draft.txt"));
}

}  // namespace
}  // namespace morgue::test_support

// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/render/graph.h"

#include <string_view>

#include "query/render/json_writer.h"

namespace morgue {
namespace {

/// As text or attribute of XML 1.0, which has no way to say other control characters.
std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        if (static_cast<unsigned char>(c) >= 0x20 || c == '\t' || c == '\n') out += c;
    }
  }
  return out;
}

std::string number(std::uint64_t value) { return std::to_string(value); }

void write_data(std::string_view key, std::string_view value, std::ostream& out) {
  out << "<data key=\"" << key << "\">" << escaped(value) << "</data>";
}

void write_value(std::string_view key, std::string_view value, std::ostream& out) {
  out << "<attvalue for=\"" << key << "\" value=\"" << escaped(value) << "\"/>";
}

}  // namespace

void write_graphml(const Graph& graph, std::ostream& out) {
  out << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
         "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n"
         "<desc>"
      << escaped(graph.description)
      << "</desc>\n"
         "<key id=\"label\" for=\"node\" attr.name=\"label\" attr.type=\"string\"/>\n"
         "<key id=\"type\" for=\"node\" attr.name=\"type\" attr.type=\"string\"/>\n"
         "<key id=\"articles\" for=\"node\" attr.name=\"articles\" attr.type=\"long\"/>\n"
         "<key id=\"weight\" for=\"edge\" attr.name=\"weight\" attr.type=\"long\"/>\n"
         "<key id=\"score\" for=\"edge\" attr.name=\"score\" attr.type=\"double\"/>\n"
         "<graph edgedefault=\"undirected\">\n";
  for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
    const GraphNode& node = graph.nodes[i];
    out << "<node id=\"n" << i << "\">";
    write_data("label", node.label, out);
    write_data("type", node.type, out);
    write_data("articles", number(node.articles), out);
    out << "</node>\n";
  }
  for (std::size_t i = 0; i < graph.edges.size(); ++i) {
    const GraphEdge& edge = graph.edges[i];
    out << "<edge id=\"e" << i << "\" source=\"n" << edge.from << "\" target=\"n" << edge.to
        << "\">";
    write_data("weight", number(edge.articles), out);
    write_data("score", shortest_digits(edge.score), out);
    out << "</edge>\n";
  }
  out << "</graph>\n</graphml>\n";
}

void write_gexf(const Graph& graph, std::ostream& out) {
  out << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
         "<gexf xmlns=\"http://www.gexf.net/1.2draft\" version=\"1.2\">\n"
         "<meta><creator>Morgue</creator><description>"
      << escaped(graph.description)
      << "</description></meta>\n"
         "<graph defaultedgetype=\"undirected\">\n"
         "<attributes class=\"node\">"
         "<attribute id=\"type\" title=\"type\" type=\"string\"/>"
         "<attribute id=\"articles\" title=\"articles\" type=\"long\"/></attributes>\n"
         "<attributes class=\"edge\">"
         "<attribute id=\"score\" title=\"score\" type=\"double\"/></attributes>\n"
         "<nodes>\n";
  for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
    const GraphNode& node = graph.nodes[i];
    out << "<node id=\"" << i << "\" label=\"" << escaped(node.label) << "\"><attvalues>";
    write_value("type", node.type, out);
    write_value("articles", number(node.articles), out);
    out << "</attvalues></node>\n";
  }
  out << "</nodes>\n<edges>\n";
  for (std::size_t i = 0; i < graph.edges.size(); ++i) {
    const GraphEdge& edge = graph.edges[i];
    out << "<edge id=\"" << i << "\" source=\"" << edge.from << "\" target=\"" << edge.to
        << "\" weight=\"" << edge.articles << "\"><attvalues>";
    write_value("score", shortest_digits(edge.score), out);
    out << "</attvalues></edge>\n";
  }
  out << "</edges>\n</graph>\n</gexf>\n";
}

}  // namespace morgue

// SPDX-License-Identifier: GPL-3.0-or-later
// A graph of things that were counted, in the formats of programs that draw graphs.
#pragma once

#include <cstdint>
#include <ostream>
#include <string>
#include <vector>

namespace morgue {

struct GraphNode {
  std::string label;
  std::string type;  ///< "person"
  std::uint64_t articles = 0;
};

/// Undirected.
struct GraphEdge {
  std::size_t from = 0, to = 0;  ///< places in Graph::nodes
  std::uint64_t articles = 0;    ///< the edge's weight
  double score = 0;
};

struct Graph {
  std::string description;  ///< what it shows, with the query that makes it again
  std::vector<GraphNode> nodes;
  std::vector<GraphEdge> edges;
};

/// GraphML (graphml.graphdrawing.org): nodes with label, type, articles; edges with articles and
/// score. For Gephi, Cytoscape, yEd, NetworkX, igraph.
void write_graphml(const Graph& graph, std::ostream& out);

/// GEXF 1.2 (gexf.net), the same for Gephi. Not 1.3, which fewer programs read.
void write_gexf(const Graph& graph, std::ostream& out);

}  // namespace morgue

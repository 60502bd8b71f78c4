// SPDX-License-Identifier: GPL-3.0-or-later
// query_bench ARCHIVE < QUERIES: how long queries take in a process that goes on.
//
// A line of QUERIES is the name of a facet, or "-" for none, a tab, and a query. All of them run
// once to warm the caches and once more to be measured; then the microseconds of each, a line each,
// go to standard output.
#include <chrono>
#include <cstddef>
#include <iostream>
#include <string>
#include <utility>
#include <vector>

#include "common/base/index_error.h"
#include "query/run/searcher.h"

namespace morgue {
namespace {

using Clock = std::chrono::steady_clock;

SearchRequest request_of(const std::string& line) {
  const std::size_t tab = line.find('\t');
  SearchRequest request;
  request.query = line.substr(tab + 1);
  request.limit = 10;
  if (const std::string facet = line.substr(0, tab); facet != "-") request.facets = {{facet, 10}};
  return request;
}

std::vector<SearchRequest> read_requests(std::istream& in) {
  std::vector<SearchRequest> requests;
  for (std::string line; std::getline(in, line);) requests.push_back(request_of(line));
  return requests;
}

/// Runs every request; false, with a message, when one is refused.
bool run(Searcher& searcher, const std::vector<SearchRequest>& requests,
         std::vector<Clock::duration>& times) {
  times.clear();
  for (const SearchRequest& request : requests) {
    const Clock::time_point begun = Clock::now();
    const auto page = searcher.search(request);
    times.push_back(Clock::now() - begun);
    if (page) continue;
    std::cerr << "query_bench: " << request.query << ": " << page.error().message << "\n";
    return false;
  }
  return true;
}

int bench(const std::string& archive) {
  Searcher searcher = Searcher::open({archive});
  const std::vector<SearchRequest> requests = read_requests(std::cin);
  std::vector<Clock::duration> times;
  if (!run(searcher, requests, times) || !run(searcher, requests, times)) return 1;
  for (const Clock::duration time : times) {
    std::cout << std::chrono::duration<double, std::micro>(time).count() << "\n";
  }
  return 0;
}

}  // namespace
}  // namespace morgue

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: query_bench ARCHIVE < QUERIES\n";
    return 2;
  }
  try {
    return morgue::bench(argv[1]);
  } catch (const morgue::IndexError& error) {
    std::cerr << "query_bench: " << error.what() << "\n";
    return static_cast<int>(error.code());
  }
}

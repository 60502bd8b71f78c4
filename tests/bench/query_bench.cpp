// SPDX-License-Identifier: GPL-3.0-or-later
// query_bench ARCHIVE SHOWN PASSED_OVER WARM PASSES < QUERIES: how long queries take in a process
// that goes on.
//
// A line of QUERIES is a task, a tab, and a query. SHOWN hits are read whole: the best ("top"), the
// best after PASSED_OVER others ("deep"), the newest ("newest"), the best with the ten most common
// names of each kind among all matches ("facets"), or none, but all matches are counted ("count").
// All queries run WARM times unmeasured, then PASSES times; of each the medians of wall and
// of CPU microseconds and the matches go to standard output, with tabs between.
#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <ctime>
#include <iostream>
#include <string>
#include <vector>

#include "common/base/index_error.h"
#include "query/run/searcher.h"

namespace morgue {
namespace {

using Clock = std::chrono::steady_clock;

struct Settings {
  std::string archive;
  std::uint64_t shown = 0, passed_over = 0;
  int warm = 0, passes = 0;
};

struct Task {
  bool counts = false;
  SearchRequest request;
  std::vector<double> wall, cpu;  ///< microseconds
  std::uint64_t matches = 0;
};

Task task_of(const std::string& line, const Settings& settings) {
  const std::size_t tab = line.find('\t');
  const std::string name = line.substr(0, tab);
  Task task;
  task.counts = name == "count";
  task.request.query = line.substr(tab + 1);
  task.request.limit = settings.shown;
  if (name == "deep") task.request.offset = settings.passed_over;
  if (name == "newest") task.request.sort = SortOrder::NewestFirst;
  if (name == "facets") task.request.facets = {{"person", 10}, {"org", 10}, {"place", 10}};
  return task;
}

/// Of all threads of this process.
double cpu_microseconds() {
  timespec time{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) * 1e6 + static_cast<double>(time.tv_nsec) / 1e3;
}

double median(std::vector<double>& values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

/// Runs every query; false, with a message, when one is refused.
bool run(Searcher& searcher, std::vector<Task>& tasks, bool measured) {
  for (Task& task : tasks) {
    const double cpu = cpu_microseconds();
    const Clock::time_point begun = Clock::now();
    const auto page = task.counts ? searcher.count(task.request) : searcher.search(task.request);
    const Clock::duration time = Clock::now() - begun;
    const double cpu_after = cpu_microseconds();
    if (!page) {
      std::cerr << "query_bench: " << task.request.query << ": " << page.error().message << "\n";
      return false;
    }
    task.matches = page->total;
    if (!measured) continue;
    task.wall.push_back(std::chrono::duration<double, std::micro>(time).count());
    task.cpu.push_back(cpu_after - cpu);
  }
  return true;
}

int bench(const Settings& settings) {
  Searcher searcher = Searcher::open({settings.archive});
  std::vector<Task> tasks;
  for (std::string line; std::getline(std::cin, line);) tasks.push_back(task_of(line, settings));
  for (int pass = 0; pass < settings.warm + settings.passes; ++pass) {
    if (!run(searcher, tasks, pass >= settings.warm)) return 1;
  }
  for (Task& task : tasks) {
    std::cout << median(task.wall) << "\t" << median(task.cpu) << "\t" << task.matches << "\n";
  }
  return 0;
}

}  // namespace
}  // namespace morgue

int main(int argc, char** argv) {
  if (argc != 6 || std::atoi(argv[5]) < 1) {
    std::cerr << "usage: query_bench ARCHIVE SHOWN PASSED_OVER WARM PASSES < QUERIES\n";
    return 2;
  }
  try {
    return morgue::bench({argv[1], std::strtoull(argv[2], nullptr, 10),
                          std::strtoull(argv[3], nullptr, 10), std::atoi(argv[4]),
                          std::atoi(argv[5])});
  } catch (const morgue::IndexError& error) {
    std::cerr << "query_bench: " << error.what() << "\n";
    return static_cast<int>(error.code());
  }
}

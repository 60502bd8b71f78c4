// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/commands/ids.h"

namespace morgue {

void for_each_id(const Options& options, std::istream& in,
                 const std::function<void(const std::string&)>& use) {
  for (const std::string& word : options.words) {
    if (word != "-") {
      use(word);
      continue;
    }
    for (std::string line; std::getline(in, line);) {
      if (!line.empty()) use(line);
    }
  }
}

}  // namespace morgue

// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/run/archive_errors.h"

#include "common/index/archive_reader.h"

namespace morgue {

void with_archive_errors(const std::string& archive, const std::function<void()>& use) {
  guard_engine(ArchivePaths{archive}, use);
}

}  // namespace morgue

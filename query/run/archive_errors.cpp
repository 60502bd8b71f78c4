// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/run/archive_errors.h"

#include "common/index/archive_reader.h"

namespace morgue {

void with_archive_errors(const std::function<std::string()>& archive,
                         const std::function<void()>& use) {
  try {
    use();
  } catch (const Xapian::Error& error) {
    rethrow_engine_error(archive(), error);
  }
}

}  // namespace morgue

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/shared_data.h"

#include <cstdlib>

namespace morgue::test_support {

std::optional<std::filesystem::path> shared_data(std::string_view name) {
  const char* given = std::getenv("MORGUE_SHARED");
  const std::filesystem::path root =
      given && *given ? std::filesystem::path(given)
                      : std::filesystem::path(MORGUE_SOURCE_DIR).parent_path() / "shared";
  std::filesystem::path file = root / "data" / name;
  if (!std::filesystem::exists(file)) return std::nullopt;
  return file;
}

}  // namespace morgue::test_support

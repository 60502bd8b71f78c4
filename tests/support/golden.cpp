// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/golden.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>

namespace morgue::test_support {
namespace {

/// Takes the next line off the front of `rest`, its line break included; nullopt at the end.
std::optional<std::string_view> next_line(std::string_view& rest) {
  if (rest.empty()) return std::nullopt;
  const std::size_t length = std::min(rest.find('\n'), rest.size() - 1) + 1;
  const std::string_view line = rest.substr(0, length);
  rest.remove_prefix(length);
  return line;
}

std::string visible(std::optional<std::string_view> line) {
  if (!line) return "(the text ends here)";
  constexpr std::string_view kHex = "0123456789abcdef";
  std::string shown = "\"";
  for (const char c : *line) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '\n') {
      shown += "\\n";
    } else if (c == '\t') {
      shown += "\\t";
    } else if (byte < 0x20 || byte == 0x7f) {
      shown += {'\\', 'x', kHex[byte >> 4], kHex[byte & 15]};
    } else {
      shown += c;
    }
  }
  return shown + "\"";
}

void write(const std::filesystem::path& file, std::string_view text) {
  std::filesystem::create_directories(file.parent_path());
  std::ofstream(file, std::ios::binary)
      .write(text.data(), static_cast<std::streamsize>(text.size()));
}

bool updating() {
  const char* given = std::getenv("MORGUE_UPDATE_GOLDEN");
  return given && std::string_view(given) == "1";
}

}  // namespace

std::string first_difference(std::string_view expected, std::string_view actual) {
  for (std::size_t number = 1;; ++number) {
    const auto wanted = next_line(expected);
    const auto got = next_line(actual);
    if (!wanted && !got) return {};
    if (wanted == got) continue;
    return "line " + std::to_string(number) + "\n  expected: " + visible(wanted) +
           "\n  actual:   " + visible(got) + "\n";
  }
}

::testing::AssertionResult matches_golden(std::string_view name, std::string_view text) {
  const auto file = std::filesystem::path(MORGUE_SOURCE_DIR) / "tests" / "golden" / name;
  if (updating()) {
    write(file, text);
    return ::testing::AssertionSuccess();
  }
  std::ifstream in(file, std::ios::binary);
  if (!in) {
    return ::testing::AssertionFailure()
           << "there is no " << file << "; run the test with MORGUE_UPDATE_GOLDEN=1 to write it";
  }
  const std::string expected{std::istreambuf_iterator<char>(in), {}};
  const std::string difference = first_difference(expected, text);
  if (difference.empty()) return ::testing::AssertionSuccess();
  return ::testing::AssertionFailure()
         << "tests/golden/" << name << " differs first in " << difference
         << "If the new text is right, run the test with MORGUE_UPDATE_GOLDEN=1.\n";
}

}  // namespace morgue::test_support

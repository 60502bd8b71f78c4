// SPDX-License-Identifier: GPL-3.0-or-later
// Real data, which is too big or not free to live in the tree.
#pragma once

#include <filesystem>
#include <optional>
#include <string_view>

namespace morgue::test_support {

/// Where `name` ("search/press-sample.jsonl.zst") stands among the real data: below data/ in the
/// folder that MORGUE_SHARED names or, without it, in the folder `shared` beside the checkout.
/// nullopt when it is not there: the test then skips itself, and says for want of what.
std::optional<std::filesystem::path> shared_data(std::string_view name);

}  // namespace morgue::test_support

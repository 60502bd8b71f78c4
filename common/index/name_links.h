// SPDX-License-Identifier: GPL-3.0-or-later
// How an archive keeps what its names count as by the evidence of all its articles. Made with each
// generation; the user's own corrections come before it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/article/name_link.h"

namespace morgue {

/// Lines of kind, stored name and shown name with tabs between them, in the order given.
std::string encode_name_links(const std::vector<NameLink>& links);

/// Throws IndexError (ExitCode::Archive) when the text is not what encode_name_links() made.
std::vector<NameLink> decode_name_links(std::string_view text);

}  // namespace morgue

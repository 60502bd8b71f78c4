// SPDX-License-Identifier: GPL-3.0-or-later
// Texts from files or standard input as articles, for commands that compare them with an archive.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "common/article/article.h"
#include "query/commands/command.h"

namespace morgue {

/// A file, or "-" for standard input, as valid UTF-8; nullopt when it cannot be read, which is
/// said.
std::optional<std::string> read_text_file(const std::string& file, Context& context);

/// A text as the indexer reads it: its first line is the title when it is no longer than 200 bytes
/// and a blank line follows. The id is `name`.
Article article_of_text(const std::string& text, const std::string& name);

/// An object of the keys that `show --json` and `morgue-index convert --jsonl` write; others are
/// fields of the source. Without an id it is `name`. nullopt: it is no object, which is said.
std::optional<Article> article_of_json(const std::string& line, const std::string& name,
                                       Context& context);

/// Calls `use` for each text of the files; of none, of standard input. What begins with "{" is JSON
/// Lines, anything else one text. False when something could not be read, which is said.
bool for_each_text(const Options& options, Context& context,
                   const std::function<void(Article)>& use);

}  // namespace morgue

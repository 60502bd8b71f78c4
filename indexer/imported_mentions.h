// SPDX-License-Identifier: GPL-3.0-or-later
// Lines of another recognizer to mentions.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/article/article.h"
#include "common/article/mention.h"
#include "common/base/result.h"

namespace morgue {

/// One span as the line has it.
struct ImportedSpan {
  std::string type, text, name;  ///< an empty name: the text
  TextPart part = TextPart::Body;
  std::uint64_t start = 0, end = 0;  ///< in code points of the part
};

struct ImportedArticle {
  std::string id;
  std::vector<ImportedSpan> spans;
};

/// {"id", "mentions": [{"type", "start", "end", "text", "name"}]}; "part" may be "title"; other
/// keys are not looked at. Error "json-syntax" or "shape".
Result<ImportedArticle> read_imported_line(std::string_view line);

/// The spans that fit the article, in the order of the text; `errors` gets one for each of the
/// others: "type", "span" (not in the text), "text" (another text stands there).
std::vector<Mention> fit_to_article(const ImportedArticle& imported, const Article& article,
                                    std::vector<Error>& errors);

}  // namespace morgue

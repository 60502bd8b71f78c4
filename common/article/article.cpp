// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/article/article.h"

namespace morgue {

const char* name_of(DateSource source) {
  switch (source) {
    case DateSource::None:
      return "none";
    case DateSource::Metadata:
      return "metadata";
    case DateSource::Url:
      return "url";
    case DateSource::Text:
      return "text";
  }
  return "none";
}

}  // namespace morgue

// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/article/article.h"

#include <gtest/gtest.h>

namespace morgue {
namespace {

TEST(DateSource, HasTheNamesThatScriptsRead) {
  EXPECT_STREQ(name_of(DateSource::None), "none");
  EXPECT_STREQ(name_of(DateSource::Metadata), "metadata");
  EXPECT_STREQ(name_of(DateSource::Url), "url");
  EXPECT_STREQ(name_of(DateSource::Text), "text");
}

}  // namespace
}  // namespace morgue

// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/name_links.h"

#include <gmock/gmock.h>

#include "common/base/index_error.h"

namespace morgue {
namespace {

const std::vector<NameLink> kLinks{{{EntityKind::Person, "Reagan"}, "Ronald Reagan"},
                                   {{EntityKind::Person, "Baker"}, "Baker"},
                                   {{EntityKind::Organisation, "A.T.& T"}, "AT&T"},
                                   {{EntityKind::Place, "Mexico"}, "M\u00E9xico"}};

TEST(NameLinks, AreReadAsTheyWereWritten) {
  EXPECT_EQ(decode_name_links(encode_name_links(kLinks)), kLinks);
  EXPECT_EQ(decode_name_links(encode_name_links({})), std::vector<NameLink>());
  EXPECT_TRUE(kLinks[1].stays_apart());
  EXPECT_FALSE(kLinks[0].stays_apart());
}

TEST(NameLinks, AreRefusedWhenTheyAreCutOrNoLinksAtAll) {
  const std::string whole = encode_name_links(kLinks);
  const std::string line = "person\tReagan\tRonald Reagan\n";
  for (std::size_t size = 0; size < whole.size(); ++size) {
    const std::string cut = whole.substr(0, size);
    if (cut.ends_with('\n')) continue;  // a list of fewer links
    EXPECT_THROW(decode_name_links(cut), IndexError) << cut;
  }
  EXPECT_THROW(decode_name_links(line), IndexError) << "without its first line";
  EXPECT_THROW(decode_name_links(encode_name_links({}) + "fruit\tA\tB\n"), IndexError);
}

}  // namespace
}  // namespace morgue

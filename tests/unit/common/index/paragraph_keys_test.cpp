// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/paragraph_keys.h"

#include <string>

#include <gtest/gtest.h>

#include "common/base/index_error.h"
#include "common/index/boilerplate_list.h"

namespace morgue {
namespace {

ParagraphKey key_of(const std::string& outlet, const std::string& paragraph) {
  Analyzer analyzer;
  TokenList tokens;
  analyzer.analyze(paragraph, tokens);
  return paragraph_key(hash_of_outlet(outlet), tokens.tokens());
}

struct KeyCase {
  const char* outlet;
  const char* paragraph;
  bool same;
  const char* why;
};

constexpr KeyCase kKeyCases[] = {
    {"Post", "Read more: our newsletter!", true, "the same"},
    {"Post", "READ MORE - our\n newsletter", true, "signs, capitals and lines do not matter"},
    {" Post ", "Read more: our newsletter!", true, "an outlet is its value"},
    {"Herald", "Read more: our newsletter!", false, "another outlet"},
    {"Post", "Read more our newsletters", false, "another word"},
    {"Post", "Read more: newsletter, our", false, "another order"},
    {"Post", "Readmore our newsletter", false, "words are apart"},
};

TEST(ParagraphKeys, TheSameWordsOfOneOutletHaveOneKey) {
  const ParagraphKey key = key_of("Post", "Read more: our newsletter!");
  for (const auto& [outlet, paragraph, same, why] : kKeyCases) {
    EXPECT_EQ(key_of(outlet, paragraph) == key, same) << why;
  }
}

TEST(ParagraphKeys, AKeyTellsShortParagraphs) {
  EXPECT_TRUE(is_short(key_of("Post", "Advertisement")));
  EXPECT_TRUE(is_short(key_of("Post", "one two three four")));
  EXPECT_FALSE(is_short(key_of("Post", "one two three four five")));
}

TEST(ParagraphKeys, ComeBack) {
  const ParagraphKeys keys{7, {1, 2, UINT64_MAX}, {3, 1ULL << 40U}};
  EXPECT_EQ(decode_paragraph_keys(encode_paragraph_keys(keys)), keys);
  EXPECT_EQ(encode_paragraph_keys({7, {}, {}}), "") << "an article without text";
  EXPECT_EQ(decode_paragraph_keys(""), ParagraphKeys());
}

TEST(ParagraphKeys, DamageIsSaid) {
  const std::string bytes = encode_paragraph_keys({7, {1, 2}, {3}});
  for (std::size_t size = 1; size < bytes.size(); ++size) {
    if (size == 17 || size == 25) continue;  // fewer keys, which cannot be told
    EXPECT_THROW(decode_paragraph_keys(bytes.substr(0, size)), IndexError) << size;
  }
  EXPECT_THROW(decode_paragraph_keys(encode_paragraph_keys({7, {2, 1}, {}})), IndexError);
}

TEST(BoilerplateList, ComesBackAndFindsItsKeys) {
  const BoilerplateList list{{2, 5, 9}, 40};
  EXPECT_EQ(decode_boilerplate_list(encode_boilerplate_list(list)), list);
  EXPECT_EQ(decode_boilerplate_list(encode_boilerplate_list({})), BoilerplateList());
  EXPECT_TRUE(list.holds(5));
  EXPECT_FALSE(list.holds(6));
}

TEST(BoilerplateList, DamageIsSaid) {
  const std::string bytes = encode_boilerplate_list({{2, 5}, 40});
  EXPECT_THROW(decode_boilerplate_list(""), IndexError);
  EXPECT_THROW(decode_boilerplate_list("x" + bytes), IndexError);
  EXPECT_THROW(decode_boilerplate_list(bytes.substr(0, bytes.size() - 1)), IndexError);
  EXPECT_THROW(decode_boilerplate_list(encode_boilerplate_list({{5, 2}, 1})), IndexError);
}

}  // namespace
}  // namespace morgue

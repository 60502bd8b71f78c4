// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/index/facet_column.h"

#include <random>

#include <gtest/gtest.h>

#include "common/index/value.h"

namespace morgue {
namespace {

using Lists = std::vector<std::vector<std::string>>;  // of document 1 first

std::string encode(const Lists& lists) {
  FacetColumnBuilder builder(static_cast<std::uint32_t>(lists.size()));
  for (std::uint32_t i = 0; i < lists.size(); ++i) {
    if (!lists[i].empty()) builder.add(i + 1, pack_values(lists[i]));
  }
  return builder.finish();
}

std::vector<std::string> texts_of(const FacetColumn& column, std::uint32_t document) {
  std::vector<std::string> texts;
  for (const FacetColumn::Value value : column.values_of(document)) {
    texts.emplace_back(column.text(value));
  }
  return texts;
}

Lists random_lists(std::mt19937& random) {
  Lists lists(random() % 40);
  for (auto& list : lists) {
    for (auto i = random() % 4; i > 0; --i) list.push_back(std::string(random() % 3, 'a') + "b");
  }
  return lists;
}

TEST(FacetColumn, GivesBackWhatWasAdded) {
  std::mt19937 random(1);
  for (int round = 0; round < 200; ++round) {
    const Lists lists = random_lists(random);
    const std::string bytes = encode(lists);
    const auto column = FacetColumn::read(bytes, static_cast<std::uint32_t>(lists.size()));
    ASSERT_TRUE(column);
    for (std::uint32_t i = 0; i < lists.size(); ++i) EXPECT_EQ(texts_of(*column, i + 1), lists[i]);
  }
}

TEST(FacetColumn, ListsValuesOnceAndInOrder) {
  const std::string bytes = encode({{"b", "a"}, {}, {"a", "B"}});
  const auto column = FacetColumn::read(bytes, 3);
  ASSERT_TRUE(column);
  ASSERT_EQ(column->values(), 3U);
  EXPECT_EQ(column->text(0), "B");
  EXPECT_EQ(column->text(1), "a");
  EXPECT_EQ(column->find("b"), 2U);
  EXPECT_EQ(column->find("c"), std::nullopt);
}

TEST(FacetColumn, FindsValuesThatBeginAlike) {
  const std::string bytes = encode({{"a", "ab", "abc", "b"}});
  const auto column = FacetColumn::read(bytes, 1);
  ASSERT_TRUE(column);
  EXPECT_EQ(column->beginning_with("ab"), std::pair(1U, 3U));
  EXPECT_EQ(column->beginning_with("c"), std::pair(4U, 4U));
  EXPECT_EQ(column->beginning_with(""), std::pair(0U, 4U));
}

TEST(FacetColumn, RefusesWhatItDidNotWrite) {
  const std::string bytes = encode({{"one", "two"}, {"two"}});
  ASSERT_TRUE(FacetColumn::read(bytes, 2));
  EXPECT_FALSE(FacetColumn::read(bytes, 3)) << "of another number of documents";
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    EXPECT_FALSE(FacetColumn::read(std::string(bytes, 0, size), 2)) << size << " bytes of it";
  }
  // A number is either refused, or leads nowhere outside.
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    std::string damaged = bytes;
    damaged[i] = static_cast<char>(damaged[i] ^ 0x41);
    const auto column = FacetColumn::read(damaged, 2);
    if (!column) continue;
    for (const std::uint32_t document : {1U, 2U}) texts_of(*column, document);
  }
}

}  // namespace
}  // namespace morgue

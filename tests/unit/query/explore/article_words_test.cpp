// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/explore/article_words.h"

#include <stdexcept>
#include <string>

#include <gmock/gmock.h>

#include "query/run/open_archives.h"
#include "tests/support/article_builder.h"
#include "tests/support/index_inputs.h"
#include "tests/support/temp_dir.h"

namespace morgue {
namespace {

using test_support::article;

/// Articles "0", "1", … with as many words each.
class EachArticleWords : public testing::TestWithParam<std::size_t> {
 protected:
  EachArticleWords() {
    std::string lines;
    for (std::size_t i = 0; i < GetParam(); ++i) {
      std::string body = "gull";
      for (std::size_t word = 0; word < i; ++word) body += " gull" + std::to_string(word);
      lines += article(std::to_string(i)).body(body).json_line();
    }
    const auto input = folder_.write("a.jsonl", lines + article("none").body("tern").json_line());
    test_support::index_inputs(folder_ / "a.morgue", {input});
    archives_ =
        std::make_unique<OpenArchives>(std::vector<std::string>{(folder_ / "a.morgue").string()});
    articles_ = archives_->numbers(archives_->articles(Xapian::Query("gull")));
  }

  test_support::TempDir folder_;
  std::unique_ptr<OpenArchives> archives_;
  std::vector<Xapian::docid> articles_;
};

TEST_P(EachArticleWords, GivesWhatOneByOneGivesInOrder) {
  ASSERT_EQ(articles_.size(), GetParam());
  for (const bool breaks : {false, true}) {
    ArticleWordsReader reader(breaks);
    std::size_t number = 0;
    each_article_words(archives_->view(), articles_, breaks, [&](const ArticleWords& words) {
      const ArticleWords& alone = reader.read(archives_->view(), articles_.at(number++));
      EXPECT_EQ(words.article.id, alone.article.id);
      EXPECT_EQ(words.count(), alone.count());
      ASSERT_EQ(words.body.tokens().size(), alone.body.tokens().size());
      EXPECT_EQ(words.body.tokens().back().folded, alone.body.tokens().back().folded);
      EXPECT_EQ(words.body.sentence_starts(), alone.body.sentence_starts());
    });
    EXPECT_EQ(number, GetParam());
  }
}

TEST_P(EachArticleWords, EndsWithWhatItsUserThrows) {
  std::size_t used = 0;
  const auto read = [&] {
    each_article_words(archives_->view(), articles_, false, [&](const ArticleWords&) {
      if (++used == (GetParam() + 1) / 2) throw std::runtime_error("enough");
    });
  };
  if (GetParam() == 0) {
    EXPECT_NO_THROW(read());
  } else {
    EXPECT_THROW(read(), std::runtime_error);
  }
}

// None, some for one thread, and more than go into two batches of the other.
INSTANTIATE_TEST_SUITE_P(Counts, EachArticleWords, testing::Values(0, 1, 8, 9, 16, 17, 50));

}  // namespace
}  // namespace morgue

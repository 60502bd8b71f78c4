// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/render/export_sqlite.h"

#include <string>
#include <string_view>
#include <system_error>
#include <utility>

#include <sqlite3.h>

#include "common/text/byline.h"

namespace morgue {
namespace {

namespace fs = std::filesystem;

constexpr const char* kTables = R"sql(
CREATE TABLE articles (id TEXT PRIMARY KEY, title TEXT, date TEXT, source TEXT, section TEXT,
  byline TEXT, lang TEXT, url TEXT, copies INTEGER, body TEXT);
CREATE TABLE authors (article TEXT REFERENCES articles(id), name TEXT);
CREATE TABLE entities (article TEXT REFERENCES articles(id), type TEXT, name TEXT,
  mentions INTEGER);
CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT);
BEGIN;
)sql";

constexpr const char* kFinish = R"sql(
CREATE INDEX articles_date ON articles(date);
CREATE INDEX articles_source ON articles(source);
CREATE INDEX authors_article ON authors(article);
CREATE INDEX entities_article ON entities(article);
CREATE INDEX entities_name ON entities(type, name);
CREATE VIRTUAL TABLE articles_fts USING fts5(title, body, content='articles',
  tokenize='unicode61 remove_diacritics 2');
INSERT INTO articles_fts(articles_fts) VALUES ('rebuild');
COMMIT;
)sql";

struct Close {
  void operator()(sqlite3* database) const { sqlite3_close(database); }
};
struct Finalize {
  void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using Statement = std::unique_ptr<sqlite3_stmt, Finalize>;

}  // namespace

struct SqliteExporter::Impl {
  fs::path file, beside;
  std::unique_ptr<sqlite3, Close> database;
  Statement article, author, entity, about;
  std::size_t articles = 0;
  bool failed = false;
  std::string failure;

  void note(int outcome) {
    if (outcome == SQLITE_OK || outcome == SQLITE_DONE || failed) return;
    failed = true;
    failure = sqlite3_errmsg(database.get());
  }

  void run(const char* sql) { note(sqlite3_exec(database.get(), sql, nullptr, nullptr, nullptr)); }

  Statement prepare(const char* sql) {
    sqlite3_stmt* made = nullptr;
    note(sqlite3_prepare_v2(database.get(), sql, -1, &made, nullptr));
    return Statement(made);
  }

  /// Texts first, then a number if there is one; an empty text is NULL.
  void insert(const Statement& statement, std::initializer_list<std::string_view> texts,
              std::pair<int, std::uint64_t> number = {0, 0}) {
    if (failed) return;
    int place = 0;
    for (const std::string_view text : texts) {
      ++place;
      if (place == number.first) ++place;
      note(text.empty() ? sqlite3_bind_null(statement.get(), place)
                        : sqlite3_bind_text64(statement.get(), place, text.data(), text.size(),
                                              SQLITE_STATIC, SQLITE_UTF8));
    }
    if (number.first > 0) {
      note(sqlite3_bind_int64(statement.get(), number.first,
                              static_cast<sqlite3_int64>(number.second)));
    }
    note(sqlite3_step(statement.get()));
    sqlite3_reset(statement.get());
  }

  Error error() const { return {"sqlite", file.string() + ": cannot be written: " + failure}; }

  ~Impl() {
    article.reset();
    author.reset();
    entity.reset();
    about.reset();
    database.reset();
    std::error_code ignored;
    if (!beside.empty()) fs::remove(beside, ignored);
  }
};

Result<SqliteExporter> SqliteExporter::open(const fs::path& file) {
  if (fs::exists(file)) {
    return Error{"exists", file.string() + " exists; name another file, or remove it"};
  }
  auto impl = std::make_unique<Impl>();
  impl->file = file;
  impl->beside = file.string() + ".part";
  std::error_code ignored;
  fs::remove(impl->beside, ignored);  // of a run that was killed
  sqlite3* database = nullptr;
  const int outcome = sqlite3_open(impl->beside.c_str(), &database);
  impl->database.reset(database);
  impl->note(outcome);
  impl->run("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;");
  impl->run(kTables);
  if (!impl->failed) {
    impl->article = impl->prepare("INSERT INTO articles VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    impl->author = impl->prepare("INSERT INTO authors VALUES (?, ?)");
    impl->entity = impl->prepare("INSERT INTO entities VALUES (?, ?, ?, ?)");
    impl->about = impl->prepare("INSERT INTO about VALUES (?, ?)");
  }
  if (impl->failed) return impl->error();
  return SqliteExporter(std::move(impl));
}

SqliteExporter::SqliteExporter(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
SqliteExporter::SqliteExporter(SqliteExporter&&) noexcept = default;
SqliteExporter& SqliteExporter::operator=(SqliteExporter&&) noexcept = default;
SqliteExporter::~SqliteExporter() = default;

void SqliteExporter::write(const Hit& hit) {
  const Article& article = hit.article;
  const std::string date = article.date.to_string();
  constexpr int kCopies = 9;
  constexpr int kMentions = 4;
  impl_->insert(impl_->article,
                {article.id, article.title, date, article.source, article.section, article.byline,
                 article.lang, article.url, article.body},
                {kCopies, hit.copies});
  for (const std::string& author : authors_of(article.byline)) {
    impl_->insert(impl_->author, {article.id, author});
  }
  for (const Entity& entity : hit.entities) {
    impl_->insert(impl_->entity, {article.id, entity.type(), entity.name},
                  {kMentions, entity.mentions()});
  }
  ++impl_->articles;
}

Result<std::size_t> SqliteExporter::finish(const ResultPage& page) {
  impl_->insert(impl_->about, {"query", page.query});
  impl_->insert(impl_->about, {"canonical", page.canonical});
  impl_->insert(impl_->about, {"articles", std::to_string(page.total)});
  impl_->insert(impl_->about, {"program", "morgue-query " MORGUE_VERSION});
  impl_->run(kFinish);
  if (impl_->failed) return impl_->error();
  impl_->article.reset();
  impl_->author.reset();
  impl_->entity.reset();
  impl_->about.reset();
  impl_->database.reset();
  std::error_code failure;
  fs::rename(impl_->beside, impl_->file, failure);
  if (failure) {
    impl_->failure = failure.message();
    return impl_->error();
  }
  impl_->beside.clear();
  return impl_->articles;
}

}  // namespace morgue

// SPDX-License-Identifier: GPL-3.0-or-later
#include <string>
#include <utility>
#include <vector>

#include <xapian.h>

#include "common/document/stem_forms.h"
#include "common/document/xapian_document.h"
#include "common/index/term.h"
#include "common/text/stem.h"
#include "indexer/write/merger.h"
#include "indexer/write/segment_writer.h"

namespace morgue {
namespace {

namespace fs = std::filesystem;

Xapian::WritableDatabase create(const fs::path& database) {
  fs::create_directories(database.parent_path());
  // No termlists: nothing edits a segment, and they are near half of the work. No sync: a segment
  // counts only once it is published, and publishing syncs it.
  constexpr int kFlags =
      Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS | Xapian::DB_NO_TERMLIST | Xapian::DB_NO_SYNC;
  return Xapian::WritableDatabase(database.string(), kFlags);
}

/// The stems of the words of a batch, each with the forms that share it.
void add_stems(Xapian::WritableDatabase& database, const TermTable& terms) {
  for_each_stem_form(terms, [&](const std::string& stem, std::string_view form) {
    database.add_synonym(stem, std::string(form));
  });
}

class EngineBatch : public BatchWriter {
 public:
  explicit EngineBatch(fs::path path) : path_(std::move(path)), database_(create(path_)) {}

  std::uint32_t add(const BuiltDocument& document) override {
    terms_ = document.terms;
    ++documents_;
    postings_ += document.postings.size();
    positions_ += document.positions.size();
    return database_.add_document(to_xapian(document));
  }

  std::uint64_t memory_bytes() const override {
    // The engine keeps them in trees until it commits.
    constexpr std::uint64_t kPerPosting = 100;
    constexpr std::uint64_t kPerPosition = 8;
    return postings_ * kPerPosting + positions_ * kPerPosition;
  }

  void finish(BatchSegment& batch) override {
    if (terms_ != nullptr) add_stems(database_, *terms_);
    database_.commit();
    database_.close();
    batch.database = path_;
    batch.documents = documents_;
  }

 private:
  fs::path path_;
  Xapian::WritableDatabase database_;
  const TermTable* terms_ = nullptr;
  std::uint32_t documents_ = 0;
  std::uint64_t postings_ = 0, positions_ = 0;
};

class EngineWriter : public SegmentWriter {
 public:
  explicit EngineWriter(std::function<fs::path()> new_database)
      : new_database_(std::move(new_database)) {}

  bool waits_in_memory() const override { return false; }

  std::unique_ptr<BatchWriter> new_batch() override {
    return std::make_unique<EngineBatch>(new_database_());
  }

  void write(std::span<const BatchSegment> batches, const fs::path& target) override {
    std::vector<fs::path> sources;
    for (const BatchSegment& batch : batches) {
      if (batch.documents > 0) sources.push_back(batch.database);
    }
    merge_databases(sources, target);
  }

 private:
  std::function<fs::path()> new_database_;
};

}  // namespace

std::unique_ptr<SegmentWriter> make_engine_writer(std::function<fs::path()> new_database) {
  return std::make_unique<EngineWriter>(std::move(new_database));
}

}  // namespace morgue

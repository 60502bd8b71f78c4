// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/batch_reader.h"

#include <filesystem>
#include <system_error>
#include <utility>

namespace morgue {
namespace {

/// The same name in another folder is another file.
std::string name_in_log(const std::string& path) {
  if (path == "-") return path;
  std::error_code error;
  const auto absolute = std::filesystem::absolute(path, error);
  return error ? path : absolute.lexically_normal().string();
}

}  // namespace

BatchReader::BatchReader(Walker walker, ReadOptions options, InputLog log, std::string reading,
                         BatchLimits limits)
    : walker_(std::move(walker)),
      options_(std::move(options)),
      log_(std::move(log)),
      reading_(std::move(reading)),
      limits_(limits) {}

Batch BatchReader::next(const std::function<bool()>& stop) {
  Batch batch;
  while (batch.items.size() + batch.rejects.size() < limits_.records &&
         batch.bytes < limits_.bytes && !stop()) {
    if (!reader_ && !open_next_input(batch)) break;
    if (reader_) read_record(batch);
  }
  if (reader_ && !batch.empty()) batch.progress.push_back({input_no_, input_, input_.path != "-"});
  return batch;
}

// Leaves reader_ empty when the input is known or cannot be opened.
bool BatchReader::open_next_input(Batch& batch) {
  auto found = walker_.next();
  if (!found) return false;
  ++input_no_;
  if (!*found) {
    reject(batch, std::move(found->error()));
    return true;
  }
  const InputFile& file = **found;
  ++batch.counts.inputs;
  batch.counts.input_bytes += file.bytes;
  input_ = {name_in_log(file.path), file.bytes, file.modified_ns, reading_, 0, false};
  const LoggedInput* known = file.path == "-" ? nullptr : log_.find(input_);
  if (known != nullptr && known->complete) {
    batch.counts.records += known->records;
    batch.counts.outcomes.unchanged += known->records;
    ++batch.counts.inputs_skipped;
    return true;
  }
  reader_ = open_input(file, options_);
  if (known != nullptr) skip_known_records(batch, known->records);
  return true;
}

void BatchReader::skip_known_records(Batch& batch, std::uint64_t known) {
  while (input_.records < known && reader_) {
    auto record = reader_->next();
    if (!record || !*record) {  // not the file it was: the ids and digests decide
      if (record) reject(batch, std::move(record->error()));
      if (!record) reader_.reset();
      return;
    }
    ++input_.records;
    ++batch.counts.records;
    ++batch.counts.outcomes.unchanged;
  }
}

void BatchReader::read_record(Batch& batch) {
  auto record = reader_->next();
  if (!record) {
    input_.complete = true;
    batch.progress.push_back({input_no_, input_, input_.path != "-"});
    reader_.reset();
    return;
  }
  if (!*record) {
    reject(batch, std::move(record->error()));
    return;
  }
  ++input_.records;
  ++batch.counts.records;
  batch.bytes += (*record)->bytes.size();
  batch.items.push_back({input_no_, std::move(**record)});
}

void BatchReader::reject(Batch& batch, RecordError error) {
  ++batch.counts.records;
  ++batch.counts.rejected;
  batch.rejects.push_back({std::move(error), true});
  batch.bad_inputs.push_back(input_no_);
}

}  // namespace morgue

// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/input/decompress.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <zlib.h>
#include <zstd.h>

namespace morgue {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t kInputBytes = 1U << 16U;
constexpr int kMaxLayers = 4;

/// One step of a decoder: compressed bytes in, text out.
enum class Step { More, FrameEnd, Damaged };

class Decoder {
 public:
  virtual ~Decoder() = default;
  /// Consumes from the front of `input`, fills the front of `output` and shortens both.
  virtual Step step(std::span<const char>& input, std::span<char>& output) = 0;
  /// Makes ready for the next frame of the same stream.
  virtual void restart() = 0;
};

class GzipDecoder : public Decoder {
 public:
  GzipDecoder() { inflateInit2(&stream_, 15 + 16); }
  GzipDecoder(const GzipDecoder&) = delete;
  GzipDecoder& operator=(const GzipDecoder&) = delete;
  ~GzipDecoder() override { inflateEnd(&stream_); }

  Step step(std::span<const char>& input, std::span<char>& output) override {
    // zlib does not write to its input, but says so only when built with ZLIB_CONST.
    stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(input.data()));
    stream_.avail_in = static_cast<uInt>(input.size());
    stream_.next_out = reinterpret_cast<Bytef*>(output.data());
    stream_.avail_out = static_cast<uInt>(output.size());
    const int outcome = inflate(&stream_, Z_NO_FLUSH);
    input = input.last(stream_.avail_in);
    output = output.last(stream_.avail_out);
    if (outcome == Z_STREAM_END) return Step::FrameEnd;
    return outcome == Z_OK || outcome == Z_BUF_ERROR ? Step::More : Step::Damaged;
  }

  void restart() override { inflateReset(&stream_); }

 private:
  z_stream stream_{};
};

class ZstdDecoder : public Decoder {
 public:
  Step step(std::span<const char>& input, std::span<char>& output) override {
    ZSTD_inBuffer in{input.data(), input.size(), 0};
    ZSTD_outBuffer out{output.data(), output.size(), 0};
    const std::size_t outcome = ZSTD_decompressStream(stream_.get(), &out, &in);
    input = input.subspan(in.pos);
    output = output.subspan(out.pos);
    if (ZSTD_isError(outcome) != 0) return Step::Damaged;
    return outcome == 0 ? Step::FrameEnd : Step::More;
  }

  void restart() override { ZSTD_DCtx_reset(stream_.get(), ZSTD_reset_session_only); }

 private:
  struct Free {
    void operator()(ZSTD_DStream* stream) const { ZSTD_freeDStream(stream); }
  };
  std::unique_ptr<ZSTD_DStream, Free> stream_{ZSTD_createDStream()};
};

template <class T>
std::unique_ptr<Decoder> make() {
  return std::make_unique<T>();
}

struct Codec {
  std::string_view name;
  std::string_view magic;
  std::unique_ptr<Decoder> (*make)();
};

constexpr std::array kCodecs{
    Codec{"gzip", "\x1f\x8b\x08"sv, make<GzipDecoder>},
    Codec{"Zstandard", "\x28\xb5\x2f\xfd"sv, make<ZstdDecoder>},
};

class DecodedSource : public ByteSource {
 public:
  DecodedSource(const Codec& codec, std::unique_ptr<ByteSource> source)
      : codec_(codec), source_(std::move(source)), decoder_(codec.make()), held_(kInputBytes) {}

  Result<std::size_t> read(std::span<char> buffer) override {
    if (ended_) return std::size_t{0};
    std::span<char> space = buffer;
    while (space.size() == buffer.size()) {  // until there is at least one byte
      // The decoder may still hold text when its input is used up, so it is asked before the
      // source.
      if (in_frame_ || !input_.empty()) {
        const Step step = decode(space);
        if (step == Step::Damaged) return finish(damaged(), buffer.size() - space.size());
        if (step == Step::FrameEnd || space.size() < buffer.size()) continue;
      }
      if (input_.empty() && !refill()) return finish(end_of_input(), 0);
    }
    return buffer.size() - space.size();
  }

 private:
  bool refill() {
    const auto count = source_->read(held_);
    if (!count) failure_ = count.error();
    input_ = std::span<const char>(held_).first(count ? *count : 0);
    if (!in_frame_) skip_padding();
    return !input_.empty();
  }

  // Tapes and block devices leave zeros after the last frame.
  void skip_padding() {
    while (!input_.empty() && input_.front() == '\0') input_ = input_.subspan(1);
  }

  Step decode(std::span<char>& space) {
    in_frame_ = true;
    const Step step = decoder_->step(input_, space);
    if (step != Step::FrameEnd) return step;
    in_frame_ = false;
    decoder_->restart();
    skip_padding();
    return step;
  }

  // What was decoded comes before the Error: the decoder fails again at the next call.
  Result<std::size_t> finish(Result<std::size_t> end, std::size_t decoded) {
    if (decoded > 0) return decoded;
    ended_ = true;
    return end;
  }

  Error damaged() const {
    return {"damaged", "the " + std::string(codec_.name) +
                           " data is damaged; what stands before is indexed, get a good copy for "
                           "the rest"};
  }

  Result<std::size_t> end_of_input() const {
    if (failure_) return *failure_;
    if (!in_frame_) return std::size_t{0};
    return Error{"truncated", "the " + std::string(codec_.name) +
                                  " data ends too early; what stands before is indexed, get the "
                                  "whole file for the rest"};
  }

  const Codec& codec_;
  std::unique_ptr<ByteSource> source_;
  std::unique_ptr<Decoder> decoder_;
  std::vector<char> held_;
  std::span<const char> input_;
  bool in_frame_ = false;
  bool ended_ = false;
  std::optional<Error> failure_;
};

}  // namespace

std::unique_ptr<PeekSource> decompress(std::unique_ptr<ByteSource> source) {
  auto peeked = std::make_unique<PeekSource>(std::move(source));
  for (int layer = 0; layer < kMaxLayers; ++layer) {
    const Codec* found = nullptr;
    for (const Codec& codec : kCodecs) {
      if (peeked->peek(codec.magic.size()) == codec.magic) found = &codec;
    }
    if (found == nullptr) break;
    peeked =
        std::make_unique<PeekSource>(std::make_unique<DecodedSource>(*found, std::move(peeked)));
  }
  return peeked;
}

}  // namespace morgue

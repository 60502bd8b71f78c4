// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/entities/train/packed_file.h"

#include <array>
#include <fstream>
#include <iterator>
#include <memory>

#include <zstd.h>

namespace morgue {

Result<std::string> read_maybe_packed(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) return Error{"input", file.string() + ": cannot be read"};
  std::string bytes{std::istreambuf_iterator<char>(in), {}};
  if (file.extension() != ".zst") return bytes;

  const std::unique_ptr<ZSTD_DStream, decltype(&ZSTD_freeDStream)> stream(ZSTD_createDStream(),
                                                                          &ZSTD_freeDStream);
  std::string content;
  std::array<char, 1U << 16U> buffer{};
  ZSTD_inBuffer packed{bytes.data(), bytes.size(), 0};
  std::size_t more = 1;
  while (packed.pos < packed.size) {
    ZSTD_outBuffer unpacked{buffer.data(), buffer.size(), 0};
    more = ZSTD_decompressStream(stream.get(), &unpacked, &packed);
    if (ZSTD_isError(more) != 0U) break;
    content.append(buffer.data(), unpacked.pos);
  }
  if (more != 0) return Error{"input", file.string() + ": not a whole zstd file"};
  return content;
}

}  // namespace morgue

// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/text/charset.h"

#include <algorithm>
#include <array>
#include <memory>
#include <optional>

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

#include "common/text/ascii.h"
#include "common/text/utf8.h"

namespace morgue {
namespace {

using namespace std::string_view_literals;

/// How much of a text its frequencies are taken from.
constexpr std::size_t kDetectBytes = 1U << 16U;
/// What the detector must be sure of, of 100.
constexpr std::int32_t kLeastConfidence = 20;

struct Label {
  std::string_view label;
  std::string_view charset;
};

// The labels of the Encoding Standard that pages and news files bear, each charset by its own name
// first.
constexpr Label kLabels[] = {
    {"utf-8", "utf-8"},
    {"utf8", "utf-8"},
    {"unicode-1-1-utf-8", "utf-8"},
    {"utf-16", "utf-16le"},
    {"utf-16le", "utf-16le"},
    {"ucs-2", "utf-16le"},
    {"unicode", "utf-16le"},
    {"utf-16be", "utf-16be"},
    {"utf-32", "utf-32le"},
    {"utf-32le", "utf-32le"},
    {"utf-32be", "utf-32be"},
    {"windows-1252", "windows-1252"},
    {"cp1252", "windows-1252"},
    {"x-cp1252", "windows-1252"},
    {"iso-8859-1", "windows-1252"},
    {"iso8859-1", "windows-1252"},
    {"iso_8859-1", "windows-1252"},
    {"latin1", "windows-1252"},
    {"l1", "windows-1252"},
    {"ascii", "windows-1252"},
    {"us-ascii", "windows-1252"},
    {"windows-1250", "windows-1250"},
    {"cp1250", "windows-1250"},
    {"windows-1251", "windows-1251"},
    {"cp1251", "windows-1251"},
    {"windows-1253", "windows-1253"},
    {"cp1253", "windows-1253"},
    {"windows-1254", "windows-1254"},
    {"cp1254", "windows-1254"},
    {"iso-8859-9", "windows-1254"},
    {"latin5", "windows-1254"},
    {"windows-1255", "windows-1255"},
    {"cp1255", "windows-1255"},
    {"windows-1256", "windows-1256"},
    {"cp1256", "windows-1256"},
    {"windows-1257", "windows-1257"},
    {"cp1257", "windows-1257"},
    {"windows-1258", "windows-1258"},
    {"cp1258", "windows-1258"},
    {"windows-874", "windows-874"},
    {"tis-620", "windows-874"},
    {"iso-8859-11", "windows-874"},
    {"iso-8859-2", "iso-8859-2"},
    {"latin2", "iso-8859-2"},
    {"iso-8859-3", "iso-8859-3"},
    {"iso-8859-4", "iso-8859-4"},
    {"iso-8859-5", "iso-8859-5"},
    {"iso-8859-6", "iso-8859-6"},
    {"iso-8859-7", "iso-8859-7"},
    {"greek", "iso-8859-7"},
    {"iso-8859-8", "iso-8859-8"},
    {"iso-8859-8-i", "iso-8859-8"},
    {"iso-8859-10", "iso-8859-10"},
    {"iso-8859-13", "iso-8859-13"},
    {"iso-8859-14", "iso-8859-14"},
    {"iso-8859-15", "iso-8859-15"},
    {"latin9", "iso-8859-15"},
    {"koi8-r", "koi8-r"},
    {"koi8", "koi8-r"},
    {"koi8-u", "koi8-u"},
    {"ibm866", "ibm866"},
    {"cp866", "ibm866"},
    {"macintosh", "macintosh"},
    {"x-mac-cyrillic", "x-mac-cyrillic"},
    {"gb18030", "gb18030"},
    {"gbk", "gb18030"},
    {"gb2312", "gb18030"},
    {"x-gbk", "gb18030"},
    {"big5", "big5"},
    {"big5-hkscs", "big5"},
    {"euc-jp", "euc-jp"},
    {"x-euc-jp", "euc-jp"},
    {"iso-2022-jp", "iso-2022-jp"},
    {"shift_jis", "shift_jis"},
    {"shift-jis", "shift_jis"},
    {"sjis", "shift_jis"},
    {"x-sjis", "shift_jis"},
    {"windows-31j", "shift_jis"},
    {"euc-kr", "euc-kr"},
    {"ks_c_5601-1987", "euc-kr"},
    {"korean", "euc-kr"},
    {"windows-949", "euc-kr"},
};

/// Charsets that the web reads as a larger one of another name.
constexpr Label kConverters[] = {
    {"shift_jis", "windows-31j"},
    {"euc-kr", "windows-949"},
    {"big5", "big5-hkscs"},
    {"ibm866", "cp866"},
    {"x-mac-cyrillic", "x-mac-cyrillic"},
};

struct Mark {
  std::string_view bytes;
  std::string_view charset;
};

// The mark of UTF-32 begins with that of UTF-16.
constexpr std::array kMarks{
    Mark{"\xEF\xBB\xBF"sv, "utf-8"},    Mark{"\xFF\xFE\0\0"sv, "utf-32le"},
    Mark{"\0\0\xFE\xFF"sv, "utf-32be"}, Mark{"\xFF\xFE"sv, "utf-16le"},
    Mark{"\xFE\xFF"sv, "utf-16be"},
};

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
struct CloseDetector {
  void operator()(UCharsetDetector* detector) const { ucsdet_close(detector); }
};

// Text in a Latin alphabet without a mark: which bytes of each four are zero.
std::string_view charset_by_zeros(std::string_view bytes) {
  const std::size_t looked_at = std::min<std::size_t>(bytes.size(), 1024) / 4 * 4;
  if (looked_at < 8) return {};
  std::array<std::size_t, 4> zeros{};
  for (std::size_t i = 0; i < looked_at; ++i) zeros[i % 4] += bytes[i] == '\0' ? 1 : 0;
  const std::size_t groups = looked_at / 4;
  const auto many = [&](std::size_t place) { return zeros[place] * 10 >= groups * 7; };
  const auto none = [&](std::size_t place) { return zeros[place] * 10 <= groups; };
  if (none(0) && many(1) && many(2) && many(3)) return "utf-32le";
  if (many(0) && many(1) && many(2) && none(3)) return "utf-32be";
  if (none(0) && many(1) && none(2) && many(3)) return "utf-16le";
  if (many(0) && none(1) && many(2) && none(3)) return "utf-16be";
  return {};
}

std::string_view detect_by_frequency(std::string_view bytes) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, CloseDetector> detector(ucsdet_open(&status));
  const std::string_view head = bytes.substr(0, kDetectBytes);
  if (U_FAILURE(status)) return {};
  ucsdet_enableInputFilter(detector.get(), true);  // tags tell nothing
  ucsdet_setText(detector.get(), head.data(), static_cast<std::int32_t>(head.size()), &status);
  const UCharsetMatch* match = ucsdet_detect(detector.get(), &status);
  if (U_FAILURE(status) || match == nullptr) return {};
  if (ucsdet_getConfidence(match, &status) < kLeastConfidence) return {};
  const char* name = ucsdet_getName(match, &status);
  return U_FAILURE(status) || name == nullptr ? std::string_view{} : charset_for_label(name);
}

std::size_t occurrences(std::string_view text, std::string_view part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != text.npos; at = text.find(part, at + part.size())) {
    ++count;
  }
  return count;
}

const char* converter_for(std::string_view charset) {
  for (const Label& row : kConverters) {
    if (row.label == charset) return row.charset.data();
  }
  return charset.data();  // from a table of literals, so it ends with NUL
}

std::optional<DecodedText> convert(std::string_view bytes, std::string_view charset) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, CloseConverter> from(
      ucnv_open(converter_for(charset), &status));
  const std::unique_ptr<UConverter, CloseConverter> to(ucnv_open("utf-8", &status));
  if (U_FAILURE(status)) return std::nullopt;
  DecodedText decoded{{}, charset, 0};
  decoded.text.reserve(bytes.size() + bytes.size() / 2);
  std::array<char, 1U << 14U> out;
  std::array<UChar, 1U << 13U> pivot;
  UChar* pivot_source = pivot.data();
  UChar* pivot_target = pivot.data();
  const char* source = bytes.data();
  bool first = true;
  do {
    char* target = out.data();
    status = U_ZERO_ERROR;
    ucnv_convertEx(to.get(), from.get(), &target, out.data() + out.size(), &source,
                   bytes.data() + bytes.size(), pivot.data(), &pivot_source, &pivot_target,
                   pivot.data() + pivot.size(), first, true, &status);
    first = false;
    decoded.text.append(out.data(), target);
  } while (status == U_BUFFER_OVERFLOW_ERROR);
  if (U_FAILURE(status)) return std::nullopt;
  decoded.repaired = occurrences(decoded.text, kReplacement);
  decoded.repaired += std::erase(decoded.text, '\0');
  return decoded;
}

DecodedText from_utf8(std::string_view bytes) {
  RepairedText repaired = repair_utf8(bytes);
  return {std::move(repaired.text), "utf-8", repaired.repaired};
}

bool is_mostly_utf8(std::string_view bytes, std::size_t repaired) {
  const auto beyond_ascii = static_cast<std::size_t>(
      std::count_if(bytes.begin(), bytes.end(), [](char byte) { return byte < 0; }));
  return repaired * 2 < beyond_ascii;
}

}  // namespace

std::string_view charset_for_label(std::string_view label) {
  constexpr std::string_view kSpaces = " \t\r\n\f\"'";
  label.remove_prefix(std::min(label.find_first_not_of(kSpaces), label.size()));
  label = label.substr(0, label.find_last_not_of(kSpaces) + 1);
  std::string lower(label);
  for (char& byte : lower) {
    if (byte >= 'A' && byte <= 'Z') byte = static_cast<char>(byte - 'A' + 'a');
  }
  for (const Label& row : kLabels) {
    if (row.label == lower) return row.charset;
  }
  return {};
}

std::string_view certain_charset(std::string_view bytes) {
  for (const Mark& mark : kMarks) {
    if (bytes.starts_with(mark.bytes)) return mark.charset;
  }
  if (const auto found = charset_by_zeros(bytes); !found.empty()) return found;
  if (!is_ascii(bytes) && is_valid_utf8(bytes)) return "utf-8";
  return {};
}

DecodedText decode_text(std::string_view bytes, std::string_view declared) {
  std::string_view charset = certain_charset(bytes);
  for (const Mark& mark : kMarks) {
    if (mark.charset == charset && bytes.starts_with(mark.bytes)) {
      bytes.remove_prefix(mark.bytes.size());
      break;
    }
  }
  if (charset.empty()) {
    charset = charset_for_label(declared);
    // Bytes that name a charset in a row of ASCII letters are not in UTF-16 or UTF-32.
    if (charset.starts_with("utf-16") || charset.starts_with("utf-32")) charset = "utf-8";
    if (charset.empty() && is_ascii(bytes) && bytes.find('\x1b') == bytes.npos) charset = "utf-8";
    if (charset == "utf-8") {
      DecodedText decoded = from_utf8(bytes);
      if (decoded.repaired == 0 || is_mostly_utf8(bytes, decoded.repaired)) return decoded;
      charset = {};
    }
  }
  if (charset.empty()) charset = detect_by_frequency(bytes);
  if (charset == "utf-8") return from_utf8(bytes);
  if (charset.empty()) charset = "windows-1252";
  if (auto decoded = convert(bytes, charset)) return *std::move(decoded);
  return from_utf8(bytes);
}

}  // namespace morgue

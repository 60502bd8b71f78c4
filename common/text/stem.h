// SPDX-License-Identifier: GPL-3.0-or-later
// Stems of folded words, by language.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace morgue {

/// A Snowball stemmer for one language. Single-threaded; cheap to make.
/// Stems are never indexed: they only decide which forms of an archive a bare word stands for.
class Stemmer {
 public:
  /// `lang` is a two-letter ISO 639-1 code. Precondition: supports(lang).
  explicit Stemmer(std::string_view lang);
  ~Stemmer();
  Stemmer(Stemmer&&) noexcept;
  Stemmer& operator=(Stemmer&&) noexcept;

  static bool supports(std::string_view lang);
  /// Codes of every language that has a stemmer, sorted.
  static std::vector<std::string> languages();

  /// The stem of a folded word; the word itself if it holds anything but letters and apostrophes.
  std::string stem(std::string_view folded) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace morgue

// SPDX-License-Identifier: GPL-3.0-or-later
// What a function gives back when the data or the query it was given may be bad.
#pragma once

#include <cassert>
#include <string>
#include <utility>
#include <variant>

namespace morgue {

/// What is wrong with a piece of data. `code` is stable and meant for programs ("json-syntax");
/// `message` is meant for people: what is wrong and what to do. Where it is wrong is added by
/// whoever knows (see RecordError, QueryError).
struct Error {
  std::string code;
  std::string message;

  friend bool operator==(const Error&, const Error&) = default;
};

/// A value or an Error. It has the shape of std::expected, which replaces it one day.
/// Bad data travels this way; a failing environment throws IndexError instead.
template <class T, class E = Error>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}  // NOLINT: implicit
  Result(E error) : state_(std::in_place_index<1>, std::move(error)) {}  // NOLINT: implicit

  bool has_value() const { return state_.index() == 0; }
  explicit operator bool() const { return has_value(); }

  T& value() { return assert(has_value()), *std::get_if<0>(&state_); }
  const T& value() const { return assert(has_value()), *std::get_if<0>(&state_); }
  T& operator*() { return value(); }
  const T& operator*() const { return value(); }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }

  E& error() { return assert(!has_value()), *std::get_if<1>(&state_); }
  const E& error() const { return assert(!has_value()), *std::get_if<1>(&state_); }

 private:
  std::variant<T, E> state_;
};

}  // namespace morgue

// SPDX-License-Identifier: GPL-3.0-or-later
// The fields of the language, as its description lists them.
#pragma once

#include <string>

namespace morgue::brute {

enum class FieldKind { Text, Value, Id, Date, Number, Presence, Entity };

/// The field's own name: "title" of "HL"; an unknown name stays what it is.
std::string own_name(const std::string& typed);

/// Of a field's own name; Text of the empty one, Value of those of the source.
FieldKind kind_of_field(const std::string& name);

}  // namespace morgue::brute

// SPDX-License-Identifier: GPL-3.0-or-later
// UTF-8 that was read as Windows-1252 and written as UTF-8 again: "cafÃ©" for "café".
#pragma once

#include "common/text/utf8.h"

namespace morgue {

/// Undoes such rounds, however many, in a valid UTF-8 text; `repaired` counts the characters that
/// come back. A text is touched only if it holds what no language writes ("Ã©", "â€™", "Â°"), or
/// four such pairs in a row ("Ð¿Ñ€Ð¸Ñ"): "SÃO", "« café »" and "AMANHÃ”" stay. Law: what has been
/// repaired is not changed by a second repair.
RepairedText repair_mojibake(std::string_view utf8);

}  // namespace morgue

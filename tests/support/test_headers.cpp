// SPDX-License-Identifier: GPL-3.0-or-later
// Holds nothing: the program whose headers are compiled once for all tests (../CMakeLists.txt).

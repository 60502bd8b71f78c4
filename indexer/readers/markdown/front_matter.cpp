// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/readers/markdown/front_matter.h"

#include <algorithm>
#include <sstream>
#include <string>
#include <utility>

#include <nlohmann/json.hpp>
#include <toml++/toml.h>
#include <yaml-cpp/yaml.h>

#include "indexer/readers/text_lines.h"

namespace morgue::markdown {
namespace {

using nlohmann::ordered_json;

constexpr std::string_view kYaml = "---";
constexpr std::string_view kToml = "+++";
/// Aliases of YAML let a few lines stand for billions of values.
constexpr int kMaxValues = 100'000;
constexpr int kMaxDepth = 50;
constexpr std::size_t kMaxBytes = 1U << 20U;

struct TooMuch {};

Error error(const std::string& what) {
  return {"front-matter", "has front matter that cannot be read: " + what + "; correct it there"};
}

/// Scalars stay the text that they are written as: 2024-03-05, 12.50.
ordered_json to_json(const YAML::Node& node, int& values, int depth = 0) {
  if (++values > kMaxValues || depth > kMaxDepth) throw TooMuch{};
  if (node.IsScalar()) return node.Scalar();
  if (node.IsSequence()) {
    ordered_json list = ordered_json::array();
    for (const YAML::Node& one : node) list.push_back(to_json(one, values, depth + 1));
    return list;
  }
  if (!node.IsMap()) return nullptr;
  ordered_json object = ordered_json::object();
  for (const auto& member : node) {
    if (!member.first.IsScalar()) continue;
    object[member.first.Scalar()] = to_json(member.second, values, depth + 1);
  }
  return object;
}

bool is_list_of_texts(const ordered_json& value) {
  return value.is_array() &&
         std::all_of(value.begin(), value.end(), [](const auto& one) { return one.is_string(); });
}

std::vector<RawField> to_fields(const ordered_json& object) {
  std::vector<RawField> fields;
  for (const auto& [name, value] : object.items()) {
    if (value.is_null()) continue;
    RawField field{name, RawField::Kind::Json, {}};
    if (value.is_string()) {
      field.kind = RawField::Kind::Text;
      field.values.push_back(value.get<std::string>());
    } else if (is_list_of_texts(value)) {
      field.kind = RawField::Kind::List;
      field.values = value.get<std::vector<std::string>>();
    } else {
      field.values.push_back(value.dump(-1, ' ', false, ordered_json::error_handler_t::replace));
    }
    fields.push_back(std::move(field));
  }
  return fields;
}

Result<std::vector<RawField>> read_yaml(std::string_view matter) {
  try {
    const YAML::Node node = YAML::Load(std::string(matter));
    int values = 0;
    if (!node.IsDefined() || node.IsNull()) return std::vector<RawField>{};
    if (!node.IsMap()) return error("it has no names");
    return to_fields(to_json(node, values));
  } catch (const YAML::Exception& problem) {
    const int line = problem.mark.line;
    return error("line " + std::to_string(line + 2) + ": " + problem.msg);
  } catch (const TooMuch&) {
    return error("it stands for more than " + std::to_string(kMaxValues) + " values, or nests " +
                 std::to_string(kMaxDepth) + " deep");
  }
}

Result<std::vector<RawField>> read_toml(std::string_view matter) {
  try {
    const toml::table table = toml::parse(matter);
    std::ostringstream text;
    text << toml::json_formatter(table);
    return to_fields(ordered_json::parse(text.str()));
  } catch (const toml::parse_error& problem) {
    return error("line " + std::to_string(problem.source().begin.line + 1) + ": " +
                 std::string(problem.description()));
  } catch (const ordered_json::exception& problem) {
    return error(problem.what());
  }
}

}  // namespace

Parts split(std::string_view file) {
  std::string_view rest = file;
  const std::string_view mark = trimmed(take_line(rest));
  if (mark != kYaml && mark != kToml) return {{}, {}, file};
  const std::string_view begin = rest;
  while (!rest.empty()) {
    const std::string_view line = trimmed(take_line(rest));
    if (line != mark && !(mark == kYaml && line == "...")) continue;
    const auto length = static_cast<std::size_t>(line.data() - begin.data());
    return {mark, begin.substr(0, length), rest};
  }
  return {{}, {}, file};
}

Result<std::vector<RawField>> read_front_matter(const Parts& parts) {
  if (parts.mark.empty()) return std::vector<RawField>{};
  if (parts.matter.size() > kMaxBytes) return error("it is longer than a megabyte");
  return parts.mark == kYaml ? read_yaml(parts.matter) : read_toml(parts.matter);
}

}  // namespace morgue::markdown

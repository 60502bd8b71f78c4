// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/readers/html/tag.h"

#include <array>
#include <unordered_map>

namespace morgue::html {
namespace {

struct Row {
  std::string_view name;
  Tag tag;
  Role role;
};

constexpr auto kRows = std::to_array<Row>({
    {"a", Tag::A, Role::Inline},
    {"address", Tag::Address, Role::Block},
    {"article", Tag::Article, Role::Block},
    {"aside", Tag::Aside, Role::Block},
    {"audio", Tag::Audio, Role::Hidden},
    {"b", Tag::B, Role::Inline},
    {"base", Tag::Base, Role::Hidden},
    {"blockquote", Tag::Blockquote, Role::Block},
    {"body", Tag::Body, Role::Block},
    {"br", Tag::Br, Role::Inline},
    {"button", Tag::Button, Role::Hidden},
    {"canvas", Tag::Canvas, Role::Hidden},
    {"caption", Tag::Caption, Role::Block},
    {"center", Tag::Center, Role::Block},
    {"cite", Tag::Cite, Role::Inline},
    {"code", Tag::Code, Role::Inline},
    {"data", Tag::Data, Role::Inline},
    {"dd", Tag::Dd, Role::Block},
    {"details", Tag::Details, Role::Block},
    {"dialog", Tag::Dialog, Role::Hidden},
    {"div", Tag::Div, Role::Block},
    {"dl", Tag::Dl, Role::Block},
    {"dt", Tag::Dt, Role::Block},
    {"em", Tag::Em, Role::Inline},
    {"fieldset", Tag::Fieldset, Role::Block},
    {"figcaption", Tag::Figcaption, Role::Block},
    {"figure", Tag::Figure, Role::Block},
    {"footer", Tag::Footer, Role::Block},
    {"form", Tag::Form, Role::Block},
    {"h1", Tag::H1, Role::Block},
    {"h2", Tag::H2, Role::Block},
    {"h3", Tag::H3, Role::Block},
    {"h4", Tag::H4, Role::Block},
    {"h5", Tag::H5, Role::Block},
    {"h6", Tag::H6, Role::Block},
    {"head", Tag::Head, Role::Hidden},
    {"header", Tag::Header, Role::Block},
    {"hgroup", Tag::Hgroup, Role::Block},
    {"hr", Tag::Hr, Role::Block},
    {"html", Tag::Html, Role::Block},
    {"i", Tag::I, Role::Inline},
    {"iframe", Tag::Iframe, Role::Hidden},
    {"img", Tag::Img, Role::Inline},
    {"input", Tag::Input, Role::Hidden},
    {"label", Tag::Label, Role::Inline},
    {"li", Tag::Li, Role::Block},
    {"link", Tag::Link, Role::Hidden},
    {"main", Tag::Main, Role::Block},
    {"map", Tag::Map, Role::Hidden},
    {"math", Tag::Math, Role::Inline},
    {"meta", Tag::Meta, Role::Hidden},
    {"nav", Tag::Nav, Role::Block},
    {"noscript", Tag::Noscript, Role::Hidden},
    {"object", Tag::Object, Role::Hidden},
    {"ol", Tag::Ol, Role::Block},
    {"option", Tag::Option, Role::Hidden},
    {"p", Tag::P, Role::Block},
    {"picture", Tag::Picture, Role::Inline},
    {"pre", Tag::Pre, Role::Block},
    {"q", Tag::Q, Role::Inline},
    {"s", Tag::S, Role::Inline},
    {"script", Tag::Script, Role::Hidden},
    {"section", Tag::Section, Role::Block},
    {"select", Tag::Select, Role::Hidden},
    {"span", Tag::Span, Role::Inline},
    {"strong", Tag::Strong, Role::Inline},
    {"style", Tag::Style, Role::Hidden},
    {"sub", Tag::Sub, Role::Inline},
    {"summary", Tag::Summary, Role::Block},
    {"sup", Tag::Sup, Role::Inline},
    {"svg", Tag::Svg, Role::Hidden},
    {"table", Tag::Table, Role::Block},
    {"tbody", Tag::Tbody, Role::Block},
    {"td", Tag::Td, Role::Block},
    {"template", Tag::Template, Role::Hidden},
    {"textarea", Tag::Textarea, Role::Hidden},
    {"tfoot", Tag::Tfoot, Role::Block},
    {"th", Tag::Th, Role::Block},
    {"thead", Tag::Thead, Role::Block},
    {"time", Tag::Time, Role::Inline},
    {"title", Tag::Title, Role::Hidden},
    {"tr", Tag::Tr, Role::Block},
    {"u", Tag::U, Role::Inline},
    {"ul", Tag::Ul, Role::Block},
    {"video", Tag::Video, Role::Hidden},
});

}  // namespace

Tag tag_named(std::string_view name) {
  static const auto tags = [] {
    std::unordered_map<std::string_view, Tag> table;
    for (const Row& row : kRows) table.emplace(row.name, row.tag);
    return table;
  }();
  const auto found = tags.find(name);
  return found == tags.end() ? Tag::Other : found->second;
}

Role role_of(Tag tag) {
  static const auto roles = [] {
    std::array<Role, 256> table{};
    for (const Row& row : kRows) table[static_cast<unsigned char>(row.tag)] = row.role;
    return table;
  }();
  return roles[static_cast<unsigned char>(tag)];
}

int heading_level(Tag tag) {
  if (tag < Tag::H1 || tag > Tag::H6) return 0;
  return static_cast<int>(tag) - static_cast<int>(Tag::H1) + 1;
}

}  // namespace morgue::html

// SPDX-License-Identifier: GPL-3.0-or-later
// The elements of HTML, as far as reading an article needs to tell them apart.
#pragma once

#include <string_view>

namespace morgue::html {

enum class Tag : unsigned char {
  Text,   ///< no element: a run of text
  Other,  ///< any element that has no name here
  A,
  Address,
  Article,
  Aside,
  B,
  Base,
  Blockquote,
  Body,
  Br,
  Button,
  Canvas,
  Caption,
  Center,
  Cite,
  Code,
  Data,
  Dd,
  Details,
  Dialog,
  Div,
  Dl,
  Dt,
  Em,
  Fieldset,
  Figcaption,
  Figure,
  Footer,
  Form,
  H1,
  H2,
  H3,
  H4,
  H5,
  H6,
  Head,
  Header,
  Hgroup,
  Hr,
  Html,
  I,
  Iframe,
  Img,
  Input,
  Label,
  Li,
  Link,
  Main,
  Map,
  Meta,
  Nav,
  Noscript,
  Object,
  Ol,
  Option,
  P,
  Pre,
  Q,
  S,
  Script,
  Section,
  Select,
  Span,
  Strong,
  Style,
  Sub,
  Summary,
  Sup,
  Svg,
  Table,
  Tbody,
  Td,
  Template,
  Textarea,
  Tfoot,
  Th,
  Thead,
  Time,
  Title,
  Tr,
  U,
  Ul,
  Video,
  Audio,
  Picture,
  Math
};

/// How an element stands among text.
enum class Role : unsigned char {
  Inline,  ///< part of the line
  Block,   ///< begins and ends a paragraph
  Hidden,  ///< never text to be read
};

/// Precondition: lower case.
Tag tag_named(std::string_view name);

Role role_of(Tag tag);

/// 1 to 6 for headings, else 0.
int heading_level(Tag tag);

}  // namespace morgue::html

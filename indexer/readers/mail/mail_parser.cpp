// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/readers/mail/mail_parser.h"

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <gmime/gmime.h>

#include "common/text/charset.h"
#include "common/text/mojibake.h"
#include "indexer/readers/fields.h"
#include "indexer/readers/html/fragment.h"
#include "indexer/readers/text_lines.h"

namespace morgue {
namespace {

/// Messages within messages, beyond which nobody reads on.
constexpr int kMaxDepth = 20;

struct Unref {
  void operator()(void* object) const { g_object_unref(object); }
};
template <class T>
using Owned = std::unique_ptr<T, Unref>;

std::string or_empty(const char* text) { return text == nullptr ? std::string() : text; }

void initialize() {
  static const bool kDone = [] {
    g_mime_init();
    return true;
  }();
  static_cast<void>(kDone);
}

/// The bytes of a part, decoded from base64 or quoted-printable.
std::string content_of(GMimePart* part) {
  GMimeDataWrapper* content = g_mime_part_get_content(part);
  if (content == nullptr) return {};
  const Owned<GMimeStream> stream(g_mime_stream_mem_new());
  g_mime_data_wrapper_write_to_stream(content, stream.get());
  const GByteArray* bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(stream.get()));
  return {reinterpret_cast<const char*>(bytes->data), bytes->len};
}

/// What the text of a message is made of.
class Content {
 public:
  explicit Content(const html::PageLimits& limits) : limits_(limits) {}

  void add(GMimeObject* object, int depth) {
    if (object == nullptr || depth > kMaxDepth) return;
    if (GMIME_IS_MULTIPART(object)) {
      add_parts(GMIME_MULTIPART(object), depth);
    } else if (GMIME_IS_MESSAGE_PART(object)) {
      add_forwarded(g_mime_message_part_get_message(GMIME_MESSAGE_PART(object)), depth);
    } else if (GMIME_IS_PART(object)) {
      add_part(GMIME_PART(object));
    }
  }

  std::string text;
  std::vector<std::string> attachments;
  std::size_t repaired = 0;

 private:
  void add_parts(GMimeMultipart* parts, int depth) {
    const int count = g_mime_multipart_get_count(parts);
    GMimeContentType* type = g_mime_object_get_content_type(GMIME_OBJECT(parts));
    const bool choose = g_mime_content_type_is_type(type, "multipart", "alternative") != 0;
    for (int i = 0; i < count; ++i) {
      const std::size_t before = text.size();
      add(g_mime_multipart_get_part(parts, i), depth + 1);
      if (choose && text.size() > before) return;  // plain text stands first
    }
  }

  void add_forwarded(GMimeMessage* message, int depth) {
    if (message == nullptr) return;
    append(or_empty(g_mime_message_get_subject(message)));
    add(g_mime_message_get_mime_part(message), depth + 1);
  }

  void add_part(GMimePart* part) {
    GMimeContentType* type = g_mime_object_get_content_type(GMIME_OBJECT(part));
    const std::string name = or_empty(g_mime_part_get_filename(part));
    const bool attached = !name.empty() || g_mime_part_is_attachment(part) != 0;
    if (attached || g_mime_content_type_is_type(type, "text", "*") == 0) {
      if (!name.empty()) attachments.push_back(name);
      return;
    }
    const std::string charset = or_empty(g_mime_content_type_get_parameter(type, "charset"));
    DecodedText decoded = decode_text(content_of(part), charset);
    repaired += decoded.repaired;
    const bool is_html = g_mime_content_type_is_type(type, "text", "html") != 0;
    append(is_html ? html::paragraphs_of(decoded.text, limits_) : std::move(decoded.text));
  }

  void append(std::string_view more) {
    more = trimmed(more);
    if (!text.empty() && !more.empty()) text += "\n\n";
    text += more;
  }

  const html::PageLimits& limits_;
};

std::vector<std::string> addresses_of(InternetAddressList* list) {
  std::vector<std::string> found;
  const int count = list == nullptr ? 0 : internet_address_list_length(list);
  for (int i = 0; i < count; ++i) {
    InternetAddress* address = internet_address_list_get_address(list, i);
    if (INTERNET_ADDRESS_IS_MAILBOX(address)) {
      found.push_back(
          or_empty(internet_address_mailbox_get_addr(INTERNET_ADDRESS_MAILBOX(address))));
    }
  }
  return found;
}

/// The names of the senders, or their addresses where they give none.
std::vector<std::string> names_of(InternetAddressList* list) {
  std::vector<std::string> found = addresses_of(list);
  for (std::size_t i = 0; i < found.size(); ++i) {
    InternetAddress* address = internet_address_list_get_address(list, static_cast<int>(i));
    const std::string name = or_empty(internet_address_get_name(address));
    if (!name.empty()) found[i] = name;
  }
  return found;
}

}  // namespace

Result<RawRecord, RecordError> MailParser::parse(const RecordChunk& chunk) const {
  initialize();
  const Owned<GMimeStream> stream(
      g_mime_stream_mem_new_with_buffer(chunk.bytes.data(), chunk.bytes.size()));
  const Owned<GMimeParser> parser(g_mime_parser_new_with_stream(stream.get()));
  const Owned<GMimeMessage> message(g_mime_parser_construct_message(parser.get(), nullptr));
  if (!message) {
    return RecordError{chunk.at,
                       {"broken-mail",
                        "is no e-mail message: it has no header; name its format "
                        "with --format if it is something else"}};
  }
  Content content(limits_);
  content.add(g_mime_message_get_mime_part(message.get()), 0);
  InternetAddressList* from = g_mime_message_get_from(message.get());
  RepairedText title = repair_mojibake(or_empty(g_mime_message_get_subject(message.get())));
  RepairedText body = repair_mojibake(content.text);
  GMimeObject* header = GMIME_OBJECT(message.get());
  Fields fields;
  fields.text("id", or_empty(g_mime_message_get_message_id(message.get())))
      .text("title", std::move(title.text))
      .text("date", or_empty(g_mime_object_get_header(header, "Date")))
      .list("byline", names_of(from))
      .list("from", addresses_of(from))
      .list("to", addresses_of(g_mime_message_get_to(message.get())))
      .list("cc", addresses_of(g_mime_message_get_cc(message.get())))
      .text("list", or_empty(g_mime_object_get_header(header, "List-Id")))
      .text("body", std::move(body.text))
      .list("attachments", content.attachments);
  return RawRecord{chunk.at, fields.take(), content.repaired + title.repaired + body.repaired};
}

}  // namespace morgue

package dev.covet.web.docs.page;

import dev.covet.api.JsonValue;
import dev.covet.base.codec.Codecs;
import dev.covet.base.json.Json;
import dev.covet.base.json.JsonLimits;
import dev.covet.base.limit.LimitSource;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A part of a document that this app has written itself, to be read. What is not there is null, has
 * no members, and is an empty text.
 */
record DocumentPart(JsonValue value) {
  static final DocumentPart NOTHING = new DocumentPart(JsonValue.NULL);

  /** A document of a large app may be longer than what clients send. */
  private static final Json JSON =
      new Json(
          LimitSource.with(
              Map.of(
                  "jsonStringBytesMax",
                  1 << 26,
                  "jsonNameBytesMax",
                  1 << 16,
                  "jsonValuesMax",
                  1 << 24),
              JsonLimits::from));

  static DocumentPart read(byte[] document) {
    return new DocumentPart(JSON.read(document, Codecs.VALUE));
  }

  /** A member of it, or of a member: {@code at("info", "title")}. */
  DocumentPart at(String... path) {
    var part = this;
    for (var name : path) {
      part = part.members().getOrDefault(name, NOTHING);
    }
    return part;
  }

  boolean has(String name) {
    return members().containsKey(name);
  }

  Map<String, DocumentPart> members() {
    var all = new LinkedHashMap<String, DocumentPart>();
    if (value instanceof JsonValue.Members(var values)) {
      values.forEach((name, each) -> all.put(name, new DocumentPart(each)));
    }
    return all;
  }

  List<DocumentPart> items() {
    return value instanceof JsonValue.Items(var values)
        ? values.stream().map(DocumentPart::new).toList()
        : List.of();
  }

  /** A text as it is. */
  String text() {
    return value instanceof JsonValue.Text(var text) ? text : "";
  }

  /** A text as it is, anything else as JSON. */
  String shown() {
    return value instanceof JsonValue.Text(var text) ? text : json();
  }

  String json() {
    return new String(JSON.write(Codecs.VALUE, value), StandardCharsets.UTF_8);
  }

  /** The last name of a reference. */
  String referred() {
    var reference = at("$ref").text();
    return reference.substring(reference.lastIndexOf('/') + 1);
  }
}

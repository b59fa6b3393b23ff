package dev.covet.cli.contract;

import dev.covet.base.codec.Codecs;
import dev.covet.base.json.Json;
import dev.covet.base.json.JsonLimits;
import dev.covet.cli.document.ApiDocument;
import dev.covet.cli.document.Tree;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Makes documents of snippets, in which single quotes are quotes, and compares them. */
final class Documents {
  private static final Json JSON =
      new Json(new JsonLimits(64, 1_000_000, 1_000, 10_000_000, 1_000, 1_000));

  /** Schemas that snippets refer to. */
  private static final String COMPONENTS =
      """
      {'schemas': {
        'Text': {'type': 'string'},
        'Words': {'type': 'string', 'description': 'Any.'},
        'Number': {'type': 'integer'},
        'Cat': {'type': 'object', 'properties': {'kind': {'const': 'cat'}, 'lives': {'type': 'integer'}}, 'required': ['kind']},
        'Dog': {'type': 'object', 'properties': {'kind': {'const': 'dog'}, 'barks': {'type': 'boolean'}}, 'required': ['kind']},
        'Node': {'type': 'object', 'properties': {'next': {'$ref': '#/components/schemas/Node'}, 'value': {'type': 'string'}}},
        'Knot': {'type': 'object', 'properties': {'next': {'$ref': '#/components/schemas/Knot'}, 'value': {'type': 'integer'}}},
        'Chain': {'allOf': [{'$ref': '#/components/schemas/Chain'}, {'type': 'object', 'properties': {'id': {'type': 'string'}}}]},
        'Link': {'allOf': [{'$ref': '#/components/schemas/Link'}, {'type': 'object', 'required': ['id'], 'properties': {'id': {'type': 'string'}}}]}
      }, 'securitySchemes': {
        'Key': {'type': 'apiKey', 'in': 'header', 'name': 'X-Key'},
        'Token': {'type': 'apiKey', 'in': 'header', 'name': 'X-Key', 'description': 'The same.'},
        'OAuth': {'type': 'oauth2', 'flows': {}}
      }}\
      """;

  private Documents() {}

  static ApiDocument of(String json) {
    var bytes = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    return new ApiDocument(Tree.members(JSON.read(bytes, Codecs.VALUE)));
  }

  /** A document whose paths are these. */
  static ApiDocument paths(String paths) {
    return of("{'openapi': '3.1.0', 'paths': {" + paths + "}, 'components': " + COMPONENTS + "}");
  }

  /** A document with one operation, {@code POST /it}. */
  static ApiDocument operation(String words) {
    return paths("'/it': {'post': {" + words + "}}");
  }

  /** A document in which a client sends a value as field {@code x}. */
  static ApiDocument sent(String schema) {
    return operation("'requestBody': {'content': " + content(schema) + "}");
  }

  /** A document in which a client gets a value as field {@code x}. */
  static ApiDocument got(String schema) {
    return operation("'responses': {'200': {'content': " + content(schema) + "}}");
  }

  private static String content(String schema) {
    return "{'application/json': {'schema': {'type': 'object', 'properties': {'x': "
        + schema
        + "}}}}";
  }

  /** What changes, a line for each: its effect and its text. */
  static List<String> changes(ApiDocument before, ApiDocument after) {
    return ApiComparison.of(before, after).all().stream()
        .map(change -> change.effect() + " " + change.text())
        .toList();
  }
}

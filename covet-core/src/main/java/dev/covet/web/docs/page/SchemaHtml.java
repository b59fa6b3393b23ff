package dev.covet.web.docs.page;

import dev.covet.api.Html;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells the schemas of a document in HTML: one that is referred to is a link, and what was linked
 * is told once, so that one that holds itself has an end. Not thread-safe.
 */
final class SchemaHtml {
  /** What is told in other words, or no limit. */
  private static final Set<String> NO_LIMITS =
      Set.of(
          "type",
          "format",
          "$ref",
          "const",
          "enum",
          "oneOf",
          "anyOf",
          "items",
          "properties",
          "required",
          "description",
          "examples",
          "additionalProperties",
          "discriminator",
          "writeOnly");

  private static final Pattern CODE = Pattern.compile("`([^`]+)`");

  private final Map<String, DocumentPart> schemas;
  private final Set<String> linked = new LinkedHashSet<>();
  private final Deque<String> untold = new ArrayDeque<>();

  SchemaHtml(Map<String, DocumentPart> schemas) {
    this.schemas = schemas;
  }

  /** What a reference stands for, or the schema itself. */
  DocumentPart target(DocumentPart schema) {
    return schema.has("$ref") ? schemas.getOrDefault(schema.referred(), schema) : schema;
  }

  /** Whatever has been linked so far, and what that links to. */
  List<Html> linked() {
    var all = new ArrayList<Html>();
    while (!untold.isEmpty()) {
      var name = untold.remove();
      all.add(
          Html.of(
              """
              <section class="schema" id="schema-{}">
              <h3>{}</h3>
              {}
              </section>
              """,
              name,
              name,
              whole(schemas.getOrDefault(name, DocumentPart.NOTHING))));
    }
    return all;
  }

  /** A schema with its text: the fields of an object, or what any other is in words. */
  Html whole(DocumentPart schema) {
    var fields = schema.at("properties").members();
    var text = paragraphs(schema.at("description").text());
    if (fields.isEmpty()) return Html.of("{}<p class=\"type\">{}</p>", text, words(schema));
    var required = schema.at("required").items().stream().map(DocumentPart::text).toList();
    var rows =
        fields.entrySet().stream()
            .map(each -> row("", each.getKey(), required.contains(each.getKey()), each.getValue()))
            .toList();
    return Html.of("{}<table><tbody>\n{}</tbody></table>", text, rows);
  }

  /**
   * A row of a table that says what a name stands for.
   *
   * @param place where it stands; empty for in an object
   */
  Html row(String place, String name, boolean isRequired, DocumentPart schema) {
    return Html.of(
        "<tr><th scope=\"row\"><code>{}</code>{}</th><td>{}{}</td></tr>\n",
        name,
        aside((place + (isRequired ? "" : " optional")).strip()),
        words(schema),
        paragraphs(schema.at("description").text()));
  }

  /** What a value is, in words, with its limits. */
  private Html words(DocumentPart schema) {
    var limits =
        schema.members().entrySet().stream()
            .filter(each -> !NO_LIMITS.contains(each.getKey()))
            .map(each ->
                Html.of(
                    " <code class=\"limit\">{}: {}</code>", each.getKey(), each.getValue().shown()))
            .toList();
    return Html.of("{}{}", type(schema), limits);
  }

  private Html type(DocumentPart schema) {
    if (schema.has("$ref")) return link(schema.referred());
    if (schema.has("const")) return Html.of("<code>{}</code>", schema.at("const").json());
    if (schema.has("enum")) {
      return either(
          schema.at("enum").items().stream()
              .map(each -> Html.of("<code>{}</code>", each.json()))
              .toList());
    }
    for (var choice : List.of("oneOf", "anyOf")) {
      if (schema.has(choice)) {
        return either(schema.at(choice).items().stream().map(this::type).toList());
      }
    }
    var types = schema.at("type").items();
    if (!types.isEmpty()) {
      return either(types.stream().map(each -> type(schema, each.text())).toList());
    }
    return type(schema, schema.at("type").text());
  }

  private Html type(DocumentPart schema, String name) {
    var members = schema.at("additionalProperties");
    if (name.equals("object") && !members.members().isEmpty()) {
      return Html.of("object, each member of it {}", type(members));
    }
    var format = schema.at("format").text();
    return switch (name) {
      case "" -> Html.raw("any value");
      case "array" -> Html.of("list of {}", type(schema.at("items")));
      case "null" -> Html.raw("null");
      default -> Html.of("{}{}", name, aside(format));
    };
  }

  private static Html aside(String text) {
    return text.isEmpty() ? Html.raw("") : Html.of(" <span class=\"aside\">{}</span>", text);
  }

  private static Html either(List<Html> all) {
    return new Html(String.join(" or ", all.stream().map(Html::text).toList()));
  }

  private Html link(String name) {
    if (linked.add(name)) untold.add(name);
    return Html.of("<a href=\"#schema-{}\">{}</a>", name, name);
  }

  /** A text of Javadoc: its paragraphs and what is code in them; other Markdown stays as it is. */
  static Html paragraphs(String markdown) {
    var all =
        Arrays.stream(markdown.split("\n\n"))
            .filter(each -> !each.isBlank())
            .map(each -> Html.of("<p>{}</p>\n", code(each)));
    return Html.of("{}", all.toList());
  }

  private static Html code(String text) {
    var escaped = Html.of("{}", text).text();
    return new Html(CODE.matcher(escaped).replaceAll("<code>$1</code>"));
  }
}

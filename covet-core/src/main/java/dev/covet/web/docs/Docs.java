package dev.covet.web.docs;

import dev.covet.schema.Operation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * How an app shows its documents. Immutable.
 *
 * @param title the API's name
 * @param version the API's version, not that of OpenAPI
 * @param edits run over the finished document, in order; each gets the tree of maps and lists and
 *     changes it in place
 * @param isOn whether the documents are served at all
 */
public record Docs(
    String title, String version, List<Consumer<Map<String, Object>>> edits, boolean isOn) {
  /** Copies the edits. */
  public Docs {
    edits = List.copyOf(edits);
  }

  /** Documents under a title, of version 1. */
  public static Docs title(String title) {
    return new Docs(title, "1", List.of(), true);
  }

  /** No documents. */
  public static Docs off() {
    return new Docs("API", "1", List.of(), false);
  }

  /** This with the API's version. */
  public Docs version(String version) {
    return new Docs(title, version, edits, isOn);
  }

  /**
   * This with a last word: what is put into the tree (maps, lists, texts, numbers, booleans) is in
   * the document.
   */
  public Docs edit(Consumer<Map<String, Object>> edit) {
    return new Docs(title, version, plus(edit), isOn);
  }

  private List<Consumer<Map<String, Object>>> plus(Consumer<Map<String, Object>> edit) {
    return Stream.concat(edits.stream(), Stream.of(edit)).toList();
  }

  /**
   * The OpenAPI 3.1 document of these operations, as JSON in UTF-8.
   *
   * @throws IllegalArgumentException if the operations are unfit ({@link OpenApi#faults}), or an
   *     edit put something in that is no JSON
   */
  public byte[] openApi(List<Operation> operations) {
    var tree = OpenApi.tree(this, operations);
    edits.forEach(edit -> edit.accept(tree));
    return JsonText.of(tree).getBytes(StandardCharsets.UTF_8);
  }
}

package dev.covet.web.docs;

import dev.covet.schema.Operation;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * How an app shows its documents. Immutable.
 *
 * <pre>{@code
 * app.docs(
 *     Docs.title("Shop")
 *         .version("2.1")
 *         .description("Sells *everything*.")
 *         .license("Apache 2.0", "https://www.apache.org/licenses/LICENSE-2.0")
 *         .server("https://api.example.org", "Production"));
 * }</pre>
 *
 * @param title the API's name
 * @param version the API's version, not that of OpenAPI
 * @param description of the API, in Markdown; empty for none
 * @param license under which the API may be used
 * @param servers where it is; none for where the document is read
 * @param edits run over the finished document, in order; each gets the tree of maps and lists and
 *     changes it in place
 * @param isOn whether the documents are served at all
 */
public record Docs(
    String title,
    String version,
    String description,
    Optional<License> license,
    List<Location> servers,
    List<Consumer<Map<String, Object>>> edits,
    boolean isOn) {
  /** Copies the lists. */
  public Docs {
    servers = List.copyOf(servers);
    edits = List.copyOf(edits);
  }

  /**
   * A license.
   *
   * @param url where its text is
   */
  public record License(String name, String url) {
    /**
     * Looks at the address.
     *
     * @throws IllegalArgumentException if it is no URI
     */
    public License {
      URI.create(url);
    }
  }

  /**
   * Where the API is.
   *
   * @param url absolute, or a path on the host that the document is read from
   * @param description empty for none
   */
  public record Location(String url, String description) {
    /**
     * Looks at the address.
     *
     * @throws IllegalArgumentException if it is no URI, or begins neither with a slash nor with
     *     http
     */
    public Location {
      URI.create(url);
      if (!url.startsWith("/") && !url.matches("https?://.+")) {
        throw new IllegalArgumentException("A server is a URL or a path such as /api, not " + url);
      }
    }
  }

  /** Documents under a title, of version 1. */
  public static Docs title(String title) {
    return new Docs(title, "1", "", Optional.empty(), List.of(), List.of(), true);
  }

  /** No documents. */
  public static Docs off() {
    return new Docs("API", "1", "", Optional.empty(), List.of(), List.of(), false);
  }

  /** This with the API's version. */
  public Docs version(String version) {
    return new Docs(title, version, description, license, servers, edits, isOn);
  }

  /** This with a description of the API, in Markdown (CommonMark). */
  public Docs description(String description) {
    return new Docs(title, version, description, license, servers, edits, isOn);
  }

  /**
   * This with the license under which the API may be used.
   *
   * @param url where its text is
   * @throws IllegalArgumentException if the address is no URI
   */
  public Docs license(String name, String url) {
    var one = Optional.of(new License(name, url));
    return new Docs(title, version, description, one, servers, edits, isOn);
  }

  /** This with a place where the API is: as {@link #server(String, String)}, without a text. */
  public Docs server(String url) {
    return server(url, "");
  }

  /**
   * This with a place where the API is, after those named before. Without any, it is where the
   * document is read. Behind a proxy that cuts off a prefix of paths, that prefix is its place.
   *
   * @param url absolute, or a path on the host that the document is read from: {@code /api}
   * @throws IllegalArgumentException if it is neither
   */
  public Docs server(String url, String description) {
    var all = plus(servers, new Location(url, description));
    return new Docs(title, version, this.description, license, all, edits, isOn);
  }

  /**
   * This with a last word: what is put into the tree (maps, lists, texts, numbers, booleans) is in
   * the document.
   */
  public Docs edit(Consumer<Map<String, Object>> edit) {
    return new Docs(title, version, description, license, servers, plus(edits, edit), isOn);
  }

  private static <T> List<T> plus(List<T> some, T last) {
    return Stream.concat(some.stream(), Stream.of(last)).toList();
  }

  /**
   * The OpenAPI 3.1 document of these operations, as JSON in UTF-8.
   *
   * @throws IllegalArgumentException if two operations have one id, or one method and path, or an
   *     edit put something in that is no JSON
   */
  public byte[] openApi(List<Operation> operations) {
    return openApi(operations, AppForms.NONE);
  }

  /** As {@link #openApi(List)}, with examples that an app has read and errors that it has made. */
  public byte[] openApi(List<Operation> operations, AppForms forms) {
    return JsonText.of(edited(operations, forms)).getBytes(StandardCharsets.UTF_8);
  }

  /**
   * As {@link #openApi(List, AppForms)}, for a file that people read and compare: indented, a line
   * for each.
   */
  public byte[] openApiLines(List<Operation> operations, AppForms forms) {
    return JsonText.lines(edited(operations, forms)).getBytes(StandardCharsets.UTF_8);
  }

  /**
   * As {@link #openApi(List, AppForms)}, of OpenAPI 3.2: it says what each piece of a stream is.
   */
  public byte[] openApi32(List<Operation> operations, AppForms forms) {
    var tree = OpenApi.newer(edited(operations, forms));
    return JsonText.of(tree).getBytes(StandardCharsets.UTF_8);
  }

  /**
   * The AsyncAPI 3.0 document of those of these operations that open WebSockets, as JSON in UTF-8.
   */
  public byte[] asyncApi(List<Operation> operations, AppForms forms) {
    return JsonText.of(AsyncApi.tree(this, operations, forms)).getBytes(StandardCharsets.UTF_8);
  }

  private Map<String, Object> edited(List<Operation> operations, AppForms forms) {
    var tree = OpenApi.tree(this, operations, forms);
    edits.forEach(edit -> edit.accept(tree));
    return tree;
  }
}

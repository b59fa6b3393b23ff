package dev.covet.web.docs.page;

import dev.covet.api.Html;
import dev.covet.api.NotFound;
import dev.covet.web.docs.Docs;
import dev.covet.web.http.Handler;
import dev.covet.web.http.Request;
import dev.covet.web.http.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The pages that show an API: Swagger UI at {@code /docs}, ReDoc at {@code /redoc}, the document
 * itself at {@code /openapi.json}, and as OpenAPI 3.2 at {@code /openapi-3.2.json}; where there are
 * WebSockets, what is said over them at {@code /docs/sockets} and {@code /asyncapi.json}.
 *
 * <p>Everything comes from the class path, and from a closed list: a path that is not in {@link
 * #paths} is not found, and none reaches the class path. Each page is held to its own files by its
 * content security policy, and asks no other host for anything. Thread-safe.
 */
public final class DocPages implements Handler {
  private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";
  private static final String OWN_FILES =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  /**
   * ReDoc fills an empty style element rule by rule, so that the hash of the empty text admits it
   * and no other; its search runs in a worker that it makes itself.
   */
  private static final String REDOC_FILES =
      OWN_FILES.replace(
              "style-src 'self'",
              "style-src 'self' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='")
          + "; worker-src blob:";

  private static final String HTML = "text/html; charset=utf-8";
  private static final String SCRIPT = "text/javascript; charset=utf-8";
  private static final String STYLE = "text/css; charset=utf-8";
  private static final String PNG = "image/png";

  private final Map<String, DocFile> files;

  /**
   * The document in its versions, each made when it is asked for the first time.
   *
   * @param openApi gives what {@link Docs#openApi} gave
   * @param openApi32 gives what {@link Docs#openApi32} gave
   * @param asyncApi gives what {@link Docs#asyncApi} gave; empty for an API without WebSockets
   */
  public record Documents(
      Supplier<byte[]> openApi, Supplier<byte[]> openApi32, Optional<Supplier<byte[]>> asyncApi) {}

  /**
   * The pages of an API, whose users may sign in elsewhere; none if the documents are off.
   *
   * @param origins the other hosts that give tokens: Swagger UI may ask them
   */
  public DocPages(Docs docs, Documents documents, List<String> origins) {
    var connected = String.join(" ", Stream.concat(Stream.of("'self'"), origins.stream()).toList());
    files = docs.isOn() ? files(docs, documents, connected) : Map.of();
  }

  private static Map<String, DocFile> files(Docs docs, Documents documents, String connected) {
    var all = new TreeMap<String, DocFile>();
    all.put("/openapi.json", new DocFile("application/json", NOTHING, documents.openApi()));
    all.put("/openapi-3.2.json", new DocFile("application/json", NOTHING, documents.openApi32()));
    var frame = new DocFrame(docs.title(), documents.asyncApi().isPresent());
    addSwaggerUi(all, frame, OWN_FILES.replace("connect-src 'self'", "connect-src " + connected));
    addRedoc(all, frame);
    documents.asyncApi().ifPresent(it -> addSockets(all, frame, it));
    return all;
  }

  private static void addSwaggerUi(Map<String, DocFile> all, DocFrame frame, String policy) {
    var names = List.of("docs/page.css", "docs/ui.css", "docs/ui.js", "docs/init.js");
    var page = frame.page("docs", names, Html.raw(""));
    all.put("/docs", new DocFile(HTML, policy, () -> page));
    all.put("/docs/page.css", own(STYLE, "page.css"));
    all.put("/docs/init.js", own(SCRIPT, "swagger-init.js"));
    all.put("/docs/ui.css", swagger(STYLE, "swagger-ui.css"));
    all.put("/docs/ui.js", swagger(SCRIPT, "swagger-ui-bundle.js"));
    all.put("/docs/icon.png", swagger(PNG, "favicon-32x32.png"));
    all.put("/docs/oauth2-redirect.js", swagger(SCRIPT, "oauth2-redirect.js"));
    all.put(
        "/docs/oauth2-redirect.html",
        new DocFile(HTML, OWN_FILES, () -> WebJars.swaggerUi("oauth2-redirect.html")));
  }

  private static void addRedoc(Map<String, DocFile> all, DocFrame frame) {
    var names = List.of("redoc/page.css", "redoc/ui.js", "redoc/init.js");
    var page = frame.page("redoc", names, Html.raw(""));
    all.put("/redoc", new DocFile(HTML, REDOC_FILES, () -> page));
    all.put("/redoc/page.css", own(STYLE, "page.css"));
    all.put("/redoc/init.js", own(SCRIPT, "redoc-init.js"));
    all.put("/redoc/ui.js", new DocFile(SCRIPT, NOTHING, WebJars::redoc));
    all.put("/redoc/icon.png", swagger(PNG, "favicon-32x32.png"));
  }

  private static void addSockets(
      Map<String, DocFile> all, DocFrame frame, Supplier<byte[]> asyncApi) {
    var names = List.of("docs/page.css", "docs/sockets.css", "docs/sockets.js");
    all.put("/asyncapi.json", new DocFile("application/json", NOTHING, asyncApi));
    all.put(
        "/" + DocFrame.SOCKETS,
        new DocFile(
            HTML,
            OWN_FILES,
            () -> frame.page(DocFrame.SOCKETS, names, SocketPage.of(asyncApi.get()))));
    all.put("/docs/sockets.css", own(STYLE, "sockets.css"));
    all.put("/docs/sockets.js", own(SCRIPT, "sockets.js"));
  }

  private static DocFile own(String mediaType, String name) {
    return new DocFile(mediaType, NOTHING, () -> WebJars.own(name));
  }

  private static DocFile swagger(String mediaType, String name) {
    return new DocFile(mediaType, NOTHING, () -> WebJars.swaggerUi(name));
  }

  /** The paths that there are, each to be read with {@code GET}; empty if the documents are off. */
  public Set<String> paths() {
    return Set.copyOf(files.keySet());
  }

  /**
   * The file at the request's path, or 304 if the client has it.
   *
   * @throws NotFound if there is none
   */
  @Override
  public Response handle(Request request) {
    var file = files.get(request.path());
    if (file == null) throw new NotFound("This page does not exist");
    return file.handle(request);
  }
}

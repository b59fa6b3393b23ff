package dev.covet.web.docs.page;

import dev.covet.api.Html;
import dev.covet.api.NotFound;
import dev.covet.web.docs.Docs;
import dev.covet.web.http.Handler;
import dev.covet.web.http.Request;
import dev.covet.web.http.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The pages that show an API: Swagger UI at {@code /docs}, ReDoc at {@code /redoc}, the document
 * itself at {@code /openapi.json}, and as OpenAPI 3.2 at {@code /openapi-3.2.json}; what is said
 * over WebSockets at {@code /asyncapi.json}.
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
    documents
        .asyncApi()
        .ifPresent(it -> all.put("/asyncapi.json", new DocFile("application/json", NOTHING, it)));
    addSwaggerUi(
        all, docs.title(), OWN_FILES.replace("connect-src 'self'", "connect-src " + connected));
    addRedoc(all, docs.title());
    return all;
  }

  private static void addSwaggerUi(Map<String, DocFile> all, String title, String policy) {
    var style = Html.raw("<link rel=\"stylesheet\" href=\"docs/ui.css\">");
    var page = page(title, "docs/", style);
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

  private static void addRedoc(Map<String, DocFile> all, String title) {
    var page = page(title, "redoc/", Html.raw(""));
    all.put("/redoc", new DocFile(HTML, REDOC_FILES, () -> page));
    all.put("/redoc/page.css", own(STYLE, "page.css"));
    all.put("/redoc/init.js", own(SCRIPT, "redoc-init.js"));
    all.put("/redoc/ui.js", new DocFile(SCRIPT, NOTHING, WebJars::redoc));
    all.put("/redoc/icon.png", swagger(PNG, "favicon-32x32.png"));
  }

  private static DocFile own(String mediaType, String name) {
    return new DocFile(mediaType, NOTHING, () -> WebJars.own(name));
  }

  private static DocFile swagger(String mediaType, String name) {
    return new DocFile(mediaType, NOTHING, () -> WebJars.swaggerUi(name));
  }

  /** A page whose files are named relative to it, so that an app under a prefix works, too. */
  private static byte[] page(String title, String folder, Html style) {
    var page =
        Html.of(
            """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>{}</title>
            <link rel="icon" type="image/png" href="{}icon.png">
            <link rel="stylesheet" href="{}page.css">
            {}
            </head>
            <body>
            <nav aria-label="Documents">
            <a href="docs"{}>Swagger UI</a>
            <a href="redoc"{}>ReDoc</a>
            <a href="openapi.json">openapi.json</a>
            </nav>
            <main id="page"></main>
            <script src="{}ui.js"></script>
            <script src="{}init.js"></script>
            </body>
            </html>
            """,
            title,
            folder,
            folder,
            style,
            current(folder.equals("docs/")),
            current(folder.equals("redoc/")),
            folder,
            folder);
    return page.text().getBytes(StandardCharsets.UTF_8);
  }

  private static Html current(boolean isThisPage) {
    return Html.raw(isThisPage ? " aria-current=\"page\"" : "");
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

package dev.covet.cli.dev;

import dev.covet.api.Html;
import dev.covet.cli.compile.Mistake;
import dev.covet.web.http.Content;
import dev.covet.web.http.Method;
import dev.covet.web.http.Request;
import dev.covet.web.http.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What browsers get beside the app's own answers: the page that says why the newest edit does not
 * run, and a script by which that page and those of the documents load anew. Only for those who are
 * on this machine and call it by a name of its own: a page of another host, whose name leads here
 * all of a sudden, sees no source (DNS rebinding).
 */
final class LivePages {
  /** Where the script and its requests go. */
  private static final String HERE = "/.covet/live";

  private static final String SCRIPT = HERE + ".js";
  private static final Duration WAIT_MAX = Duration.ofSeconds(15);
  private static final Set<String> DOCUMENTS = Set.of("/docs", "/redoc");
  private static final String END = "</body>";
  private static final Pattern OWN_NAME =
      Pattern.compile(
          "(localhost|127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}|\\[::1])(:\\d+)?",
          Pattern.CASE_INSENSITIVE);
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none';"
          + " form-action 'none'; frame-ancestors 'none'";

  private final Path folder;
  private final Stage stage;
  private final byte[] script = own("live.js");
  private final byte[] style = own("live.css");

  LivePages(Path folder, Stage stage) {
    this.folder = folder;
    this.stage = stage;
  }

  private static byte[] own(String name) {
    try (var in = Objects.requireNonNull(LivePages.class.getResourceAsStream(name))) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether somebody on this machine asks, who may see its sources. */
  static boolean isOwn(Request request) {
    var peer = request.peer().getAddress();
    return peer != null
        && peer.isLoopbackAddress()
        && OWN_NAME.matcher(request.authority()).matches();
  }

  /** Whether a request is for this, not for the app. */
  boolean takes(Request request) {
    return request.path().startsWith(HERE) && isOwn(request);
  }

  Response answer(Request request) {
    return switch (request.path()) {
      case SCRIPT -> fresh(Response.bytes("text/javascript; charset=utf-8", script));
      case HERE + ".css" -> fresh(Response.bytes("text/css; charset=utf-8", style));
      case HERE -> fresh(Response.json(200, number(seen(request))));
      default -> Response.empty(404);
    };
  }

  private static Response fresh(Response response) {
    return response.withHeader("Cache-Control", "no-store");
  }

  private static long seen(Request request) {
    var text = request.query();
    return text.matches("seen=\\d{1,18}") ? Long.parseLong(text.substring("seen=".length())) : 0;
  }

  private byte[] number(long seen) {
    var number = stage.numberAfter(seen, WAIT_MAX);
    return ("{\"version\": " + number + "}").getBytes(StandardCharsets.UTF_8);
  }

  /** Whether a browser asks for a page to show. */
  static boolean isForPage(Request request) {
    return request.method() == Method.GET
        && request.header("Accept").filter(it -> it.contains("text/html")).isPresent();
  }

  /** Whether one on this machine does, which may see its sources. */
  static boolean isForOwnPage(Request request) {
    return isForPage(request) && isOwn(request);
  }

  /** The page of an app that has not started yet. It loads again by itself wherever it is seen. */
  Response starting(Request request, long number) {
    var content =
        """
        <h1 class="busy">Starting</h1>
        <p>The app is being compiled. This page shows it as soon as it runs.</p>
        """;
    var page = page("Starting", Html.raw(content), number);
    var response = page.withStatus(503).withHeader("Retry-After", "1");
    return isOwn(request) ? response : response.withHeader("Refresh", "1");
  }

  /** The page that says why the newest edit does not run. */
  Response page(Stage.Scene scene) {
    var others =
        scene.version() == null ? "" : "Other clients get the answers of the previous version.";
    var content =
        Html.of(
            "{}<p>This page loads again by itself as soon as it is fixed. {}</p>",
            Html.raw(
                scene.troubles().stream().map(this::trouble).collect(Collectors.joining("\n"))),
            others);
    return page(scene.troubles().getFirst().title(), content, scene.number()).withStatus(500);
  }

  private static Response page(String title, Html content, long number) {
    var page =
        Html.of(
            """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{}</title>
            <link rel="stylesheet" href="/.covet/live.css">
            </head>
            <body>
            <main>
            {}
            </main>
            <script src="{}"></script>
            </body>
            </html>
            """,
            title,
            content,
            address(number));
    return fresh(Response.html(page)).withHeader("Content-Security-Policy", POLICY);
  }

  private String trouble(Trouble trouble) {
    var compiler = trouble.mistakes().stream().map(this::mistake);
    var lines =
        trouble.lines().stream().map(it -> Html.of("<section><pre>{}</pre></section>", it).text());
    return Stream.of(Stream.of(Html.of("<h1>{}</h1>", trouble.title()).text()), compiler, lines)
        .flatMap(each -> each)
        .collect(Collectors.joining("\n"));
  }

  private String mistake(Mistake mistake) {
    return Html.of(
            "<section><h2>{}</h2><p class=\"text\">{}</p>{}</section>",
            mistake.place(folder),
            mistake.text(),
            mistake.source().isBlank() ? "" : Html.raw(source(mistake)))
        .text();
  }

  /** The line of source with what the compiler points at. */
  private static String source(Mistake mistake) {
    var line = mistake.source() + " "; // what is missing at its end has a place, too
    var at = Math.clamp(mistake.column() - 1, 0, line.length() - 1);
    return Html.of(
            "<pre><span class=\"number\">{}</span> {}<mark>{}</mark>{}</pre>",
            mistake.line(),
            line.substring(0, at),
            line.substring(at, at + 1),
            line.substring(at + 1))
        .text();
  }

  private static String address(long number) {
    return SCRIPT + "?seen=" + number;
  }

  /** The request, for a page of the documents that is not compressed: the script goes into it. */
  static Request readable(Request request) {
    return DOCUMENTS.contains(request.path()) && isForOwnPage(request)
        ? request.withHeader("Accept-Encoding", "identity")
        : request;
  }

  /** A page of the documents, with the script in it; any other answer as it is. */
  Response live(Request request, Response response, long number) {
    if (!DOCUMENTS.contains(request.path())
        || !isForOwnPage(request)
        || response.status() != 200
        || !(response.content() instanceof Content.Bytes bytes)) {
      return response;
    }
    var page = new String(bytes.array(), StandardCharsets.UTF_8);
    var script = "<script src=\"" + address(number) + "\"></script>\n" + END;
    var live = page.replace(END, script).getBytes(StandardCharsets.UTF_8);
    return fresh(response.withoutHeader("ETag").withContent(new Content.Bytes(live)));
  }
}

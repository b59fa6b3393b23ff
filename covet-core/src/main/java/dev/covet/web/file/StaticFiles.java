package dev.covet.web.file;

import dev.covet.api.Mode;
import dev.covet.api.NotFound;
import dev.covet.base.config.StartFailure;
import dev.covet.header.HeaderValues;
import dev.covet.web.http.Content;
import dev.covet.web.http.Handler;
import dev.covet.web.http.Method;
import dev.covet.web.http.Request;
import dev.covet.web.http.Response;
import dev.covet.web.message.FileTypes;
import dev.covet.web.message.MediaType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files of a folder, for everybody: pages, scripts, images. Mounted in an app, where routes
 * win. Immutable and thread-safe.
 *
 * <pre>{@code
 * app.mount("/", StaticFiles.in(Path.of("web")).fallback("index.html")).open("/")
 * }</pre>
 *
 * <p>Files are looked up at each request, and answered as {@link Response#file} answers them. A
 * folder is its {@code index.html}. Beside {@code app.js} may lie {@code app.js.br}, {@code
 * app.js.zst} and {@code app.js.gz}, for clients that accept them; one that is older than {@code
 * app.js} is left alone. A name with a hash of at least 8 hexadecimal digits, {@code
 * app.3f9a1c2b.js}, is kept by clients for a year. Nothing outside of the folder is ever sent, and
 * nothing whose name begins with a dot, but for {@code .well-known} (RFC 8615). Other methods than
 * {@code GET} and {@code HEAD} are a 405.
 */
public final class StaticFiles implements Handler {
  private static final Logger LOG = LoggerFactory.getLogger(StaticFiles.class);
  private static final String INDEX = "index.html";
  private static final String FOR_EVER = "public, max-age=31536000, immutable";

  /** A hash has digits and letters: eight digits alone are rather a date. */
  private static final Pattern HASHED =
      Pattern.compile(".+[.-](?=[0-9a-f]*[0-9])(?=[0-9a-f]*[a-f])[0-9a-f]{8,64}\\.[^/]+");

  private final FileRoot root;
  private final List<String> fallback;
  private final List<String> hashed;

  private StaticFiles(FileRoot root, List<String> fallback, List<String> hashed) {
    this.root = root;
    this.fallback = List.copyOf(fallback);
    this.hashed = List.copyOf(hashed);
  }

  /**
   * The files of a folder on the disk.
   *
   * @param folder a relative one lies where the program runs; in production it must be there at
   *     start
   */
  public static StaticFiles in(Path folder) {
    return new StaticFiles(new FileRoot.Folder(folder.toAbsolutePath()), List.of(), List.of());
  }

  /**
   * The files of a folder on the class path, {@code src/main/resources/web} of a project, or of the
   * same name in a jar.
   *
   * @param beside a class whose loader finds them
   * @param folder such as {@code web}; never all of the class path, which has the program in it
   * @throws IllegalArgumentException if that is no name of a folder
   */
  public static StaticFiles onClassPath(Class<?> beside, String folder) {
    var names = String.join("/", names(folder));
    var loader = beside.getClassLoader();
    return new StaticFiles(new FileRoot.Packed(loader, names), List.of(), List.of());
  }

  /**
   * These, with a page for every path that has no file: for an app of one page, which finds out by
   * itself what the path means. It is sent where a browser goes to a page ({@code Accept} has
   * {@code text/html}); a script or an image that is missing stays a 404.
   *
   * @param file its path in the folder, {@code index.html}
   * @throws IllegalArgumentException if that is no path of a file
   */
  public StaticFiles fallback(String file) {
    return new StaticFiles(root, names(file), hashed);
  }

  /**
   * These, where all files of a folder in this one are named by what is in them: clients keep them
   * for a year.
   *
   * @param folder its path in the folder, {@code assets}
   * @throws IllegalArgumentException if that is no path of a folder
   */
  public StaticFiles immutable(String folder) {
    var more = Stream.concat(hashed.stream(), Stream.of(String.join("/", names(folder)) + "/"));
    return new StaticFiles(root, fallback, more.toList());
  }

  private static List<String> names(String path) {
    var names = List.of(path.split("/", -1));
    for (var i = 0; i < names.size(); i++) {
      if (!FileNames.isName(names.get(i), i == 0, true)) {
        throw new IllegalArgumentException("\"%s\" is not a path within a folder".formatted(path));
      }
    }
    return names;
  }

  /**
   * Looks whether the folder is there, when the app starts.
   *
   * @throws StartFailure if it is not, in production; elsewhere it may come later
   */
  public void check(Mode mode) {
    if (root.isThere()) return;
    if (mode == Mode.PRODUCTION) {
      throw new StartFailure(List.of("StaticFiles: there is no folder " + root + "."));
    }
    LOG.atWarn().addKeyValue("folder", root).log("static_files_missing");
  }

  @Override
  public Response handle(Request request) {
    var names = FileNames.of(request.path());
    if (names == null) throw nothing();
    return FileAnswer.of(request, () -> find(request, names));
  }

  /** Leads to the same path with a slash, from where the links of an index lead on. */
  public static Response toFolder(String name, Request request) {
    var query = request.query().isEmpty() ? "" : "?" + request.query();
    return Response.empty(308)
        .withHeader("Location", "./" + HeaderValues.segment(name) + "/" + query);
  }

  private static NotFound nothing() {
    return new NotFound("There is nothing at this path");
  }

  private FileAnswer.Hit find(Request request, List<String> names) throws IOException {
    var isFolder = request.path().endsWith("/");
    var file = isFolder ? plus(names, INDEX) : names;
    var asset = root.file(file);
    if (asset != null) return allowed(request, file, asset);
    var isRead = request.method() == Method.GET || request.method() == Method.HEAD;
    if (isRead && !isFolder && root.file(plus(names, INDEX)) != null) {
      return new FileAnswer.Hit(toFolder(names.getLast(), request), null);
    }
    var page = isRead && isNavigation(request) && !fallback.isEmpty() ? root.file(fallback) : null;
    if (page == null) throw nothing();
    var hit = found(request, fallback, page);
    return new FileAnswer.Hit(hit.response().varying("Accept"), hit.asset());
  }

  private static List<String> plus(List<String> names, String last) {
    var more = new ArrayList<>(names);
    more.add(last);
    return more;
  }

  private FileAnswer.Hit allowed(Request request, List<String> file, Asset asset)
      throws IOException {
    return switch (request.method()) {
      case GET, HEAD -> found(request, file, asset);
      case OPTIONS ->
          new FileAnswer.Hit(Response.empty(204).withHeader("Allow", FileIsRead.ALLOWED), null);
      default -> throw new FileIsRead();
    };
  }

  private FileAnswer.Hit found(Request request, List<String> file, Asset asset) throws IOException {
    var name = file.getLast();
    var response = Response.of(200, FileTypes.of(name), new Content.None());
    var path = String.join("/", file);
    var isHashed = HASHED.matcher(name).matches() || hashed.stream().anyMatch(path::startsWith);
    if (isHashed) response = response.withHeader("Cache-Control", FOR_EVER);
    return Variants.of(root, file, asset).best(request, response);
  }

  /** Whether a browser is going to a page, rather than fetching what a page needs. */
  private static boolean isNavigation(Request request) {
    var accepted = MediaType.list(String.join(",", request.headers().all("Accept")));
    return accepted.stream()
        .anyMatch(each -> each.type().equals("text/html") && each.quality() > 0);
  }
}

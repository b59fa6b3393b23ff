package dev.covet.web.file;

import dev.covet.api.NotFound;
import dev.covet.api.PreconditionFailed;
import dev.covet.api.Unavailable;
import dev.covet.web.http.Content;
import dev.covet.web.http.FileTerms;
import dev.covet.web.http.Method;
import dev.covet.web.http.Request;
import dev.covet.web.http.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes of a response that names a file what one client is to get of it: all, a part, that nothing
 * has changed, or an error (RFC 9110, 13 and 14). Thread-safe, since the file may be opened by
 * another thread than the request's, which may be interrupted meanwhile.
 */
public final class FileAnswer {
  /** What is no longer is read at once, and takes no open file while it is sent. */
  private static final int READ_AT_ONCE_BYTES_MAX = 65_536;

  /** How often a file is looked at again that changes while it is opened. */
  private static final int TRIES_MAX = 3;

  private static final String TYPE = "Content-Type";

  private final Request request;
  private final FileTerms terms;

  /** Guarded by this, as the next one. */
  private Asset.@Nullable OpenFile opened;

  private boolean isAbandoned;

  private FileAnswer(Request request) {
    this.request = request;
    this.terms = request.terms().files();
  }

  /**
   * What was found to be sent.
   *
   * @param response says what is known beside the file
   * @param asset null if the response has no file
   */
  record Hit(Response response, @Nullable Asset asset) {}

  /** Looks for a file; it may wait for a disk. */
  @FunctionalInterface
  interface Search {
    Hit find() throws IOException;
  }

  /**
   * The response itself, or what is to be sent of the file that it names.
   *
   * @throws NotFound if there is no such file
   * @throws PreconditionFailed if it is not in the state that the client asks for
   */
  public static Response of(Request request, Response response) {
    return response.content() instanceof Content.File(var path)
        ? of(request, () -> new Hit(response, StoredFile.at(path)))
        : response;
  }

  /** The response to a file that is yet to be found, as {@link #of(Request, Response)}. */
  static Response of(Request request, Search search) {
    return new FileAnswer(request).answer(search);
  }

  private Response answer(Search search) {
    try {
      var answer = terms.disk().now(() -> searched(search));
      return hold(answer);
    } catch (NoSuchFileException _) {
      throw new NotFound("File not found");
    } catch (FileSystemException e) {
      if (String.valueOf(e.getReason()).contains("Too many open files")) {
        throw new Unavailable("The server is busy");
      }
      throw new UncheckedIOException(e);
    } catch (IOException e) {
      abandon();
      throw new UncheckedIOException(e);
    }
  }

  private Response searched(Search search) throws IOException {
    for (var tries = 1; tries < TRIES_MAX; tries++) {
      try {
        return searchedOnce(search);
      } catch (FileChanged _) {
        // look again
      }
    }
    return searchedOnce(search);
  }

  private Response searchedOnce(Search search) throws IOException {
    try {
      var found = search.find();
      var asset = found.asset();
      return asset == null ? found.response() : answer(found.response(), asset);
    } catch (IOException | RuntimeException e) {
      close();
      throw e;
    }
  }

  private Response answer(Response response, Asset asset) throws IOException {
    var reads = request.method() == Method.GET || request.method() == Method.HEAD;
    if (!reads || response.status() != 200) return whole(response, asset);
    var validators = asset.validators().unless(response);
    var told = validators.told(response);
    return switch (validators.verdict(request.headers())) {
      case FAILED -> throw new PreconditionFailed("The file is not in the state that you ask for");
      case NOT_MODIFIED -> notModified(told);
      case SEND -> sent(told.withHeader("Accept-Ranges", "bytes"), asset, validators);
    };
  }

  /** What describes a body goes with it; all else a client keeps with the one that it has. */
  private static Response notModified(Response response) {
    return response
        .withStatus(304)
        .withContent(new Content.None())
        .withoutHeader(TYPE)
        .withoutHeader("Content-Disposition")
        .withoutHeader("Content-Encoding")
        .withoutHeader("Content-Language");
  }

  /** Parts are for {@code GET} alone (RFC 9110, 14.2). */
  private Response sent(Response response, Asset asset, Validators validators) throws IOException {
    var asked = request.headers();
    if (request.method() != Method.GET || !validators.fit(asked)) return whole(response, asset);
    var ranges = Ranges.of(asked, asset.length(), terms.rangesMax());
    if (ranges.isEmpty()) return whole(response, asset);
    var parts = ranges.get().all();
    return switch (parts.size()) {
      case 0 -> throw new RangeNotSatisfiable(asset.length());
      case 1 ->
          part(response, asset, parts.getFirst())
              .withStatus(206)
              .withHeader("Content-Range", parts.getFirst().contentRange(asset.length()));
      default -> parts(response, asset, parts).withStatus(206);
    };
  }

  private Response whole(Response response, Asset asset) throws IOException {
    return part(response, asset, new Ranges.Range(0, asset.length()));
  }

  private Response part(Response response, Asset asset, Ranges.Range part) throws IOException {
    if (request.method() == Method.HEAD) {
      return response.withContent(new Content.LengthOnly(part.length()));
    }
    var file = open(asset);
    if (part.length() > READ_AT_ONCE_BYTES_MAX) {
      var body = new FileBody(file, terms.disk());
      return response.withContent(
          new Content.Stream(part.length(), out -> body.writeLast(out, part)));
    }
    var bytes = file.read(part.offset(), (int) part.length());
    file.check();
    close();
    return response.withContent(new Content.Bytes(bytes));
  }

  private Response parts(Response response, Asset asset, List<Ranges.Range> parts)
      throws IOException {
    var type = response.header(TYPE).orElse("application/octet-stream");
    var several = FileParts.of(parts, type, asset.length());
    var body = new FileBody(open(asset), terms.disk());
    return response.withHeader(TYPE, several.mediaType()).withContent(several.content(body));
  }

  /** Opens the file, unless nobody waits for it any more. */
  private Asset.OpenFile open(Asset asset) throws IOException {
    var file = asset.open();
    synchronized (this) {
      opened = file;
      if (!isAbandoned) return file;
    }
    close();
    throw new IOException("Nobody waits for the file any more");
  }

  /** The answer, whose end is that of the open file. */
  private synchronized Response hold(Response answer) {
    return opened == null ? answer : answer.onEnd(_ -> closeQuietly());
  }

  private synchronized void abandon() {
    isAbandoned = true;
    closeQuietly();
  }

  private synchronized void close() throws IOException {
    var file = opened;
    opened = null;
    if (file != null) file.close();
  }

  private void closeQuietly() {
    try {
      close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package dev.covet.web.middleware;

import dev.covet.base.loop.Loops;
import dev.covet.base.loop.Pool;
import dev.covet.base.loop.PoolFull;
import dev.covet.web.http.Content;
import dev.covet.web.http.Handler;
import dev.covet.web.http.Method;
import dev.covet.web.http.Middleware;
import dev.covet.web.http.MiddlewarePlace;
import dev.covet.web.http.Request;
import dev.covet.web.http.Response;
import dev.covet.web.message.AcceptEncoding;
import dev.covet.web.message.MediaType;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Compresses answers for clients that accept it (RFC 9110, 8.4 and 12.5.3): texts, JSON, XML and
 * the like from 1,024 bytes on, which the setting {@code compressBytesMin} changes. By gzip; with
 * {@code covet-compress} by br or zstd, too. A client gets the coding that it weighs most, of those
 * that it weighs equally the first of br, zstd, gzip. Thread-safe.
 *
 * <p>Left as they are: answers that set a cookie and those of {@code @NoCompress} routes, since the
 * length would tell of a secret beside what a client sends (BREACH); what says {@code no-transform}
 * or is compressed already; parts of files; and what is read while it comes, events and JSON Lines,
 * which would wait for each other here.
 *
 * <p>The {@code ETag} of what was compressed ends in the name of its coding, {@code -gzip} (RFC
 * 9110, 8.8.3.3). What a client sends back is understood with that and without.
 */
public final class Compress implements Middleware {
  private static final int BYTES_MIN = 1_024;

  /** From this length on a body is compressed on a pool if the thread would hold up a loop. */
  private static final int POOL_BYTES_MIN = 16_384;

  private static final int QUEUE_MAX = 64;

  /** Types that are no text by their names, and get shorter. */
  private static final Set<String> TYPES =
      Set.of(
          "application/json",
          "application/javascript",
          "application/xml",
          "application/wasm",
          "application/x-www-form-urlencoded",
          "image/svg+xml",
          "image/bmp",
          "font/ttf",
          "font/otf");

  /** What is made of the bytes as they are sent (RFC 9530, 2 and 3, and what was before it). */
  private static final Set<String> DIGESTS =
      Set.of("Content-Digest", "Repr-Digest", "Digest", "Content-MD5");

  private static final Set<String> PIECEWISE =
      Set.of("text/event-stream", "application/jsonl", "application/x-ndjson");

  private final int bytesMin;
  private final Codings codings;
  private final @Nullable Supplier<Loops> loops;
  private volatile @Nullable Pool pool;

  private Compress(int bytesMin, Codings codings, @Nullable Supplier<Loops> loops) {
    this.bytesMin = bytesMin;
    this.codings = codings;
    this.loops = loops;
  }

  /** With the usual types, the codings that are there, and the length that the settings say. */
  public static Compress standard() {
    return new Compress(BYTES_MIN, Codings.GZIP, null);
  }

  @Override
  public MiddlewarePlace place() {
    return MiddlewarePlace.COMPRESSION;
  }

  @Override
  public Middleware startedWith(Surroundings surroundings) {
    var least = surroundings.config().limits().count("compressBytesMin", BYTES_MIN);
    return new Compress(least, Codings.found(), surroundings.loops());
  }

  @Override
  public Response handle(Request request, Handler next) {
    var accepted = AcceptEncoding.of(request.headers().all("Accept-Encoding"));
    var coding = codings.best(accepted);
    var response = next.handle(codings.withPlainTags(request, coding));
    if (response.status() == 206) return part(request, response);
    if (response.status() == 304) return notModified(request, response, coding);
    var least = accepted.refusesPlain() ? 1 : bytesMin;
    if (!isRight(request, response) || !isLong(response.content(), least)) return response;
    var varying = response.varying("Accept-Encoding");
    return coding == null ? varying : compressed(request, varying, coding, accepted);
  }

  /** A part has what the whole would have (RFC 9110, 15.3.7). */
  private static Response part(Request request, Response response) {
    var type = response.headers().first("Content-Type");
    var isOfText = type != null && (type.startsWith("multipart/byteranges") || getsShorter(type));
    return isOfText && !request.context().isLeftPlain()
        ? response.varying("Accept-Encoding")
        : response;
  }

  private static boolean isRight(Request request, Response response) {
    var headers = response.headers();
    return response.status() != 204
        && response.status() != 205
        && !request.context().isLeftPlain()
        && !request.context().isSecret()
        && !headers.has("Content-Encoding")
        && !headers.has("Content-Range")
        && DIGESTS.stream().noneMatch(headers::has)
        && !headers.has("Set-Cookie")
        && !headers.hasElement("Cache-Control", "no-transform")
        && getsShorter(headers.first("Content-Type"));
  }

  private static boolean getsShorter(@Nullable String contentType) {
    if (contentType == null) return false;
    var types = MediaType.list(contentType);
    var type = types.isEmpty() ? "" : types.getFirst().type();
    return !PIECEWISE.contains(type)
        && (type.startsWith("text/")
            || TYPES.contains(type)
            || type.endsWith("+json")
            || type.endsWith("+xml"));
  }

  private static boolean isLong(Content content, int least) {
    return content.length() < 0 || content.length() >= least;
  }

  private Response compressed(
      Request request, Response response, ContentCoding coding, AcceptEncoding accepted) {
    var content = content(request, response.content(), coding, accepted);
    if (content == null) return response;
    var tag = response.header("ETag");
    var tagged =
        tag.isPresent() ? response.withHeader("ETag", Codings.coded(tag.get(), coding)) : response;
    return tagged
        .withContent(content)
        .withoutHeader("Accept-Ranges") // parts are those of the bytes as they are
        .withHeader("Content-Encoding", coding.name());
  }

  /** The content in the coding; null for what is sent as it is. */
  private @Nullable Content content(
      Request request, Content content, ContentCoding coding, AcceptEncoding accepted) {
    if (request.method() == Method.HEAD) return new Content.LengthOnly(-1);
    return switch (content) {
      case Content.None _, Content.LengthOnly _, Content.Dialogue _ -> null;
      case Content.File _ -> null; // files are streams here
      case Content.Bytes bytes -> compressed(bytes, coding, accepted);
      case Content.Stream(_, var writer) ->
          new Content.Stream(-1, out -> CodedStream.write(writer, out, coding, this::inPool));
    };
  }

  /** Null where nobody has the time for it, and plain bytes will do. */
  private @Nullable Content compressed(
      Content.Bytes bytes, ContentCoding coding, AcceptEncoding accepted) {
    var plain = bytes.array();
    var made = inPool(plain.length, () -> coding.compressed(plain));
    if (made == null && !accepted.refusesPlain()) return null;
    return new Content.Bytes(made == null ? coding.compressed(plain) : made);
  }

  private void inPool(int bytes, Runnable work) {
    var done =
        inPool(
            bytes,
            () -> {
              work.run();
              return true;
            });
    if (done == null) work.run();
  }

  /**
   * Does what takes long for a loop on the pool, if a loop carries the caller; null if the pool is
   * full.
   */
  private <T> @Nullable T inPool(int bytes, Supplier<T> work) {
    var loops = this.loops;
    return loops != null && bytes >= POOL_BYTES_MIN && loops.get().current() != null
        ? by(pool(loops.get()), work)
        : work.get();
  }

  private static <T> @Nullable T by(Pool pool, Supplier<T> work) {
    try {
      return pool.call(work::get);
    } catch (PoolFull _) {
      return null;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while compressing", e);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private Pool pool(Loops loops) {
    var known = pool;
    if (known != null) return known;
    synchronized (this) {
      var made = pool;
      if (made == null) made = pool = loops.pool("compress", Pool.cpuThreads(), QUEUE_MAX);
      return made;
    }
  }

  /** 304 says what the answer would have said that the client keeps (RFC 9110, 15.4.5). */
  private static Response notModified(
      Request request, Response response, @Nullable ContentCoding coding) {
    var varying = response.varying("Accept-Encoding");
    var tag = response.header("ETag").orElse("");
    if (coding == null || !tag.startsWith("\"")) return varying;
    var kept = Codings.coded(tag, coding);
    var known = request.headers().elements("If-None-Match");
    return known.contains(kept) || known.contains("W/" + kept)
        ? varying.withHeader("ETag", kept)
        : varying;
  }
}

package dev.covet.web.docs.page;

import dev.covet.web.file.Validators;
import dev.covet.web.http.Handler;
import dev.covet.web.http.Request;
import dev.covet.web.http.Response;
import dev.covet.web.middleware.Gzip;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One file of the documents: read and compressed when it is asked for the first time, then kept.
 *
 * <p>Clients ask each time whether theirs is still the right one (RFC 9111, 5.2.2.4), so that a
 * page and its scripts are always of one version. Thread-safe.
 */
final class DocFile implements Handler {
  private final String mediaType;
  private final String policy;
  private final Supplier<byte[]> source;
  private volatile @Nullable Loaded loaded;

  /**
   * A file.
   *
   * @param policy the value of {@code Content-Security-Policy}
   * @param source gives the bytes, the same each time
   */
  DocFile(String mediaType, String policy, Supplier<byte[]> source) {
    this.mediaType = mediaType;
    this.policy = policy;
    this.source = source;
  }

  @Override
  public Response handle(Request request) {
    var file = loaded();
    var isGzip = file.isGzip() && Gzip.isAccepted(request.headers().all("Accept-Encoding"));
    var tag = file.tag(isGzip);
    var isKnown = new Validators(tag, null).isKnown(request.headers());
    var response =
        (isKnown ? Response.empty(304) : Response.bytes(mediaType, file.bytes(isGzip)))
            .withHeader("ETag", tag)
            .withHeader("Vary", "Accept-Encoding")
            .withHeader("Cache-Control", "no-cache")
            .withHeader("Content-Security-Policy", policy)
            .withHeader("X-Content-Type-Options", "nosniff");
    return isGzip && !isKnown ? response.withHeader("Content-Encoding", "gzip") : response;
  }

  /** Two first requests at once may both read the file: the result is the same. */
  private Loaded loaded() {
    var known = loaded;
    if (known != null) return known;
    var fresh = Loaded.of(source.get());
    loaded = fresh;
    return fresh;
  }

  /** The bytes, kept once: compressed unless that makes them longer, as it does with images. */
  @SuppressWarnings("ArrayRecordComponent") // it is never compared
  private record Loaded(byte[] kept, boolean isGzip, String hash) {
    static Loaded of(byte[] bytes) {
      try {
        var hash = MessageDigest.getInstance("SHA-256").digest(bytes);
        var gzip = Gzip.compressed(bytes);
        var isShorter = gzip.length < bytes.length;
        return new Loaded(
            isShorter ? gzip : bytes, isShorter, HexFormat.of().formatHex(hash, 0, 16));
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("Every Java platform has SHA-256", e);
      }
    }

    byte[] bytes(boolean asGzip) {
      return isGzip == asGzip ? kept : Gzip.plain(kept);
    }

    /** Each coding has a tag of its own (RFC 9110, 8.8.3.3). */
    String tag(boolean asGzip) {
      return '"' + hash + (asGzip ? "-gzip" : "") + '"';
    }
  }
}

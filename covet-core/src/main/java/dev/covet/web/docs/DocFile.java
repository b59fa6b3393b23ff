package dev.covet.web.docs;

import dev.covet.web.http.Handler;
import dev.covet.web.http.Request;
import dev.covet.web.http.Response;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One file of the documents: read when it is asked for the first time, then kept.
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
    var isKnown = request.headers().all("If-None-Match").stream().anyMatch(file::matches);
    var response = isKnown ? Response.empty(304) : Response.bytes(mediaType, file.bytes());
    return response
        .withHeader("ETag", file.tag())
        .withHeader("Cache-Control", "no-cache")
        .withHeader("Content-Security-Policy", policy)
        .withHeader("X-Content-Type-Options", "nosniff");
  }

  /** Two first requests at once may both read the file: the result is the same. */
  private Loaded loaded() {
    var known = loaded;
    if (known != null) return known;
    var fresh = Loaded.of(source.get());
    loaded = fresh;
    return fresh;
  }

  /** The bytes and the tag that they have. */
  private static final class Loaded {
    private final byte[] bytes;
    private final String tag;

    private Loaded(byte[] bytes, String tag) {
      this.bytes = bytes;
      this.tag = tag;
    }

    static Loaded of(byte[] bytes) {
      try {
        var hash = MessageDigest.getInstance("SHA-256").digest(bytes);
        return new Loaded(bytes, '"' + HexFormat.of().formatHex(hash, 0, 16) + '"');
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("Every Java platform has SHA-256", e);
      }
    }

    byte[] bytes() {
      return bytes;
    }

    String tag() {
      return tag;
    }

    /** Whether the tag is in a list of tags, weak ones too (RFC 9110, 13.1.2). */
    boolean matches(String list) {
      return Arrays.stream(list.split(",", -1))
          .map(String::strip)
          .anyMatch(each -> each.equals("*") || each.equals(tag) || each.equals("W/" + tag));
    }
  }
}

package dev.covet.web.file;

import dev.covet.web.http.Headers;
import dev.covet.web.http.Response;
import dev.covet.web.message.HttpDates;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * By what clients tell one state of a file from another (RFC 9110, 8.8).
 *
 * @param tag the value of {@code ETag}; null if there is none
 * @param modified of whole seconds; null if nothing is known that can be relied on
 */
public record Validators(@Nullable String tag, @Nullable Instant modified) {
  private static final String TAG = "ETag";
  private static final String MODIFIED = "Last-Modified";

  /** What is to be done with the file. */
  enum Verdict {
    SEND,
    NOT_MODIFIED,
    FAILED
  }

  /** A tag of what is known, weak if a change in the same moment would not be seen. */
  static String tag(boolean isWeak, long first, long second) {
    return "%s\"%x-%x\"".formatted(isWeak ? "W/" : "", first, second);
  }

  /** These for another coding of the same content. */
  Validators coded(String coding) {
    return tag == null
        ? this
        : new Validators(tag.substring(0, tag.length() - 1) + '-' + coding + '"', modified);
  }

  /** These, unless the handler has said others. */
  Validators unless(Response response) {
    var ownTag = response.headers().first(TAG);
    var ownModified = response.headers().first(MODIFIED);
    return new Validators(
        ownTag == null ? tag : ownTag, ownModified == null ? modified : HttpDates.of(ownModified));
  }

  /** The response, which says these. */
  Response told(Response response) {
    var told = response;
    if (tag != null) told = told.withHeader(TAG, tag);
    return modified == null || told.headers().has(MODIFIED)
        ? told
        : told.withHeader(MODIFIED, HttpDates.text(modified));
  }

  /** What the conditions of a {@code GET} or {@code HEAD} lead to, in the order of 13.2.2. */
  Verdict verdict(Headers asked) {
    if (asked.has("If-Match")) {
      if (!isAmong(asked, "If-Match", true)) return Verdict.FAILED;
    } else if (isNewer(asked.first("If-Unmodified-Since"))) {
      return Verdict.FAILED;
    }
    var isKnown =
        asked.has("If-None-Match") ? isKnown(asked) : isNoNewer(asked.first("If-Modified-Since"));
    return isKnown ? Verdict.NOT_MODIFIED : Verdict.SEND;
  }

  /** Whether a client has this state already, by its tag: weak ones count, too (13.1.2). */
  public boolean isKnown(Headers asked) {
    return isAmong(asked, "If-None-Match", false);
  }

  /** Whether parts fit to what the client has (13.1.5): it may not ask so by a weak tag. */
  boolean fit(Headers asked) {
    var state = asked.first("If-Range");
    if (state == null) return true;
    if (state.strip().endsWith("\"")) return isSame(state.strip(), true);
    var date = HttpDates.of(state);
    return date != null
        && date.equals(modified)
        && date.isBefore(Instant.now().minus(1, ChronoUnit.SECONDS));
  }

  private boolean isAmong(Headers asked, String name, boolean strong) {
    for (var each : asked.elements(name)) {
      if (each.equals("*") || isSame(each, strong)) return true;
    }
    return false;
  }

  private boolean isSame(String other, boolean strong) {
    if (tag == null || (strong && (tag.startsWith("W/") || other.startsWith("W/")))) return false;
    return opaque(tag).equals(opaque(other));
  }

  private static String opaque(String tag) {
    return tag.startsWith("W/") ? tag.substring(2) : tag;
  }

  private boolean isNewer(@Nullable String date) {
    var since = date == null ? null : HttpDates.of(date);
    return since != null && modified != null && modified.isAfter(since);
  }

  private boolean isNoNewer(@Nullable String date) {
    var since = date == null ? null : HttpDates.of(date);
    return since != null && modified != null && !modified.isAfter(since);
  }
}

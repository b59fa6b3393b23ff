package dev.covet.web.http;

import dev.covet.api.PreconditionFailed;
import dev.covet.api.PreconditionRequired;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Which state of a row a client has seen: what it sends as {@code If-Match} (RFC 9110, 13.1.1), the
 * {@code ETag} of an earlier answer. A service of a request, for handlers that write.
 *
 * <pre>{@code
 * @Conditional @Patch("/{id}")
 * Task change(long id, Changes<Task> changes, IfMatch seen, Session db) {
 *   return db.update(TASK, id, changes, seen.version());
 * }
 * }</pre>
 */
public final class IfMatch {
  /** A tag that begins with a version; what may stand behind that tells of the content. */
  private static final Pattern TAG = Pattern.compile("\"([0-9]{1,18})(?:\\.[^\"]*)?\"");

  private final Headers headers;

  private IfMatch(Headers headers) {
    this.headers = headers;
  }

  /** What a request sends. */
  public static IfMatch of(Request request) {
    return new IfMatch(request.headers());
  }

  /**
   * The version that the client has seen.
   *
   * @throws PreconditionRequired if it says none (428)
   * @throws PreconditionFailed if what it says is that of no version, or weak, so that no row has
   *     it (412)
   */
  public long version() {
    var tags = headers.elements("If-Match");
    if (tags.isEmpty() || tags.contains("*")) {
      throw new PreconditionRequired(
          tags.isEmpty()
              ? "Say by If-Match which state you have seen"
              : "If-Match: * says no state: send the ETag that you were given");
    }
    Set<Long> versions = new TreeSet<>();
    for (var tag : tags) {
      var match = TAG.matcher(tag);
      if (match.matches()) versions.add(Long.valueOf(match.group(1)));
    }
    if (versions.size() != 1) throw new PreconditionFailed(whyNone(tags));
    return versions.iterator().next();
  }

  private static String whyNone(List<String> tags) {
    if (tags.stream().anyMatch(each -> each.startsWith("W/"))) {
      return "If-Match is weak: send an ETag without W/";
    }
    return tags.stream().allMatch(each -> each.startsWith("\""))
        ? "If-Match has not one version in it: send the ETag of an answer that has the version"
        : "If-Match is not in quotes: send the ETag as you were given it";
  }
}

package dev.covet.web.middleware;

import dev.covet.web.http.Request;
import dev.covet.web.message.AcceptEncoding;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The content codings of an app, and the entity tags of what is sent in them: each coding has tags
 * of its own (RFC 9110, 8.8.3.3), which end in its name. Immutable.
 *
 * @param usable the best first
 * @param known those, too, that cannot be used on this machine: another may have sent their tags
 */
record Codings(List<ContentCoding> usable, List<ContentCoding> known) {
  private static final Logger LOG = LoggerFactory.getLogger(Codings.class);

  /** Gzip alone. */
  static final Codings GZIP = new Codings(List.of(Gzip.CODING), List.of(Gzip.CODING));

  /** Keeps copies. */
  Codings {
    usable = List.copyOf(usable);
    known = List.copyOf(known);
  }

  /** Gzip, behind those that the service loader finds beside this library. */
  static Codings found() {
    var loader = ContentCoding.class.getClassLoader();
    var known =
        Stream.concat(
                ServiceLoader.load(ContentCoding.class, loader).stream()
                    .map(ServiceLoader.Provider::get),
                Stream.of(Gzip.CODING))
            .toList();
    return new Codings(known.stream().filter(Codings::isLoaded).toList(), known);
  }

  private static boolean isLoaded(ContentCoding coding) {
    try {
      coding.load();
      return true;
    } catch (IllegalStateException e) {
      LOG.atWarn()
          .addKeyValue("coding", coding.name())
          .addKeyValue("reason", e.getMessage())
          .log("compress_coding_missing");
      return false;
    }
  }

  /** The one that a client takes most, the best of those that it takes equally; null if none. */
  @Nullable ContentCoding best(AcceptEncoding accepted) {
    return accepted.best(usable, ContentCoding::name).orElse(null);
  }

  /** The tag of the same content in a coding; weak ones are those of all codings. */
  static String coded(String tag, ContentCoding coding) {
    return tag.startsWith("\"") ? tag.substring(0, tag.length() - 1) + end(coding) : tag;
  }

  private static String end(ContentCoding coding) {
    return '-' + coding.name() + '"';
  }

  /**
   * The request with the tags that were made here, and those that they were made of. What a client
   * has in one coding answers no request for another one; but it is the state that it has seen,
   * whatever the coding.
   *
   * @param sent in which the answer will be sent
   */
  Request withPlainTags(Request request, @Nullable ContentCoding sent) {
    var read = sent == null ? request : withPlainTags(request, "If-None-Match", List.of(sent));
    return withPlainTags(read, "If-Match", known);
  }

  private static Request withPlainTags(Request request, String name, List<ContentCoding> codings) {
    if (!request.headers().has(name)) return request;
    var tags = request.headers().elements(name);
    var plain = tags.stream().flatMap(tag -> plain(tag, codings)).toList();
    if (plain.isEmpty()) return request;
    return request.withHeader(
        name, String.join(", ", Stream.concat(tags.stream(), plain.stream()).distinct().toList()));
  }

  private static Stream<String> plain(String tag, List<ContentCoding> codings) {
    return codings.stream()
        .map(Codings::end)
        .filter(tag::endsWith)
        .map(end -> tag.substring(0, tag.length() - end.length()) + '"');
  }
}

package dev.covet.web.middleware;

import dev.covet.schema.Kind;
import dev.covet.schema.Operation;
import dev.covet.schema.Parameter;
import dev.covet.schema.ResponseSchema;
import dev.covet.schema.Schema;
import dev.covet.web.file.Validators;
import dev.covet.web.http.Content;
import dev.covet.web.http.Handler;
import dev.covet.web.http.Method;
import dev.covet.web.http.Middleware;
import dev.covet.web.http.MiddlewarePlace;
import dev.covet.web.http.Request;
import dev.covet.web.http.Response;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Tells by {@code ETag} what a client gets, and answers 304 without a body to one that has that
 * already (RFC 9110, 8.8.3 and 13.1.2): to {@code GET} and {@code HEAD}, where the answer is 200. A
 * tag that a handler has set stays; else it is made of the content, so that the handler still does
 * all its work, and bytes alone are saved. Streams and files have none of their own; what sets a
 * cookie, or is kept by nobody, neither, unless it is a row with a version. Immutable and
 * thread-safe.
 */
public final class ETags implements Middleware {
  private static final ETags OF_CONTENT = new ETags();
  private static final int HASH_BYTES = 15;

  private static final Parameter IF_NONE_MATCH =
      Parameter.header("If-None-Match", Schema.of(Kind.STRING))
          .asOptional()
          .described("What the client has: the `ETag` of an earlier answer.");

  /** How documents describe the header field of answers. */
  static final Parameter TAG =
      Parameter.header("ETag", Schema.of(Kind.STRING))
          .asOptional()
          .described("What this answer is: for `If-None-Match`, and for `If-Match` of writes.");

  private static final ResponseSchema NOT_MODIFIED =
      ResponseSchema.of(304).described("The client has it already.");

  /** What generated code says of the version of a row, which the hash is to follow. */
  private static final Pattern VERSION = Pattern.compile("\"[0-9]{1,18}\\.\"");

  private ETags() {}

  /** Tags made of the content. */
  public static ETags ofContent() {
    return OF_CONTENT;
  }

  @Override
  public MiddlewarePlace place() {
    return MiddlewarePlace.CONDITIONAL;
  }

  @Override
  public Response handle(Request request, Handler next) {
    var response = next.handle(request);
    var reads = request.method() == Method.GET || request.method() == Method.HEAD;
    if (!reads || response.status() != 200) return response;
    var tagged = tagged(response);
    var tag = tagged.headers().first("ETag");
    var isKnown = tag != null && new Validators(tag, null).isKnown(request.headers());
    return isKnown ? notModified(tagged) : tagged;
  }

  /** What generated code says of a version, as a whole tag; anything else as it is. */
  static Response withVersion(Response response) {
    return VERSION.matcher(response.header("ETag").orElse("")).matches()
        ? tagged(response)
        : response;
  }

  private static Response tagged(Response response) {
    var own = response.header("ETag").orElse("");
    var isVersion = VERSION.matcher(own).matches();
    if (!isVersion && (!own.isEmpty() || !isKept(response))) return response;
    if (!(response.content() instanceof Content.Bytes bytes)) return response;
    var version = isVersion ? own.substring(1, own.length() - 1) : "";
    return response.withHeader("ETag", '"' + version + hash(bytes.array()) + '"');
  }

  private static boolean isKept(Response response) {
    var headers = response.headers();
    return !headers.has("Set-Cookie") && !headers.hasElement("Cache-Control", "no-store");
  }

  private static String hash(byte[] bytes) {
    try {
      var hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      var part = Arrays.copyOf(hash, HASH_BYTES);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(part);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  /** What describes a body goes with it; all else a client keeps with the one that it has. */
  private static Response notModified(Response response) {
    return response
        .withStatus(304)
        .withContent(new Content.None())
        .withoutHeader("Content-Type")
        .withoutHeader("Content-Language")
        .withoutHeader("Content-Encoding");
  }

  /** The 304, too: from {@code answers()} the operations of every method would have it. */
  @Override
  public Operation documented(Operation inside) {
    return inside.method().equals("GET")
        ? inside
            .taking(List.of(IF_NONE_MATCH))
            .responding(List.of(NOT_MODIFIED))
            .saying(200, TAG)
            .saying(304, TAG)
        : inside;
  }
}

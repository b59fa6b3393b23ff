package dev.covet.web.stream;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.covet.api.BadRequest;
import dev.covet.api.Forbidden;
import dev.covet.base.config.Config;
import dev.covet.web.http.Content;
import dev.covet.web.http.Method;
import dev.covet.web.http.Request;
import dev.covet.web.http.Response;
import dev.covet.web.message.PerMessageDeflate;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The opening handshake of WebSockets (RFC 6455, 4.2; by HTTP/2 RFC 8441, 5): an ordinary request
 * behind all middleware, that is refused as any other. Immutable and thread-safe.
 *
 * @param origins of pages that may open one, beside the app's own: {@code https://app.example.org}
 */
public record SocketHandshake(Set<String> origins) {
  /** The one version that there is (RFC 6455, 4.2.1). */
  static final String VERSION = "13";

  /** Where only the app's own pages may open one. */
  public static final SocketHandshake OWN = new SocketHandshake(Set.of());

  private static final String SUFFIX = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
  private static final Pattern ORIGIN = Pattern.compile("https?://[^/,\\s?#@*]+");
  private static final int KEY_BYTES = 16;
  private static final int KEY_CHARS = 24;

  /** Copies the origins. */
  public SocketHandshake {
    origins = Set.copyOf(origins);
  }

  /** What the settings of a start say. */
  public static SocketHandshake from(Config config) {
    var setting = config.setting("WEBSOCKET_ORIGINS").orElse("");
    var origins =
        Stream.of(setting.asText().split(",", -1))
            .map(String::strip)
            .filter(each -> !each.isEmpty())
            .collect(Collectors.toUnmodifiableSet());
    if (!origins.stream().allMatch(each -> ORIGIN.matcher(each).matches())) {
      setting.problem(
          "type", "must be origins such as https://app.example.org, with commas between");
    }
    return new SocketHandshake(origins);
  }

  /**
   * Makes sure that a request asks for a WebSocket, and may.
   *
   * @throws UpgradeRequired if it asks for anything else, or for another version (426)
   * @throws BadRequest if it asks wrongly (400)
   * @throws Forbidden if it comes from a page of another origin (403)
   */
  public void check(Request request) {
    if (!request.connects()) checkUpgrade(request);
    if (!request.headers().all("Sec-WebSocket-Version").equals(List.of(VERSION))) {
      throw new UpgradeRequired("Only version 13 of WebSocket is spoken here");
    }
    if (!request.connects() && key(request).isEmpty()) {
      throw new BadRequest("Sec-WebSocket-Key must be 16 bytes in base64, once");
    }
    if (request.body().length() != 0) throw new BadRequest("This request has no body");
    checkOrigin(request);
  }

  private static void checkUpgrade(Request request) {
    var isAsked =
        request.method() == Method.GET
            && request.headers().hasElement("Upgrade", "websocket")
            && request.headers().hasElement("Connection", "upgrade");
    if (!isAsked) throw new UpgradeRequired("There is a WebSocket here: ask for an upgrade to it");
    if (!request.protocol().equals("HTTP/1.1")) {
      throw new BadRequest("A WebSocket begins with HTTP/1.1, or by CONNECT with HTTP/2");
    }
  }

  /** Programs say no origin, and browsers always do (Fetch, 3.2). */
  private void checkOrigin(Request request) {
    var said = request.headers().all("Origin");
    var isOwn =
        said.isEmpty()
            || (said.size() == 1
                && (origins.contains(said.getFirst()) || request.isOfOrigin(said.getFirst())));
    if (!isOwn) throw new Forbidden("A page of another origin must not open this WebSocket");
  }

  private static Optional<String> key(Request request) {
    var all = request.headers().all("Sec-WebSocket-Key");
    return all.size() == 1 && isKey(all.getFirst())
        ? Optional.of(all.getFirst())
        : Optional.empty();
  }

  private static boolean isKey(String text) {
    try {
      return text.length() == KEY_CHARS && Base64.getDecoder().decode(text).length == KEY_BYTES;
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  /** The answer to a request that was checked: from now on both sides talk. */
  public Response accepted(Request request, Content.Talk talk) {
    var deflate =
        request.context().isLeftPlain()
            ? Optional.<String>empty()
            : PerMessageDeflate.accepted(request.headers().elements("Sec-WebSocket-Extensions"));
    var dialogue = new Content.Dialogue(talk, deflate.isPresent());
    var response = request.connects() ? connected(dialogue) : switched(request, dialogue);
    return deflate
        .map(each -> response.withHeader("Sec-WebSocket-Extensions", each))
        .orElse(response);
  }

  /** RFC 8441, 5: 200, and no proof. */
  private static Response connected(Content.Dialogue dialogue) {
    return Response.empty(200).withContent(dialogue);
  }

  private static Response switched(Request request, Content.Dialogue dialogue) {
    return Response.switching(dialogue)
        .withHeader("Sec-WebSocket-Accept", proof(key(request).orElse("")));
  }

  /** What proves that the key was understood (RFC 6455, 4.2.2). */
  public static String proof(String key) {
    try {
      var sha1 = MessageDigest.getInstance("SHA-1").digest((key + SUFFIX).getBytes(US_ASCII));
      return Base64.getEncoder().encodeToString(sha1);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-1", e);
    }
  }
}

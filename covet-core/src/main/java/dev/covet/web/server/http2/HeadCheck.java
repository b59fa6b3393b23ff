package dev.covet.web.server.http2;

import dev.covet.web.server.carrier.RequestRules;
import io.netty.handler.codec.http2.Http2Exception;
import org.jspecify.annotations.Nullable;

/**
 * Checks the fields of a header block (RFC 9113, 8.2 and 8.3): pseudo-header fields first and each
 * once, names in lower case, nothing of a connection, no control character. Whatever fails is a
 * stream error (8.1.1). Not thread-safe.
 */
final class HeadCheck {
  private static final boolean[] NAME = name();
  private static final int PLAIN_MAX = 0x7f;

  private final int stream;
  private final DecodedFields decoded;

  private @Nullable String method;
  private @Nullable String scheme;
  private @Nullable String authority;
  private @Nullable String path;
  private @Nullable String protocol;
  private @Nullable String host;
  private @Nullable String cookie;
  private long length = -1;

  HeadCheck(int stream, DecodedFields decoded) {
    this.stream = stream;
    this.decoded = decoded;
  }

  private static boolean[] name() {
    var name = new boolean[0x80];
    for (var c = '!'; c < PLAIN_MAX; c++) {
      name[c] = "\"(),/:;<=>?@[\\]{}".indexOf(c) < 0 && (c < 'A' || c > 'Z');
    }
    return name;
  }

  private Http2Exception bad(String text) {
    return Breach.malformed(stream, text);
  }

  /** Checks what stands behind a body: fields alone. */
  void trailers() throws Http2Exception {
    var fields = decoded.array();
    for (var i = 0; i < decoded.count(); i += 2) check(fields[i], fields[i + 1]);
  }

  /** The request of a head. */
  RequestFields request() throws Http2Exception {
    var fields = decoded.array();
    var at = pseudo(fields);
    var count = (decoded.count() - at) / 2;
    var end = regular(fields, at);
    var isConnect = "CONNECT".equals(method);
    if (protocol != null && !isConnect) throw bad(":protocol goes with CONNECT alone");
    var isPlain = isConnect && protocol == null;
    if (method == null || (isPlain ? path != null || scheme != null : !hasTarget())) {
      throw bad("a pseudo-header field is missing");
    }
    if (host != null && authority != null && !host.equalsIgnoreCase(authority)) {
      throw bad(":authority and host differ");
    }
    var asked = authority == null ? host : authority;
    var all = withHost(fields, end, asked);
    var target = path == null ? "" : path;
    return new RequestFields(
        method, target, asked == null ? "" : asked, protocol, all, count, length);
  }

  private boolean hasTarget() throws Http2Exception {
    var target = path;
    if (target == null || scheme == null) return false;
    var isWhole = target.equals("*") && "OPTIONS".equals(method);
    if (!isWhole && !target.startsWith("/")) throw bad(":path is malformed");
    for (var i = 0; i < target.length(); i++) {
      var c = target.charAt(i);
      if (c <= ' ' || c >= PLAIN_MAX || c == '#') throw bad(":path is malformed");
    }
    if (!scheme.equals("http") && !scheme.equals("https")) throw bad(":scheme is another one");
    return true;
  }

  /** Takes the pseudo-header fields; where the others begin. */
  private int pseudo(String[] fields) throws Http2Exception {
    var at = 0;
    for (; at < decoded.count() && fields[at].startsWith(":"); at += 2) {
      var value = fields[at + 1];
      checkValue(value);
      switch (fields[at]) {
        case ":method" -> method = once(method, value);
        case ":scheme" -> scheme = once(scheme, value);
        case ":authority" -> authority = once(authority, value);
        case ":path" -> path = once(path, value);
        case ":protocol" -> protocol = once(protocol, value);
        default -> throw bad("a pseudo-header field is not known");
      }
    }
    return at;
  }

  private String once(@Nullable String before, String value) throws Http2Exception {
    if (before != null) throw bad("a pseudo-header field is repeated");
    return value;
  }

  /** Takes the others to the beginning, and crumbs of cookies together; where they end. */
  private int regular(String[] fields, int begin) throws Http2Exception {
    var to = 0;
    for (var i = begin; i < decoded.count(); i += 2) {
      var name = fields[i];
      var value = fields[i + 1];
      check(name, value);
      if (name.equals("cookie")) {
        cookie = cookie == null ? value : cookie + "; " + value;
        continue;
      }
      note(name, value);
      fields[to] = name;
      fields[to + 1] = value;
      to += 2;
    }
    return to;
  }

  private void note(String name, String value) throws Http2Exception {
    switch (name) {
      case "host" -> host = value;
      case "content-length" -> length = length(value);
      default -> {}
    }
  }

  private long length(String text) throws Http2Exception {
    if (length >= 0 || !RequestRules.isLength(text)) {
      throw bad("content-length must be a single whole number");
    }
    return Long.parseLong(text);
  }

  /** There is room: each of the two has made some, a pseudo-header field or a crumb. */
  private FieldList withHost(String[] fields, int end, @Nullable String asked) {
    var at = end;
    if (host == null && asked != null) at = put(fields, at, "host", asked);
    if (cookie != null) at = put(fields, at, "cookie", cookie);
    return new FieldList(fields, at);
  }

  private static int put(String[] fields, int at, String name, String value) {
    fields[at] = name;
    fields[at + 1] = value;
    return at + 2;
  }

  private void check(String name, String value) throws Http2Exception {
    if (name.isEmpty()) throw bad("a field has an empty name");
    for (var i = 0; i < name.length(); i++) {
      var c = name.charAt(i);
      if (c >= NAME.length || !NAME[c]) throw bad("the name of a field is malformed");
    }
    checkValue(value);
    if (isOfConnection(name) || (name.equals("te") && !value.equals("trailers"))) {
      throw bad("a field of a connection has no meaning here");
    }
  }

  private void checkValue(String value) throws Http2Exception {
    var count = value.length();
    if (count == 0) return;
    if (isSpace(value.charAt(0)) || isSpace(value.charAt(count - 1))) {
      throw bad("the value of a field begins or ends with a space");
    }
    for (var i = 0; i < count; i++) {
      var c = value.charAt(i);
      if ((c < ' ' && c != '\t') || c == PLAIN_MAX) throw bad("the value of a field is malformed");
    }
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\t';
  }

  /** RFC 9113, 8.2.2. */
  private static boolean isOfConnection(String name) {
    return switch (name) {
      case "connection", "keep-alive", "proxy-connection", "transfer-encoding", "upgrade" -> true;
      default -> false;
    };
  }
}

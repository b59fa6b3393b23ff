package dev.covet.test;

import dev.covet.web.http.Method;

/**
 * What all requests of a client have in common.
 *
 * @param prefix what stands before their paths; empty or as {@code /admin}
 * @param fields the header fields that they have
 */
record Sending(String prefix, Fields fields) {
  static final Sending PLAIN = new Sending("", Fields.NONE);

  /** This and one header field more. */
  Sending plus(String name, String value) {
    return new Sending(prefix, fields.plus(name, value));
  }

  /** This below a path. */
  Sending below(String path) {
    if (!path.startsWith("/") || path.endsWith("/")) {
      throw new IllegalArgumentException("A prefix is a path such as /admin, not \"" + path + "\"");
    }
    return new Sending(prefix + path, fields);
  }

  /** A request without a body. */
  Sent sent(Method method, String target) {
    var whole = prefix + target;
    if (!whole.startsWith("/") && !whole.equals("*") && !whole.contains("://")) {
      throw new IllegalArgumentException("A path begins with a slash, not \"" + whole + "\"");
    }
    return new Sent(method, whole, fields, new byte[0]);
  }
}

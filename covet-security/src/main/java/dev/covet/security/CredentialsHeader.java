package dev.covet.security;

import dev.covet.api.Unauthorized;
import dev.covet.web.http.Request;
import org.jspecify.annotations.Nullable;

/** What stands behind a word in {@code Authorization} (RFC 9110, 11.6.2). */
final class CredentialsHeader {
  private static final String NAME = "Authorization";

  private CredentialsHeader() {}

  /**
   * The credentials behind a word, whose case makes no difference; null if another word or nothing
   * is there.
   *
   * @throws Unauthorized if the header is there twice
   */
  static @Nullable String after(String word, Request request) {
    var value = request.headers().first(NAME);
    if (value == null) return null;
    if (request.headers().repeats(NAME)) throw new Unauthorized("Authorization must be there once");
    var end = word.length();
    if (!value.regionMatches(true, 0, word, 0, end)) return null;
    if (value.length() == end) return "";
    return value.charAt(end) == ' ' ? value.substring(end + 1).strip() : null;
  }
}

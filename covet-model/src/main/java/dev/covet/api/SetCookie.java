package dev.covet.api;

import java.time.Duration;
import java.util.Optional;

/**
 * A cookie on its way to the client (RFC 6265): {@code Secure}, {@code HttpOnly} and {@code
 * SameSite=Lax} unless said otherwise, for the whole site.
 *
 * @param name the name, a token
 * @param value the value, printable ASCII without blanks, quotes, commas, semicolons, backslashes
 * @param path the path that it is sent to
 * @param maxAge how long the client keeps it; empty: until it is closed
 * @param isSecure whether it is sent over TLS alone; must be where {@code sameSite} is {@code NONE}
 * @param isHttpOnly whether scripts cannot read it
 * @param sameSite which foreign sites may cause it to be sent
 */
public record SetCookie(
    String name,
    String value,
    String path,
    Optional<Duration> maxAge,
    boolean isSecure,
    boolean isHttpOnly,
    SameSite sameSite) {
  /** Which foreign sites may cause a cookie to be sent. */
  public enum SameSite {
    /** None at all. */
    STRICT("Strict"),
    /** By a link to follow. */
    LAX("Lax"),
    /** All. */
    NONE("None");

    private final String text;

    SameSite(String text) {
      this.text = text;
    }
  }

  /** Prefixes of names to which browsers hold a cookie (RFC 6265bis, 4.1.3). */
  private static final String HOST = "__Host-";

  private static final String SECURE = "__Secure-";

  /**
   * A cookie that holds what RFC 6265, 4.1.1 allows, and that browsers keep; anything else is
   * refused.
   */
  public SetCookie {
    require(!name.isEmpty() && name.chars().allMatch(SetCookie::isToken), "name");
    require(value.chars().allMatch(SetCookie::isValue), "value");
    require(path.startsWith("/") && path.chars().allMatch(SetCookie::isPath), "path");
    var isOfHost = name.regionMatches(true, 0, HOST, 0, HOST.length());
    var isOfTls = isOfHost || name.regionMatches(true, 0, SECURE, 0, SECURE.length());
    var needsTls = isOfTls || sameSite == SameSite.NONE;
    if ((needsTls && !isSecure) || (isOfHost && !path.equals("/"))) {
      throw new IllegalArgumentException(
          "No browser keeps the cookie "
              + name
              + ": the prefixes __Host- and __Secure- and SameSite=None need Secure, and __Host-"
              + " needs the path /");
    }
  }

  /**
   * A cookie with the safe defaults, kept until the client is closed.
   *
   * @param value any text; what a cookie cannot hold, and the percent sign, is percent-encoded
   */
  public static SetCookie of(String name, String value) {
    var encoded = HeaderValues.cookie(value);
    return new SetCookie(name, encoded, "/", Optional.empty(), true, true, SameSite.LAX);
  }

  /** What makes a client forget the cookie of this name. */
  public static SetCookie forget(String name) {
    return of(name, "").maxAge(Duration.ZERO);
  }

  /** This cookie, kept for a time in whole seconds, at least one; none is to forget it. */
  public SetCookie maxAge(Duration time) {
    return new SetCookie(name, value, path, Optional.of(time), isSecure, isHttpOnly, sameSite);
  }

  /** The text of the {@code Set-Cookie} header. */
  public String text() {
    var out = new StringBuilder(name).append('=').append(value).append("; Path=").append(path);
    maxAge.ifPresent(time -> out.append("; Max-Age=").append(seconds(time)));
    if (isSecure) out.append("; Secure");
    if (isHttpOnly) out.append("; HttpOnly");
    return out.append("; SameSite=").append(sameSite.text).toString();
  }

  /** Zero means to forget it, and some browsers drop a cookie whose number is too large. */
  private static int seconds(Duration time) {
    return time.isPositive() ? Math.clamp(time.toSeconds(), 1, Integer.MAX_VALUE) : 0;
  }

  private static boolean isToken(int c) {
    return c > ' ' && c < 0x7f && "()<>@,;:\\\"/[]?={}".indexOf(c) < 0;
  }

  private static boolean isValue(int c) {
    return c > ' ' && c < 0x7f && "\",;\\".indexOf(c) < 0;
  }

  private static boolean isPath(int c) {
    return c >= ' ' && c < 0x7f && c != ';';
  }

  private static void require(boolean holds, String part) {
    if (!holds) {
      throw new IllegalArgumentException(
          "A cookie's " + part + " contains a character that is not allowed there");
    }
  }
}

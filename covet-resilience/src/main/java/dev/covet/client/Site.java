package dev.covet.client;

import java.net.URI;
import java.util.Locale;

/**
 * Where a call goes: an origin (RFC 6454, 4).
 *
 * @param scheme {@code http} or {@code https}
 * @param host in lower case; an IPv6 address without brackets
 * @param port 1 to 65535
 */
record Site(String scheme, String host, int port) {
  private static final int PORT_MAX = 65_535;

  /**
   * That of a URL.
   *
   * @throws IllegalArgumentException if it is no address of HTTP, or holds credentials
   */
  static Site of(URI url) {
    var scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
    var isSecure = scheme.equals("https");
    if (!isSecure && !scheme.equals("http")) {
      throw new IllegalArgumentException("A URL to call begins with https:// or http://");
    }
    if (url.getHost() == null || url.getRawUserInfo() != null) {
      throw new IllegalArgumentException("A URL to call has a host, and no user or password");
    }
    var port = url.getPort() >= 0 ? url.getPort() : isSecure ? 443 : 80;
    if (port == 0 || port > PORT_MAX) {
      throw new IllegalArgumentException("A URL to call has no such port");
    }
    return new Site(scheme, plain(url.getHost()), port);
  }

  private static String plain(String host) {
    var lower = host.toLowerCase(Locale.ROOT);
    return lower.startsWith("[") ? lower.substring(1, lower.length() - 1) : lower;
  }

  boolean isSecure() {
    return scheme.equals("https");
  }

  /** The port as a {@code Host} field has it: -1 where the scheme says it. */
  int shownPort() {
    return port == (isSecure() ? 443 : 80) ? -1 : port;
  }

  /** The host as a URL has it. */
  private String shownHost() {
    return host.contains(":") ? "[" + host + "]" : host;
  }

  @Override
  public String toString() {
    return scheme + "://" + shownHost() + (shownPort() < 0 ? "" : ":" + port);
  }
}

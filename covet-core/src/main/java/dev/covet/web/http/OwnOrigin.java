package dev.covet.web.http;

/** Whether a page comes from the app itself (RFC 6454). */
public final class OwnOrigin {
  private OwnOrigin() {}

  /**
   * Whether an origin is the one that a request asks. Browsers leave out the usual port of a
   * scheme; a proxy may write it.
   */
  public static boolean is(String origin, Request request) {
    var isPlain = origin.startsWith("http:") && request.scheme().equals("http");
    var usual = isPlain ? ":80" : ":443";
    var host = request.authority();
    var own = host.endsWith(usual) ? host.substring(0, host.length() - usual.length()) : host;
    return origin.equalsIgnoreCase((isPlain ? "http://" : "https://") + own);
  }
}

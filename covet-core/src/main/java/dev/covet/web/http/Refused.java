package dev.covet.web.http;

/**
 * What a server refuses in the place of the app.
 *
 * @param request what is known of it, without its body: the method is {@code GET} and the target
 *     empty where nothing is
 * @param method the method as it came, for the log; empty if it is not known
 * @param route the route that would have answered, {@code Class.method}; empty if it is not known
 * @param why what the client is told
 */
public record Refused(Request request, String method, String route, Reason why) {
  /**
   * Why a request is refused.
   *
   * @param status the status code, from 400
   * @param code the stable code in upper snake case: {@code HEADERS_BYTES_MAX}
   * @param message one sentence for people; nothing of what was sent
   */
  public record Reason(int status, String code, String message) {}
}

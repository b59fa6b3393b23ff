package dev.covet.web.http;

/**
 * Answers a request.
 *
 * <p>Whoever calls one ends the response ({@link Response#end}) when it is written or given up.
 */
@FunctionalInterface
public interface Handler {
  /** The response; what goes wrong is thrown and answered by what stands around this handler. */
  Response handle(Request request);
}

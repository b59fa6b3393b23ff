package dev.covet.web.http;

import dev.covet.web.message.SocketLine;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests to an app, wherever it runs, and takes whole answers: what a generated client
 * ({@code HeroesClient}) calls. The test client is one. Thread-safe.
 */
@FunctionalInterface
public interface Caller {
  /**
   * Sends a request, and waits for its answer.
   *
   * @param target the path and, after {@code ?}, the query, escaped as they are to be sent
   * @param headers those of the call; the caller adds its own
   * @param body its bytes, which nobody changes; none for no body
   * @return the whole answer, its body as bytes; with its {@link Response#report} if it is an error
   *     response
   */
  Response call(Method method, String target, Headers headers, byte[] body);

  /**
   * Opens a WebSocket.
   *
   * @param target the path and, after {@code ?}, the query
   * @throws UnsupportedOperationException if this only sends requests
   */
  default Opening open(String target, Headers headers) {
    throw new UnsupportedOperationException("this caller opens no WebSockets");
  }

  /**
   * What became of a request for a WebSocket.
   *
   * @param response the whole answer if it was refused
   * @param line what carries messages; null if it was refused
   */
  record Opening(Response response, @Nullable SocketLine line) {}

  /**
   * Whether an error of Covet's own is thrown by its class although the operation does not declare
   * it, as tests want it. What goes to another service throws what is declared: its 401 is about
   * our token, and not for our client.
   */
  default boolean throwsUndeclared() {
    return true;
  }

  /** What is thrown for an answer that no method can return or throw by its own class. */
  default RuntimeException failure(UnexpectedAnswer answer) {
    return answer;
  }
}

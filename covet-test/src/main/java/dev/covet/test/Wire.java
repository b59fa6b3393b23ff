package dev.covet.test;

import dev.covet.web.message.SocketLine;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** How requests get to the app. */
interface Wire {
  /**
   * Sends a request and takes its whole answer, on the thread that calls.
   *
   * @param call notes what becomes of the request
   * @throws IOException if the response was cut off
   */
  Received exchange(Sent sent, Call call) throws IOException;

  /**
   * Sends a request, and passes its answer on while it comes, on the thread that calls, until that
   * is interrupted or nobody hears any more.
   *
   * @throws IOException if the response was cut off
   */
  void listen(Sent sent, Call call, Heard heard) throws IOException;

  /**
   * Asks for a WebSocket.
   *
   * @param patience for its messages
   * @throws IOException if the response was cut off
   */
  Opened open(Sent sent, Call call, Patience patience) throws IOException;

  /**
   * What became of a request for a WebSocket.
   *
   * @param answer its head, and its body if it was refused
   * @param line what carries messages; null if it was refused
   */
  record Opened(Received answer, @Nullable SocketLine line) {}
}

package dev.covet.test;

import java.io.IOException;

/** How requests get to the app. */
@FunctionalInterface
interface Wire {
  /**
   * Sends a request and takes its whole answer, on the thread that calls.
   *
   * @param call notes what becomes of the request
   * @throws IOException if the response was cut off
   */
  Received exchange(Sent sent, Call call) throws IOException;
}

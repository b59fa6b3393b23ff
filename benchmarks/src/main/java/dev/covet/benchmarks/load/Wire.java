package dev.covet.benchmarks.load;

import java.io.IOException;

/** One connection of the load client. Not thread-safe. */
interface Wire {
  /** Sends as many requests as are sent together. */
  void send() throws IOException;

  /**
   * Reads what has come.
   *
   * @return number of answers that are complete by it
   * @throws IOException if the connection has ended, or an answer is not the right one
   */
  int receive() throws IOException;
}

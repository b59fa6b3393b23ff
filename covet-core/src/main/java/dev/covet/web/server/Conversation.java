package dev.covet.web.server;

/**
 * A connection and what is spoken on it, as its server sees it. Used on the connection's loop
 * alone.
 */
interface Conversation {
  /** Looks at the time limits; called with every tick of the loop. */
  void checkTime(long now);

  /** Ends because something broke that is no request's fault. */
  void failed(Throwable cause);

  /**
   * Closes at once when nothing is at work, else after what is. Called when the server stops.
   *
   * @param ending the thread that ends the server; a request that it handles is given up
   */
  void drain(Thread ending);

  /** Breaks off, and leaves its requests to their threads. Called at the end of the grace. */
  void breakOff();
}

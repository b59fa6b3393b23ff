package dev.covet.web.server.carrier;

import dev.covet.web.address.OpenConnection;
import java.time.Duration;

/**
 * A connection and what is spoken on it, as its server sees it. Used on the connection's loop
 * alone.
 */
public interface Conversation {
  /** Looks at the time limits; called with every tick of the loop. */
  void checkTime(long now);

  /**
   * How it is, for people.
   *
   * @param now as {@link System#nanoTime} has it
   */
  OpenConnection listed(long now);

  /** Ends because something broke that is no request's fault. */
  void failed(Throwable cause);

  /**
   * Closes once nothing is at work. Called when the server stops.
   *
   * @param ending the thread that ends the server; a request that it handles is given up
   * @param lastLook how long a request may still come where none is at work
   */
  void drain(Thread ending, Duration lastLook);

  /** Breaks off, and leaves its requests to their threads. Called at the end of the grace. */
  void breakOff();
}

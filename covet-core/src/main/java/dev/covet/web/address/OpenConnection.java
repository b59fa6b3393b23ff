package dev.covet.web.address;

import java.time.Duration;

/**
 * A connection to a server, as it was when it was looked at.
 *
 * @param id as log lines name it
 * @param address of the other end, with its port; that of a proxy where one stands between
 * @param protocol what is spoken on it: {@code http/1.1} or {@code h2}; empty before anything is
 * @param requests how many there were
 * @param streams how many of them are at work
 * @param bytesRead of heads and bodies
 * @param bytesWritten given to the socket; the client may not have taken all of them
 */
public record OpenConnection(
    String id,
    String address,
    String protocol,
    State state,
    Duration age,
    long requests,
    int streams,
    long bytesRead,
    long bytesWritten) {
  /** What it is busy with. */
  public enum State {
    /** Nothing: it waits for a request. */
    IDLE,
    /** A request, of which not all has come. */
    READING,
    /** A handler is at work. */
    HANDLING,
    /** An answer, of which not all has left. */
    WRITING,
    /** It ends. */
    CLOSING
  }
}

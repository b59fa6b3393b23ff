package dev.covet.web.message;

import java.io.InputStream;

/**
 * A request's body, which comes once. Not thread-safe.
 *
 * <p>The first read tells a client that waits for it to go on (RFC 9110, 10.1.1).
 */
public interface RequestBody {
  /** The length in bytes as the client says; 0 if there is none, -1 if it is not known before. */
  long length();

  /**
   * The bytes as they come; a read waits for them.
   *
   * @throws BodyTooLarge if there are more, before reading where the length is known; else a read
   *     throws it
   * @throws IllegalStateException if the body was asked for before
   */
  InputStream stream(long bytesMax);

  /**
   * All bytes.
   *
   * @param bytesMax the longest body that is collected
   * @throws BodyTooLarge if it is longer, before reading where the length is known
   * @throws ClientGone if the connection ends before the body
   * @throws IllegalStateException if the body was asked for before
   */
  byte[] collect(int bytesMax);

  /**
   * Counts bytes that whoever reads it as a stream keeps in memory, until the request is over.
   *
   * @throws BodiesTooLarge if all requests together keep too many
   */
  default void keep(int bytes) {}

  /** Takes back what was counted of bytes that are kept no more. */
  default void release(int bytes) {}

  /** The body of a request that has none. */
  static RequestBody none() {
    return of(new byte[0]);
  }

  /** A body that is in memory, as for calls within a process. */
  static RequestBody of(byte[] bytes) {
    return new MemoryBody(bytes);
  }
}

package dev.covet.web.middleware;

import java.io.IOException;
import java.io.OutputStream;

/**
 * A content coding (RFC 9110, 8.4.1) in which {@link Compress} sends bodies. One beside gzip is
 * brought by a jar, whose {@code META-INF/services} names it; of those that a client takes equally
 * the first there is used. Thread-safe, but for the streams that it gives.
 */
public interface ContentCoding {
  /** Its name as {@code Accept-Encoding} has it, in lower case: {@code br}. */
  String name();

  /**
   * Loads what it needs of the machine. Called at each start of an app that compresses, before
   * anything else.
   *
   * @throws IllegalStateException if that is not to be had here, with the reason: the app then
   *     starts without this coding
   */
  default void load() {}

  /** The bytes in this coding. */
  byte[] compressed(byte[] bytes);

  /**
   * Compresses what is written to it. {@code flush} lets a client read all that was written so far;
   * {@code close} ends the body and gives back the memory outside of the heap, and does no harm a
   * second time.
   *
   * @param out takes what is compressed
   */
  OutputStream stream(OutputStream out) throws IOException;
}

package dev.covet.web.server.carrier;

import dev.covet.base.loop.Loop;
import dev.covet.web.http.Response;
import java.nio.channels.FileChannel;
import org.jspecify.annotations.Nullable;

/**
 * A stream of a protocol, as the request on it sees it: HTTP/1.1 has one at a time on a connection,
 * HTTP/2 has many. Its request, body and answer know nothing else of what carries them. Used on its
 * loop alone, but for {@link #hand}, {@link #bodyWanted} and {@link #over}.
 */
public interface Carrier {
  /** The loop on which it lives. */
  Loop loop();

  /** Runs a task on its loop; false if the client is gone. From any thread. */
  boolean hand(Runnable task);

  /** A body needs bytes that have not come, or has room for more again. From any thread. */
  void bodyWanted();

  /** Writes a whole answer, unless another was written in its place. */
  void write(Exchange done, Response answer);

  /** Writes the head of an answer whose body comes in blocks. */
  void writeHead(Exchange done, Response answer, ResponseStream body);

  /** Writes the blocks that wait. */
  void writeBlocks(ResponseStream body);

  /**
   * Whether bytes of a file can be sent that nobody has read: nothing between here and the client
   * has to see them, and the transport can now. {@link #endsFile} follows then. From any thread.
   *
   * @param end where in the file they end
   */
  default boolean beginsFile(long end) {
    return false;
  }

  /** They are gone, or never will be. From any thread. */
  default void endsFile() {}

  /** Writes bytes of a file, behind the blocks that wait; the body is told when they are gone. */
  default void writeFile(ResponseStream body, FileChannel file, FilePart part) {
    throw new UnsupportedOperationException("this carrier takes no files");
  }

  /** Breaks the stream off in the middle of this body. */
  default void cut(ResponseStream body) {
    throw new UnsupportedOperationException("this carrier takes no files");
  }

  /**
   * A part of a file.
   *
   * @param offset where it begins
   * @param length in bytes, from 1
   */
  record FilePart(long offset, long length) {}

  /** Blocks of bytes on their way to a client. Used on its loop. */
  interface BlockSource {
    /** The next block to write, or null. */
    byte @Nullable [] poll();

    /** The client has taken a block of so many bytes. */
    void taken(int bytes);

    /** Nobody takes anything any more. */
    void giveUp();
  }

  /**
   * Writes the head of an answer behind which the connection, or the stream, goes on as a
   * WebSocket. A request that asks for one comes only by a carrier that can.
   */
  default void open(Exchange done, Response answer, ServedSocket socket) {
    throw new UnsupportedOperationException("this carrier takes no WebSockets");
  }

  /** Writes what ends a body that came in blocks. */
  void writeEnd(ResponseStream body);

  /** A request is over, with all that ends with it. From its own thread. */
  default void over(Exchange done) {}

  /**
   * Breaks the stream off while an answer is written, so that its client cannot take what it has
   * for the whole.
   */
  void reset(Exchange done);

  /**
   * Breaks the stream off behind the pieces that were written, if its client sees that more was to
   * come; else as {@link #reset}.
   */
  default void cutOff(Exchange done, ResponseStream body) {
    reset(done);
  }
}

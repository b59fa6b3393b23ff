package dev.covet.web.http;

import dev.covet.web.message.SocketLine;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** The body of a response. */
public sealed interface Content {
  /** No body, as for 204 and 304. */
  record None() implements Content {
    static final None IT = new None();
  }

  /** No body but the length of the one that {@code GET} gives; -1 if none is announced. */
  record LengthOnly(long length) implements Content {
    static final LengthOnly UNKNOWN = new LengthOnly(-1);
  }

  /** Bytes that are there; whoever holds the array does not change it. */
  final class Bytes implements Content {
    private final byte[] array;

    /** A body of these bytes, which nobody changes any more. */
    public Bytes(byte[] array) {
      this.array = array;
    }

    /** The bytes themselves, not a copy. */
    public byte[] array() {
      return array;
    }
  }

  /** Bytes that are written as they come; {@code length} is -1 if it is not known before. */
  record Stream(long length, Writer writer) implements Content {}

  /**
   * A file, which is looked at and opened once the handler has given it: what stands around every
   * handler of an app makes of it what the client is to get, a part of it or nothing among that.
   */
  record File(Path path) implements Content {
    private Stream stream() {
      return new Stream(-1, out -> Files.copy(path, out));
    }
  }

  /**
   * Messages in both directions, in the place of a body: the connection goes on as a WebSocket once
   * the client was told 101 (RFC 6455), or its stream once it was told 200 (RFC 8441).
   *
   * @param talk what the server has to say and to hear
   * @param deflates whether messages may be deflated, as the head has told
   */
  record Dialogue(Talk talk, boolean deflates) implements Content {}

  /** Sends and receives the messages of one WebSocket. */
  @FunctionalInterface
  interface Talk {
    /**
     * Talks until there is nothing more to say; whoever calls this closes the line then.
     *
     * @throws RuntimeException whatever goes wrong; the line is closed with 1011
     */
    void over(SocketLine line);
  }

  /** Where a body is written to that can take bytes of files without reading them. */
  interface FileTaker {
    /**
     * Takes bytes of an open file, and waits until they are gone; false if it cannot, and has taken
     * none.
     *
     * @throws java.io.EOFException if the file ends before
     * @throws IOException if the client is gone
     */
    boolean takeFile(FileChannel file, long offset, long count) throws IOException;
  }

  /** Writes a body, once. */
  @FunctionalInterface
  interface Writer {
    /**
     * Writes all of the body; each write waits until the client has taken what came before.
     *
     * @throws IOException if the client is gone; also whatever goes wrong while making the body
     */
    void writeTo(OutputStream out) throws IOException;

    /**
     * What may stand between two writes, so that a client is not left in silence for long: each
     * write is then something whole. Empty if nothing may.
     */
    default byte[] silence() {
      return new byte[0];
    }

    /**
     * What stands in the place of the rest if the server stops, whereupon the thread that writes is
     * interrupted: for a body that ends well wherever it does. Empty if it is to be written whole.
     */
    default byte[] farewell() {
      return new byte[0];
    }

    /**
     * This body, written by another writer that passes each of its writes on as it is: for what
     * does something before and behind it alone.
     */
    default Writer through(Writer other) {
      var body = this;
      return new Writer() {
        @Override
        public void writeTo(OutputStream out) throws IOException {
          other.writeTo(out);
        }

        @Override
        public byte[] silence() {
          return body.silence();
        }

        @Override
        public byte[] farewell() {
          return body.farewell();
        }
      };
    }
  }

  /**
   * What leaves of this under a status: no body for {@code HEAD}, and under 204, 205 and 304, which
   * have none whatever a handler or middleware gave them (RFC 9110, 6.4.1, 9.3.2 and 15.3.6). 204
   * and 304 announce no length, either; elsewhere a length without a body is none. A file that no
   * app has looked at leaves as a stream.
   */
  default Content sent(Method method, int status) {
    return switch (status) {
      case 204, 304 -> LengthOnly.UNKNOWN;
      case 205 -> None.IT;
      default -> method == Method.HEAD ? new LengthOnly(length()) : sent();
    };
  }

  private Content sent() {
    return switch (this) {
      case File file -> file.stream();
      case LengthOnly _ -> None.IT;
      case None _, Bytes _, Stream _, Dialogue _ -> this;
    };
  }

  /** Whether it is written by the handler's own code, when the head has left. */
  default boolean isWrittenLater() {
    return this instanceof Stream || this instanceof Dialogue;
  }

  /** The length in bytes; 0 for none, -1 if it is not known before. */
  default long length() {
    return switch (this) {
      case None _ -> 0;
      case LengthOnly(var length) -> length;
      case Bytes bytes -> bytes.array.length;
      case Stream(var length, _) -> length;
      case File _, Dialogue _ -> -1;
    };
  }
}

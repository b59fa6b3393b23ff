package dev.covet.web.stream;

import dev.covet.api.ApiError;
import dev.covet.base.problem.Problems;
import dev.covet.web.message.SocketClosed;
import dev.covet.web.message.SocketEnd;
import dev.covet.web.message.SocketLine;
import dev.covet.web.message.SocketMessage;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A WebSocket as its handler has it (RFC 6455): typed messages in both directions, with plain
 * blocking code. One thread receives; all may send.
 *
 * <pre>{@code
 * @WebSocket("/echo")
 * void echo(Socket<String, String> socket) {
 *   for (var message : socket) socket.send(message); // ends when the client leaves
 * }
 * }</pre>
 *
 * <p>A message that is no {@code I} is answered with the usual error body, and the socket stays
 * open. When the handler returns, the socket is closed with 1000; when it fails, with 1011.
 *
 * @param <I> what the other side sends: a {@code String} or {@code byte[]} as it is, else JSON
 * @param <O> what is sent to it, in the same way
 */
public final class Socket<I, O> implements Iterable<I>, AutoCloseable {
  private final SocketLine line;
  private final MessageForm<I> in;
  private final MessageForm<O> out;
  private final Supplier<Problems> problems;
  private final Consumer<ApiError> refused;

  /**
   * A socket over a line.
   *
   * @param problems takes what is wrong with one message
   * @param refused is told of a message that is no {@code I}
   */
  public Socket(
      SocketLine line,
      MessageForm<I> in,
      MessageForm<O> out,
      Supplier<Problems> problems,
      Consumer<ApiError> refused) {
    this.line = line;
    this.in = in;
    this.out = out;
    this.problems = problems;
    this.refused = refused;
  }

  /**
   * The next message, which is waited for.
   *
   * @throws SocketClosed if the other side sends no more
   * @throws dev.covet.web.message.ClientGone if the thread is interrupted while it waits
   */
  public I receive() {
    var next = next();
    if (next == null) throw closed();
    return next;
  }

  /** The next message that is one; null at the end. */
  private @Nullable I next() {
    for (var message = line.next(); message != null; message = line.next()) {
      if (message.isText() != in.isText()) {
        line.close(
            SocketEnd.UNSUPPORTED, in.isText() ? "messages are texts" : "messages are binary");
        return null;
      }
      var value = read(message);
      if (value != null) return value;
    }
    return null;
  }

  private @Nullable I read(SocketMessage message) {
    try {
      return in.read(message, problems.get());
    } catch (ApiError wrong) {
      refused.accept(wrong);
      return null;
    }
  }

  private SocketClosed closed() {
    var end = line.end();
    return new SocketClosed(end == null ? SocketEnd.LOST : end);
  }

  /** The messages as they come, up to the end of the socket; each iterator has those to come. */
  @Override
  public Iterator<I> iterator() {
    return new Iterator<>() {
      private @Nullable I next;

      @Override
      public boolean hasNext() {
        if (next == null) next = Socket.this.next();
        return next != null;
      }

      @Override
      public I next() {
        if (!hasNext()) throw new NoSuchElementException("the socket is closed");
        var value = Objects.requireNonNull(next);
        next = null;
        return value;
      }
    };
  }

  /**
   * Sends a message, and waits while the other side has too many to take already.
   *
   * @throws SocketClosed if the socket is closed
   * @throws dev.covet.web.message.ClientGone if the thread is interrupted while it waits
   * @throws IllegalStateException if the value cannot be written as JSON
   */
  public void send(O value) {
    line.send(out.write(value));
  }

  /**
   * Sends a message, and never waits: where the other side has too many to take already the socket
   * is closed with 1013 (try again later).
   *
   * @return whether it is on its way
   * @throws IllegalStateException if the value cannot be written as JSON
   */
  public boolean offer(O value) {
    return line.offer(out.write(value));
  }

  MessageForm<O> form() {
    return out;
  }

  SocketLine line() {
    return line;
  }

  /** Whether it is open in both directions. */
  public boolean isOpen() {
    return line.end() == null;
  }

  /** Closes it with 1000; a second call does nothing. */
  @Override
  public void close() {
    close(SocketEnd.NORMAL, "");
  }

  /**
   * Closes it, behind what was sent; does nothing if it is closed already.
   *
   * @param code 1000 to 1014 as far as one may be sent, 3000 to 4999 (RFC 6455, 7.4)
   * @param reason at most 123 bytes of UTF-8
   * @throws IllegalArgumentException if nobody may send them
   */
  public void close(int code, String reason) {
    line.close(code, reason);
  }

  /**
   * Has something done once when it is closed, however that comes about; at once if it is. It has a
   * thread of its own, so it may block; what it throws is logged.
   */
  public void onClose(Runnable then) {
    line.onEnd(() -> line.apart(then));
  }
}

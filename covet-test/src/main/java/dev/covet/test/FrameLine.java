package dev.covet.test;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.covet.web.message.SocketClosed;
import dev.covet.web.message.SocketEnd;
import dev.covet.web.message.SocketEndings;
import dev.covet.web.message.SocketLine;
import dev.covet.web.message.SocketMessage;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * A WebSocket over a connection, or a stream of one, as its client has it (RFC 6455). Every wait
 * ends as those of its test client do. Used by one thread, but for what is sent.
 */
final class FrameLine implements SocketLine {
  private static final int LAST = 0x80;
  private static final int TEXT = 1;
  private static final int BINARY = 2;
  private static final int CLOSE = 8;
  private static final int PING = 9;
  private static final int PONG = 10;

  private final Sent sent;
  private final Patience patience;
  private final Socket socket;
  private final DataInputStream in;
  private final OutputStream out;
  private final SocketEndings<SocketEnd> endings = new SocketEndings<>();
  private volatile boolean closeSent;

  /**
   * One that is open.
   *
   * @param socket is closed at its end
   */
  FrameLine(Sent sent, Patience patience, Socket socket, InputStream in, OutputStream out)
      throws IOException {
    this.sent = sent;
    this.patience = patience;
    this.socket = socket;
    this.in = new DataInputStream(in);
    this.out = out;
    socket.setSoTimeout((int) Math.min(Integer.MAX_VALUE, patience.longest().toMillis()));
  }

  @Override
  public @Nullable SocketMessage next() {
    if (end() != null) return null;
    try {
      return message();
    } catch (SocketTimeoutException e) {
      throw new AssertionError(
          "%s: no message came within %s ms".formatted(sent, patience.longest().toMillis()), e);
    } catch (IOException _) {
      finish(SocketEnd.LOST);
      return null;
    }
  }

  private @Nullable SocketMessage message() throws IOException {
    while (end() == null) {
      var first = in.readUnsignedByte();
      var payload = payload();
      var opcode = first & 0x0f;
      if (opcode == CLOSE) ended(payload);
      else if (opcode == PING) write(PONG, payload);
      else if (opcode != PONG) return message(first, payload);
    }
    return null;
  }

  /** A server of ours sends each message in one frame. */
  private static SocketMessage message(int first, byte[] bytes) throws IOException {
    return switch (first) {
      case LAST | TEXT -> SocketMessage.text(bytes);
      case LAST | BINARY -> SocketMessage.binary(bytes);
      default -> throw new IOException("a frame begins with " + first);
    };
  }

  private byte[] payload() throws IOException {
    long length = in.readUnsignedByte();
    if (length == 126) length = in.readUnsignedShort();
    else if (length == 127) length = in.readLong();
    if (length < 0 || length > Received.BODY_BYTES_MAX)
      throw new IOException("a frame is too long");
    var payload = new byte[(int) length];
    in.readFully(payload);
    return payload;
  }

  private void ended(byte[] payload) throws IOException {
    var code = SocketEnd.NO_STATUS;
    var reason = "";
    if (payload.length >= 2) {
      code = (payload[0] & 0xff) << 8 | (payload[1] & 0xff);
      reason = new String(payload, 2, payload.length - 2, UTF_8);
    }
    if (!closeSent) write(CLOSE, payload);
    closeSent = true;
    finish(new SocketEnd(code, reason));
  }

  private void finish(SocketEnd how) {
    endings.end(how, this::disconnect);
  }

  private void disconnect() {
    try {
      socket.close();
    } catch (IOException _) {
      // it is over in any case
    }
  }

  @Override
  public void send(SocketMessage message) {
    var over = end();
    if (over != null || closeSent) throw new SocketClosed(over == null ? SocketEnd.LOST : over);
    try {
      write(message.isText() ? TEXT : BINARY, message.bytes());
    } catch (IOException _) {
      throw new SocketClosed(SocketEnd.LOST);
    }
  }

  @Override
  public boolean offer(SocketMessage message) {
    if (end() != null) return false;
    send(message);
    return true;
  }

  /** What a client sends is masked (RFC 6455, 5.3). */
  private void write(int opcode, byte[] payload) throws IOException {
    var mask = new byte[4];
    ThreadLocalRandom.current().nextBytes(mask);
    var frame = new ByteArrayOutputStream(payload.length + 14);
    frame.write(LAST | opcode);
    var bytes = payload.length < 126 ? 0 : payload.length <= 0xffff ? 2 : 8;
    frame.write(0x80 | (bytes == 0 ? payload.length : bytes == 2 ? 126 : 127));
    for (var i = bytes - 1; i >= 0; i--) frame.write((int) ((long) payload.length >>> (8 * i)));
    frame.writeBytes(mask);
    for (var i = 0; i < payload.length; i++) frame.write(payload[i] ^ mask[i & 3]);
    synchronized (out) {
      out.write(frame.toByteArray());
    }
  }

  /** Closes, and waits for the server to do the same. */
  @Override
  public void close(int code, String reason) {
    if (end() != null || closeSent) return;
    var payload = SocketEnd.said(code, reason).bytes();
    closeSent = true;
    try {
      write(CLOSE, payload);
    } catch (IOException _) {
      finish(SocketEnd.LOST);
    }
    while (end() == null) next();
  }

  @Override
  public @Nullable SocketEnd end() {
    return endings.how();
  }

  @Override
  public void onEnd(Runnable then) {
    endings.add(then);
  }

  @Override
  public void notOnEnd(Runnable then) {
    endings.remove(then);
  }
}

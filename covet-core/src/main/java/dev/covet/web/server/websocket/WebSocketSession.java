package dev.covet.web.server.websocket;

import dev.covet.web.message.SocketEnd;
import dev.covet.web.server.carrier.Exchange;
import dev.covet.web.server.carrier.ServedSocket;
import dev.covet.web.server.carrier.SocketWire;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * An open WebSocket, whatever carries it: reads as long as its handler has room, writes as long as
 * its client takes, and closes as RFC 6455, 7 says. Used on its loop alone.
 */
public final class WebSocketSession implements SocketWire {
  private final SocketCarrier carrier;
  private final Exchange exchange;
  private final ServedSocket socket;
  private final WebSocketReader reader;
  private final WebSocketWriter writer;
  private final WebSocketClock clock;
  private final ClosingHandshake closing = new ClosingHandshake();

  /** What has come, but is not decoded yet; it counts in the budget of bodies. */
  private @Nullable ByteBuf held;

  private boolean inputEnded;

  /** The last ping that is not answered, while the client takes nothing (RFC 6455, 5.5.3). */
  private byte @Nullable [] ping;

  /** Of a client that was told that it is open; {@link #begin} follows. */
  public WebSocketSession(SocketCarrier carrier, Exchange exchange, ServedSocket socket) {
    this.carrier = carrier;
    this.exchange = exchange;
    this.socket = socket;
    this.reader = new WebSocketReader(socket, new Answers());
    this.writer = new WebSocketWriter(carrier, socket);
    this.clock = new WebSocketClock(writer, socket.limits());
  }

  /** Begins to talk. */
  public void begin() {
    socket.begin(this);
  }

  /** Takes bytes that came; the buffer stays that of whoever calls. */
  public void came(ByteBuf bytes) {
    if (closing.isReceived()) return;
    clock.heard();
    var before = release();
    if (before == null) {
      decode(bytes);
      if (bytes.isReadable()) hold(Unpooled.copiedBuffer(bytes));
    } else {
      takeHeld(before.discardReadBytes().writeBytes(bytes));
    }
    setReading();
  }

  /** Decodes what has come but was held back, then whatever comes. */
  @Override
  public void read() {
    var in = release();
    if (in != null) takeHeld(in);
    setReading();
  }

  private void takeHeld(ByteBuf in) {
    decode(in);
    if (in.isReadable()) hold(in);
  }

  private void hold(ByteBuf in) {
    if (socket.take(in.readableBytes())) {
      held = in;
    } else {
      decode(in); // it is closed now, and what comes is passed over
    }
  }

  /** What is held back, which is not any more; null for nothing. */
  private @Nullable ByteBuf release() {
    var in = held;
    held = null;
    if (in != null) socket.giveBack(in.readableBytes());
    return in;
  }

  /** How many bytes have come, but are not decoded yet. */
  public int waiting() {
    return held == null ? 0 : held.readableBytes();
  }

  private void setReading() {
    var isRoomy = closing.isReceived() || socket.end() != null || !socket.isFull();
    clock.reads(isRoomy);
    carrier.reads(isRoomy);
    if (inputEnded && held == null) left();
  }

  private void decode(ByteBuf in) {
    try {
      reader.read(in);
    } catch (Broken broken) {
      closing.receive();
      reader.drop();
      socket.refuse(broken.why(), broken.limit());
      write();
      finish();
    }
    if (closing.isReceived()) in.skipBytes(in.readableBytes());
  }

  /** Answers what the client says of the connection itself. */
  private final class Answers implements WebSocketReader.Controls {
    /** Only the last of several needs an answer, so that they do not pile up. */
    @Override
    public void ping(byte[] bytes) {
      if (closing.isSent()) return;
      ping = bytes;
      write();
    }

    @Override
    public void close(SocketEnd how) {
      closing.receive();
      socket.ended(how);
      if (!closing.isSent()) {
        say(how);
        carrier.flush();
      }
      finish();
    }
  }

  @Override
  public void write() {
    if (closing.isSent()) return;
    answerPing();
    var isAll = writer.messages();
    var end = socket.end();
    if (end != null && isAll) say(end);
    carrier.flush();
  }

  private void answerPing() {
    var bytes = ping;
    if (bytes == null || !carrier.isWritable()) return;
    ping = null;
    writer.pong(bytes);
  }

  /** Says how it ends; nothing follows. */
  private void say(SocketEnd how) {
    closing.send();
    clock.ends();
    writer.close(
        how,
        () -> {
          closing.written();
          finish();
        });
  }

  /** Both sides have said that it ends: the server closes first (RFC 6455, 7.1.1). */
  private void finish() {
    if (closing.isOverNow()) carrier.endOutput();
  }

  @Override
  public void limitHit(String limit) {
    carrier.connection().server().metrics().limitHit(limit);
  }

  /** The client sends nothing more; its handler may have messages to take still. */
  public void inputEnded() {
    inputEnded = true;
    if (held == null) {
      left();
    } else {
      var most = socket.limits().times().handlerSecondsMax();
      carrier.connection().schedule(this::left, (long) (most * 1e9), TimeUnit.NANOSECONDS);
    }
  }

  /** Nobody is there any more. */
  private void left() {
    socket.ended(SocketEnd.LOST);
    clock.ends();
    if (!writer.leaves()) carrier.close(); // else the clock does
  }

  /** What carried it is gone. */
  public void gone() {
    closing.send();
    closing.receive();
    reader.drop();
    var _ = release();
    carrier.connection().server().orphaned(exchange);
    socket.ended(SocketEnd.LOST);
  }

  /** Looks at the time limits; called with every tick of the loop. */
  public void checkTime(long now) {
    switch (clock.look(now)) {
      case NOTHING -> {}
      case PING -> {
        writer.ping();
        carrier.flush();
      }
      case GONE -> {
        limitHit("WEBSOCKET_PONG_SECONDS_MAX");
        carrier.reset();
      }
      case STALLED -> {
        socket.refuse(new SocketEnd(SocketEnd.TRY_AGAIN_LATER, "WRITE_STALL_SECONDS_MAX"), "");
        carrier.cutOff("WRITE_STALL_SECONDS_MAX");
      }
      case CLOSED -> carrier.close();
    }
  }

  /** Whether it was said that it ends. */
  public boolean isClosing() {
    return closing.isSent();
  }

  /** Whether something waits that the client has not taken yet. */
  public boolean leaves() {
    return writer.leaves();
  }
}

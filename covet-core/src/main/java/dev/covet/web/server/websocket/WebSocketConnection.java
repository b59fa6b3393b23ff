package dev.covet.web.server.websocket;

import dev.covet.web.address.OpenConnection;
import dev.covet.web.message.SocketEnd;
import dev.covet.web.server.carrier.Connection;
import dev.covet.web.server.carrier.Conversation;
import dev.covet.web.server.carrier.Exchange;
import dev.covet.web.server.carrier.ServedSocket;
import dev.covet.web.server.carrier.SocketWire;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.util.ReferenceCountUtil;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A connection that was opened as a WebSocket: reads as long as its handler has room, writes as
 * long as its client takes, and closes it as RFC 6455, 7 says. Used on its loop alone.
 */
public final class WebSocketConnection extends ChannelInboundHandlerAdapter
    implements Conversation, SocketWire {
  private final Connection connection;
  private final Exchange exchange;
  private final ServedSocket socket;
  private final WebSocketReader reader;
  private final WebSocketWriter writer;
  private final WebSocketClock clock;
  private final ClosingHandshake closing = new ClosingHandshake();

  /** What was read, but is not decoded yet. */
  private @Nullable ByteBuf held;

  /** The last ping that is not answered, while the client takes nothing (RFC 6455, 5.5.3). */
  private byte @Nullable [] ping;

  private long bytesRead;

  private WebSocketConnection(Connection connection, Exchange exchange, ServedSocket socket) {
    this.connection = connection;
    this.exchange = exchange;
    this.socket = socket;
    this.reader = new WebSocketReader(socket, new Answers());
    this.writer = new WebSocketWriter(connection.channel(), socket);
    this.clock = new WebSocketClock(writer, socket.limits());
  }

  /** Begins to speak on a connection whose client was told 101. Called on its loop. */
  public static void speak(Connection connection, Exchange exchange, ServedSocket socket) {
    var spoken = new WebSocketConnection(connection, exchange, socket);
    connection.channel().pipeline().addLast(spoken);
    connection.opened(spoken);
    connection.channel().config().setAutoRead(true);
    socket.begin(spoken);
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    if (!(message instanceof ByteBuf bytes) || closing.isReceived()) {
      ReferenceCountUtil.release(message);
      return;
    }
    bytesRead += bytes.readableBytes();
    clock.heard();
    var before = held;
    held =
        before == null ? bytes : ctx.alloc().compositeBuffer().addComponents(true, before, bytes);
    read();
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext ctx) {
    ctx.flush();
  }

  /** Decodes what was read but held back, then whatever comes. */
  @Override
  public void read() {
    var in = held;
    if (in != null) {
      in.retain(); // the connection may end meanwhile
      try {
        decode(in);
      } finally {
        in.release();
      }
      if (!in.isReadable()) release();
    }
    var isRoomy = closing.isReceived() || socket.end() != null || !socket.isFull();
    clock.reads(isRoomy);
    connection.channel().config().setAutoRead(isRoomy);
    if (held == null && connection.channel().isInputShutdown()) left();
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

  private void release() {
    var in = held;
    held = null;
    if (in != null) in.release();
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
        connection.channel().flush();
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
    connection.channel().flush();
  }

  private void answerPing() {
    var bytes = ping;
    if (bytes == null || !connection.channel().isWritable()) return;
    ping = null;
    var _ = writer.pong(bytes);
  }

  /** Says how it ends; nothing follows. */
  private void say(SocketEnd how) {
    closing.send();
    clock.ends();
    var _ =
        writer
            .close(how)
            .addListener(_ -> {
              closing.written();
              finish();
            });
  }

  /** Both sides have said that it ends: the server closes first (RFC 6455, 7.1.1). */
  private void finish() {
    if (closing.isOverNow() && connection.channel().isActive()) connection.endOutput();
  }

  @Override
  public void limitHit(String limit) {
    connection.server().metrics().limitHit(limit);
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext ctx) {
    if (ctx.channel().isWritable()) write();
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
    if (!(event instanceof ChannelInputShutdownEvent)) return;
    if (held == null) {
      left();
    } else { // its handler has messages to take still, as long as that may last
      var most = socket.limits().times().handlerSecondsMax();
      connection.schedule(this::left, (long) (most * 1e9), TimeUnit.NANOSECONDS);
    }
  }

  /** The client has sent all it will. */
  private void left() {
    socket.ended(SocketEnd.LOST);
    clock.ends();
    if (!writer.leaves()) connection.close(); // else the clock does
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    connection.closed(this);
    closing.send();
    closing.receive();
    reader.drop();
    release();
    connection.server().orphaned(exchange);
    socket.ended(SocketEnd.LOST);
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    failed(cause);
  }

  @Override
  public void failed(Throwable cause) {
    connection.failed(cause);
  }

  @Override
  public void checkTime(long now) {
    switch (clock.look(now)) {
      case NOTHING -> {}
      case PING -> {
        var _ = writer.ping();
        connection.channel().flush();
      }
      case GONE -> {
        limitHit("WEBSOCKET_PONG_SECONDS_MAX");
        connection.reset();
      }
      case STALLED -> {
        socket.refuse(new SocketEnd(SocketEnd.TRY_AGAIN_LATER, "WRITE_STALL_SECONDS_MAX"), "");
        connection.cutOff("WRITE_STALL_SECONDS_MAX", true);
      }
      case CLOSED -> connection.close();
    }
  }

  @Override
  public OpenConnection listed(long now) {
    var peer = connection.peer();
    return new OpenConnection(
        peer.connectionId(),
        peer.text(),
        "websocket",
        state(),
        connection.age(now),
        1,
        1,
        bytesRead,
        writer.bytes());
  }

  private OpenConnection.State state() {
    if (closing.isSent()) return OpenConnection.State.CLOSING;
    return writer.leaves() ? OpenConnection.State.WRITING : OpenConnection.State.HANDLING;
  }

  /** The server has told its handler, and so its client, that it stops. */
  @Override
  public void drain(Thread ending, Duration lastLook) {
    if (exchange.abandon(ending)) connection.reset();
  }

  @Override
  public void breakOff() {
    connection.server().orphaned(exchange);
    if (writer.leaves()) {
      connection.cutOff("SHUTDOWN_SECONDS_MAX", true);
    } else {
      connection.close();
    }
  }
}

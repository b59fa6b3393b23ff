package dev.covet.web.server.websocket;

import dev.covet.web.address.OpenConnection;
import dev.covet.web.server.carrier.Connection;
import dev.covet.web.server.carrier.Conversation;
import dev.covet.web.server.carrier.Exchange;
import dev.covet.web.server.carrier.ServedSocket;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.util.ReferenceCountUtil;
import java.time.Duration;

/** A connection that has become that of one WebSocket. Used on its loop alone. */
public final class WebSocketConnection extends ChannelInboundHandlerAdapter
    implements Conversation, SocketCarrier {
  private final Connection connection;
  private final Exchange exchange;
  private final WebSocketSession session;
  private long bytesRead;
  private long bytesWritten;

  private WebSocketConnection(Connection connection, Exchange exchange, ServedSocket socket) {
    this.connection = connection;
    this.exchange = exchange;
    this.session = new WebSocketSession(this, exchange, socket);
  }

  /** Begins to speak on a connection whose client was told 101. Called on its loop. */
  public static void speak(Connection connection, Exchange exchange, ServedSocket socket) {
    var spoken = new WebSocketConnection(connection, exchange, socket);
    connection.channel().pipeline().addLast(spoken);
    connection.opened(spoken);
    connection.channel().config().setAutoRead(true);
    spoken.session.begin();
  }

  @Override
  public Connection connection() {
    return connection;
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    try {
      if (!(message instanceof ByteBuf bytes)) return;
      bytesRead += bytes.readableBytes();
      session.came(bytes);
    } finally {
      ReferenceCountUtil.release(message);
    }
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext ctx) {
    ctx.flush();
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext ctx) {
    if (ctx.channel().isWritable()) session.write();
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
    if (event instanceof ChannelInputShutdownEvent) session.inputEnded();
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    connection.closed(this);
    session.gone();
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
  public boolean isWritable() {
    return connection.channel().isWritable();
  }

  @Override
  public void write(byte[] head, int headBytes, byte[] payload, Runnable taken) {
    bytesWritten += headBytes + payload.length;
    var isCopied = payload.length <= COPIED_BYTES_MAX;
    var alloc = connection.channel().alloc();
    var out = alloc.ioBuffer(headBytes + (isCopied ? payload.length : 0));
    out.writeBytes(head, 0, headBytes);
    var whole =
        isCopied
            ? out.writeBytes(payload)
            : Unpooled.wrappedBuffer(out, Unpooled.wrappedBuffer(payload));
    var _ = connection.channel().write(whole).addListener(_ -> taken.run());
  }

  @Override
  public void flush() {
    connection.channel().flush();
  }

  @Override
  public long progress() {
    var buffer = connection.channel().unsafe().outboundBuffer();
    return buffer == null ? 0 : buffer.currentProgress();
  }

  @Override
  public void reads(boolean more) {
    connection.channel().config().setAutoRead(more);
  }

  @Override
  public void endOutput() {
    if (connection.channel().isActive()) connection.endOutput();
  }

  @Override
  public void close() {
    connection.close();
  }

  @Override
  public void reset() {
    connection.reset();
  }

  @Override
  public void cutOff(String limit) {
    connection.cutOff(limit, true);
  }

  @Override
  public void checkTime(long now) {
    session.checkTime(now);
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
        bytesWritten);
  }

  private OpenConnection.State state() {
    if (session.isClosing()) return OpenConnection.State.CLOSING;
    return session.leaves() ? OpenConnection.State.WRITING : OpenConnection.State.HANDLING;
  }

  /** The server has told its handler, and so its client, that it stops. */
  @Override
  public void drain(Thread ending, Duration lastLook) {
    if (exchange.abandon(ending)) connection.reset();
  }

  @Override
  public void breakOff() {
    connection.server().orphaned(exchange);
    if (session.leaves()) {
      connection.cutOff("SHUTDOWN_SECONDS_MAX", true);
    } else {
      connection.close();
    }
  }
}

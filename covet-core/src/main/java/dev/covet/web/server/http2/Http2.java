package dev.covet.web.server.http2;

import dev.covet.web.address.OpenConnection;
import dev.covet.web.http.RequestHead;
import dev.covet.web.server.carrier.Connection;
import dev.covet.web.server.carrier.Conversation;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.util.ReferenceCountUtil;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Reads one HTTP/2 connection (RFC 9113), frame by frame. Used on its event loop alone.
 *
 * <p>The way of a frame: {@link FrameReader} cuts it out, {@link Http2Session} knows what it means
 * to which stream; {@link Http2Stream} carries a request, whose answer leaves by {@link Outflow}.
 */
public final class Http2 extends ByteToMessageDecoder implements Conversation {
  /** Its name in ALPN (RFC 9113, 3.2), and in the list of connections. */
  public static final String NAME = "h2";

  /** How long after the end of what it sends a client counts as gone. */
  private static final long GONE_MILLIS = 50;

  private final Connection connection;
  private final Http2Session session;
  private final FrameReader reader;
  private final Http2Clock clock;
  private long bytes;
  private long frames;

  private Http2(Connection connection, ResponseFields fields) {
    this.connection = connection;
    this.session = new Http2Session(connection, fields);
    this.reader =
        new FrameReader(session, connection.server().limits().http2().continuationFramesMax());
    this.clock = new Http2Clock(session);
  }

  /** Begins to speak on a connection. Called on its loop. */
  public static void speak(Connection connection, ResponseFields fields) {
    connection.channel().pipeline().addLast(new Http2(connection, fields));
  }

  /** Whether what a client has sent first is, as far as it came, the preface (RFC 9113, 3.4). */
  public static boolean isBegun(ByteBuf in) {
    return FrameReader.begins(in);
  }

  /** Whether these are settings of a client (RFC 7540, 3.2.1). */
  public static boolean areSettings(byte[] settings) {
    return Http2Session.areSettings(Unpooled.wrappedBuffer(settings));
  }

  /**
   * Goes on with a connection whose client has been told so; its preface is still to come (RFC
   * 7540, 3.2). Called on its loop.
   *
   * @param first the request that asked for it, without a body, which is that of stream 1
   * @param settings of the client, found to be good
   */
  public static void goOn(
      Connection connection, ResponseFields fields, RequestHead first, byte[] settings) {
    var spoken = new Http2(connection, fields);
    connection.channel().pipeline().addLast(spoken);
    try {
      spoken.session.upgraded(first, Unpooled.wrappedBuffer(settings));
    } catch (Http2Exception e) {
      spoken.session.ending().fail(e);
    }
  }

  @Override
  public void handlerAdded(ChannelHandlerContext ctx) {
    connection.opened(this);
    session.open();
    ctx.flush();
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) throws Exception {
    if (!(message instanceof ByteBuf read)) {
      ReferenceCountUtil.release(message); // what ends the request that asked for an upgrade
      return;
    }
    bytes += read.readableBytes();
    session.outflow().gather();
    super.channelRead(ctx, message);
  }

  @Override
  protected void decode(ChannelHandlerContext ctx, ByteBuf in, List<Object> out) {
    while (!session.ending().isClosing() && took(in)) {
      if (!reader.isInBlock()) frames++;
    }
    if (!session.ending().isClosing()) return;
    session.ending().drop(in.readableBytes());
    in.skipBytes(in.readableBytes());
  }

  /** Takes a frame, or a part of one; false if there is too little of it. */
  private boolean took(ByteBuf in) {
    try {
      return took(in, connection.server().limits().http2().controlFramesQueuedMax());
    } catch (Http2Exception e) {
      session.ending().fail(e);
      return false;
    }
  }

  private boolean took(ByteBuf in, int queuedMax) throws Http2Exception {
    try {
      var took = reader.take(in);
      if (session.writer().controlsQueued() > queuedMax) {
        throw Breach.limit("HTTP2_CONTROL_FRAMES_QUEUED_MAX");
      }
      return took;
    } catch (Http2Exception e) {
      if (!Http2Exception.isStreamError(e)) throw e;
      session.breach(e);
      return true;
    }
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext ctx) throws Exception {
    session.readAll();
    session.outflow().flush();
    setReading();
    super.channelReadComplete(ctx);
  }

  /** A client that takes nothing has nothing read: its requests would pile up as answers. */
  private void setReading() {
    var config = connection.channel().config();
    var wanted = connection.channel().isWritable();
    if (config.isAutoRead() != wanted) config.setAutoRead(wanted);
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext ctx) {
    setReading();
    if (ctx.channel().isWritable()) session.sendMore();
  }

  /** The client sends nothing more, so it has no use for further answers. */
  @Override
  public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
    if (!(event instanceof ChannelInputShutdownEvent)) return;
    if (session.ending().isClosing()) {
      if (!session.writer().waits()) connection.close(); // else that comes behind what waits
    } else if (session.streams().isEmpty()) {
      session.ending().finish();
    } else {
      connection.schedule(this::left, GONE_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  /** What is not to be broken off is answered still. */
  private void left() {
    for (var each : session.streams().all()) {
      var now = each.exchange();
      var isLeft = now == null || each.tunnel() != null || now.leave();
      if (isLeft) session.reset(each, Http2Error.CANCEL);
    }
    session.ending().finish();
  }

  @Override
  public OpenConnection listed(long now) {
    var peer = connection.peer();
    return new OpenConnection(
        peer.connectionId(),
        peer.text(),
        NAME,
        state(),
        connection.age(now),
        session.streams().count(),
        session.streams().size(),
        bytes,
        session.writer().bytes());
  }

  private OpenConnection.State state() {
    var streams = session.streams().all();
    if (session.ending().isClosing()) return OpenConnection.State.CLOSING;
    if (streams.isEmpty()) return OpenConnection.State.IDLE;
    if (streams.stream().anyMatch(Http2::isAnswering)) {
      return OpenConnection.State.WRITING;
    }
    return streams.stream().anyMatch(each -> each.tunnel() != null || each.input().ended())
        ? OpenConnection.State.HANDLING
        : OpenConnection.State.READING;
  }

  private static boolean isAnswering(Http2Stream stream) {
    var tunnel = stream.tunnel();
    if (tunnel != null && tunnel.isOpen()) return tunnel.leaves();
    var now = stream.exchange();
    return now != null && now.isAnswering();
  }

  @Override
  public void checkTime(long now) {
    clock.check(now, frames, reader.isWithin(internalBuffer()));
    connection.channel().flush();
  }

  @Override
  public void drain(Thread ending, Duration lastLook) {
    for (var each : session.streams().all()) {
      var now = each.exchange();
      if (now != null && now.abandon(ending)) session.reset(each, Http2Error.CANCEL);
    }
    session.ending().drain(lastLook);
  }

  @Override
  public void breakOff() {
    var open = session.streams().all();
    if (open.isEmpty() && !session.writer().waits()) {
      connection.close(); // what the kernel has still reaches the client
      return;
    }
    for (var each : open) {
      var now = each.exchange();
      if (now != null) connection.server().orphaned(now);
    }
    connection.cutOff("SHUTDOWN_SECONDS_MAX", true);
  }

  @Override
  public void failed(Throwable cause) {
    connection.failed(cause);
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    failed(cause);
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) throws Exception {
    connection.closed(this);
    session.gone();
    super.channelInactive(ctx);
  }
}

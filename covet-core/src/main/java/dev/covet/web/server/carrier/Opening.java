package dev.covet.web.server.carrier;

import dev.covet.web.address.OpenConnection;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.util.ReferenceCountUtil;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * A connection on which no protocol is spoken yet: something must come before it, within a time.
 * Nothing is lost if it ends now. Used on its loop alone.
 */
public final class Opening extends ChannelInboundHandlerAdapter implements Conversation {
  private final Connection connection;
  private final double secondsMax;
  private final String limit;
  private final Consumer<Object> events;
  private final long sinceNanos = System.nanoTime();

  /**
   * Waits from now on, once it stands at the end of the connection's pipeline.
   *
   * @param secondsMax longest wait
   * @param limit the name of that, in upper snake case
   * @param events takes what the handlers before it tell
   */
  public Opening(Connection connection, double secondsMax, String limit, Consumer<Object> events) {
    this.connection = connection;
    this.secondsMax = secondsMax;
    this.limit = limit;
    this.events = events;
  }

  /** What was waited for has come; whatever is spoken then is looked at in the place of this. */
  public void done() {
    connection.handsOn(this);
    connection.channel().pipeline().remove(this);
  }

  @Override
  public void handlerAdded(ChannelHandlerContext ctx) {
    connection.opened(this);
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    ReferenceCountUtil.release(message);
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
    if (event instanceof ChannelInputShutdownEvent) connection.close();
    events.accept(event);
  }

  /** Nothing is spoken yet, and what comes is not HTTP. */
  @Override
  public OpenConnection listed(long now) {
    var peer = connection.peer();
    return new OpenConnection(
        peer.connectionId(),
        peer.text(),
        "",
        OpenConnection.State.READING,
        connection.age(now),
        0,
        0,
        0,
        0);
  }

  @Override
  public void checkTime(long now) {
    if ((now - sinceNanos) / 1e9 <= secondsMax) return;
    connection.server().metrics().limitHit(limit);
    connection.reset();
  }

  @Override
  public void drain(Thread ending, Duration lastLook) {
    connection.close();
  }

  @Override
  public void breakOff() {
    connection.reset();
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
  public void channelInactive(ChannelHandlerContext ctx) {
    connection.closed(this);
  }
}

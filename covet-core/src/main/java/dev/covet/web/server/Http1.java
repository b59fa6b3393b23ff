package dev.covet.web.server;

import dev.covet.schema.BuiltInError;
import dev.covet.web.http.Refusal;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Reads one HTTP/1.1 connection: takes requests from the decoder one at a time, and gives each its
 * {@link Http1Turn}. Used on its event loop alone.
 */
final class Http1 extends ChannelInboundHandlerAdapter implements Conversation {
  /** Bytes read ahead while nothing may be decoded; beyond this the socket is not read. */
  private static final int READ_AHEAD_BYTES_MAX = 16_384;

  /**
   * How long after its last bytes the end of what a client sends still comes together with them:
   * one that only closes its half waits for its answers.
   */
  private static final long TOGETHER_NANOS_MAX = 50_000_000;

  /** How long after that end, coming alone, a client counts as gone. */
  private static final long GONE_MILLIS = 50;

  private static final Refusal TOO_MANY_BYTES = Refusal.of(BuiltInError.BODY_BYTES_IN_FLIGHT_MAX);

  private final Server server;
  private final LoopLocal local;
  private final InetSocketAddress peer;
  private final RequestDecoder decoder;
  private final Http1Turn turn;
  private final Http1Requests requests;
  private final Lingering lingering;
  private final Http1Clock clock;
  private @Nullable ChannelHandlerContext context;
  private boolean reading;

  /** When what is dealt with now began: bytes came, or a refusal was decided. */
  private long eventNanos = System.nanoTime();

  /** When bytes last came, or were asked for again, and how many were held then. */
  private long readNanos = eventNanos;

  private int held;

  Http1(Server server, LoopLocal local, InetSocketAddress peer) {
    this.server = server;
    this.local = local;
    this.peer = peer;
    this.turn = new Http1Turn(this);
    this.decoder = new RequestDecoder(local.scan(), server.limits(), turn::paused);
    this.requests = new Http1Requests(this);
    this.lingering = new Lingering(this);
    this.clock = new Http1Clock(this);
  }

  Server server() {
    return server;
  }

  LoopLocal local() {
    return local;
  }

  /** The address at the other end. */
  InetSocketAddress peer() {
    return peer;
  }

  RequestDecoder decoder() {
    return decoder;
  }

  Http1Turn turn() {
    return turn;
  }

  Http1Requests requests() {
    return requests;
  }

  Lingering lingering() {
    return lingering;
  }

  /** Whether bytes that were read together are being dealt with; then all is flushed at the end. */
  boolean reading() {
    return reading;
  }

  /** When what is dealt with now began. */
  long eventNanos() {
    return eventNanos;
  }

  /** What begins now has its time from now. */
  void newEvent() {
    eventNanos = System.nanoTime();
  }

  ChannelHandlerContext context() {
    var added = context;
    if (added == null) throw new IllegalStateException("not connected");
    return added;
  }

  @Override
  public void handlerAdded(ChannelHandlerContext ctx) {
    context = ctx;
    local.opened(this);
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    if (!reading) startReading();
    switch (message) {
      case HttpRequest request -> begin(request);
      case Refusal refusal -> turn.refuse(refusal);
      case HttpContent content -> body(content);
      default -> ReferenceCountUtil.release(message);
    }
  }

  /** One look at the clock serves whatever is read together. */
  private void startReading() {
    reading = true;
    newEvent();
  }

  private void begin(HttpRequest head) {
    var refusal = HeadRules.check(head);
    var target = HeadRules.target(head);
    if (refusal != null || target.isEmpty()) {
      decoder.drop();
      turn.refuse(
          requests.refused(Asked.of(head)),
          refusal != null ? refusal : Refusal.malformed("The request target is malformed"));
      return;
    }
    clock.headEnded();
    turn.begin(requests.exchange(head, target.get()), Framing.of(head));
  }

  private void body(HttpContent content) {
    var now = turn.exchange();
    try {
      if (now == null || lingering.begun()) return;
      var refusal = body(now, content);
      if (refusal != null) {
        turn.refuse(refusal);
        return;
      }
    } finally {
      content.release();
    }
    if (content instanceof LastHttpContent) now.body().end();
    if (now.body().ended() || now.body().full()) turn.start(now);
  }

  /** Gives a request a part of its body, or says why it is refused. */
  private @Nullable Refusal body(Exchange now, HttpContent content) {
    var refusal = HeadRules.check(content, server.limits());
    if (refusal != null || !content.content().isReadable()) return refusal;
    var bytes = ByteBufUtil.getBytes(content.content());
    if (!now.add(bytes, content instanceof LastHttpContent)) return TOO_MANY_BYTES;
    now.bodyMoved(eventNanos);
    return null;
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext ctx) {
    if (reading || held != decoder.held()) readNanos = reading ? eventNanos : System.nanoTime();
    held = decoder.held();
    reading = false;
    clock.moved(eventNanos);
    turn.readAll();
    ctx.flush();
    setReading();
  }

  private void setReading() {
    var config = context().channel().config();
    var wanted =
        lingering.begun()
            ? !lingering.droppedEnough()
            : !turn.paused() || decoder.held() < READ_AHEAD_BYTES_MAX;
    if (config.isAutoRead() == wanted) return;
    config.setAutoRead(wanted);
    if (wanted) readNanos = System.nanoTime();
  }

  /** Decodes what was read but held back, then whatever comes. */
  void goOn() {
    if (reading || !turn.isOpen()) return;
    startReading();
    try {
      if (decoder.held() > 0) decoder.resume();
    } catch (Throwable e) {
      failed(e);
    }
    channelReadComplete(context());
    if (turn.answers().lastOnly() && !lingering.begun()) inputEnded();
  }

  /** The client sends nothing more: what could not be decoded by now will never be whole. */
  private void inputEnded() {
    var now = turn.exchange();
    if (now == null && turn.isIdle()) {
      lingering.begin();
    } else if (now != null && !turn.paused()) {
      now.body().breakOff();
    }
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext ctx) {
    if (!ctx.channel().isWritable()) return;
    turn.answers().slices();
    if (turn.exchange() == null) goOn();
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
    if (event instanceof ChannelInputShutdownEvent) {
      var isAlone = System.nanoTime() - readNanos > TOGETHER_NANOS_MAX;
      if (!lingering.begun()) {
        goOn();
        leaves(isAlone);
      } else if (!turn.answers().leave()) {
        lingering.left(); // else that follows once the answer has left
      }
    }
  }

  /** The client sends nothing more: it has left, or waits for the answers to what it sent. */
  private void leaves(boolean isAlone) {
    var now = turn.exchange();
    if (now == null || !(isAlone || now.body().isBroken())) return;
    Runnable gone =
        () -> {
          if (now == turn.exchange() && now.leave()) lingering.reset();
        };
    var _ = context().executor().schedule(turn.guarded(gone), GONE_MILLIS, TimeUnit.MILLISECONDS);
  }

  @Override
  public void checkTime(long now) {
    clock.check(now);
  }

  @Override
  public void drain(Thread ending, Duration lastLook) {
    var now = turn.exchange();
    if (now == null) {
      lingering.drain(lastLook);
    } else if (server.admission().abandon(now, ending)) {
      lingering.reset();
    }
  }

  @Override
  public void breakOff() {
    var now = turn.exchange();
    if (now == null && !turn.answers().leave()) {
      lingering.left(); // what the kernel has still reaches the client
      return;
    }
    if (now != null) server.orphaned(now);
    lingering.cutOff("SHUTDOWN_SECONDS_MAX", true);
  }

  @Override
  public void failed(Throwable cause) {
    server.broken(cause);
    var _ = context().close();
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    failed(cause);
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    local.closed(this);
    server.closed(peer.getAddress());
    turn.gone();
  }
}

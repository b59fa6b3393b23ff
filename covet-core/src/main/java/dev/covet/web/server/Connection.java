package dev.covet.web.server;

import dev.covet.base.json.Writers;
import dev.covet.base.loop.Loop;
import dev.covet.web.http.Handler;
import dev.covet.web.http.Refusal;
import dev.covet.web.http.Response;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.net.InetSocketAddress;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * One connection: takes requests from the decoder one at a time, has each handled, and has its
 * answer written before the next one is decoded. Used on its event loop alone, but for {@link
 * #hand}.
 */
final class Connection extends ChannelInboundHandlerAdapter {
  /** Bytes read ahead of what can be decoded now; beyond this the socket is not read. */
  private static final int READ_AHEAD_BYTES_MAX = 16_384;

  private final Server server;
  private final LoopLocal local;
  private final InetSocketAddress peer;
  private final RequestDecoder decoder;
  private final Incoming incoming;
  private final AnswerWriter writer;
  private final Deadlines deadlines;
  private @Nullable ChannelHandlerContext context;
  private @Nullable Exchange exchange;
  private boolean reading;
  private boolean closing;
  private boolean expectsContinue;
  private boolean taking = true;
  private int inRow;
  private volatile boolean open = true;

  /** When what is dealt with now began: bytes came, or a refusal was decided. */
  private long eventNanos = System.nanoTime();

  Connection(Server server, LoopLocal local, InetSocketAddress peer) {
    this.server = server;
    this.local = local;
    this.peer = peer;
    this.decoder = new RequestDecoder(local.scan(), server.limits(), this::paused);
    this.incoming = new Incoming(this, this::bodyWanted);
    this.writer = new AnswerWriter(this, local);
    this.deadlines = new Deadlines(this, server.limits());
  }

  RequestDecoder decoder() {
    return decoder;
  }

  Loop loop() {
    return local.loop();
  }

  Writers writers() {
    return local.writers();
  }

  ServerLimits limits() {
    return server.limits();
  }

  Handler app() {
    return server.app();
  }

  /** The address at the other end. */
  InetSocketAddress peer() {
    return peer;
  }

  @Nullable Exchange exchange() {
    return exchange;
  }

  long eventNanos() {
    return eventNanos;
  }

  /** Bytes of answers that were given to the socket so far. */
  long writtenBytes() {
    return writer.writtenBytes();
  }

  boolean closing() {
    return closing;
  }

  ChannelHandlerContext context() {
    var added = context;
    if (added == null) throw new IllegalStateException("not connected");
    return added;
  }

  /** Runs a task on the connection's loop; false if the connection is gone. From any thread. */
  boolean hand(Runnable task) {
    if (!open) return false;
    try {
      loop().execute(task);
      return true;
    } catch (RejectedExecutionException _) {
      return false;
    }
  }

  @Override
  public void handlerAdded(ChannelHandlerContext ctx) {
    context = ctx;
    local.opened(this);
  }

  /**
   * Whether nothing may be decoded now: a request is at work whose body needs nothing, or others
   * have their turn.
   */
  private boolean paused() {
    var now = exchange;
    if (now != null) {
      return now.body().ended() || now.body().full();
    }
    return !taking || !context().channel().isWritable();
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    if (!reading) startReading();
    switch (message) {
      case HttpRequest request -> begin(request);
      case Refusal refusal -> refuse(refusal);
      case HttpContent content -> body(content);
      default -> ReferenceCountUtil.release(message);
    }
  }

  /** One look at the clock serves whatever is read together. */
  private void startReading() {
    reading = true;
    eventNanos = System.nanoTime();
  }

  private void begin(HttpRequest head) {
    var refusal = HeadRules.check(head);
    var target = HeadRules.target(head);
    if (refusal != null || target.isEmpty()) {
      decoder.drop();
      refuse(
          incoming.refused(Asked.of(head)),
          refusal != null ? refusal : Refusal.malformed("The request target is malformed"));
      return;
    }
    expectsContinue = HttpUtil.is100ContinueExpected(head);
    exchange = incoming.exchange(head, target.get());
  }

  private void body(HttpContent content) {
    var now = exchange;
    try {
      if (now == null || closing) return;
      var refusal = HeadRules.check(content, limits());
      if (refusal != null) {
        refuse(refusal);
        return;
      }
      if (content.content().isReadable()) {
        now.add(ByteBufUtil.getBytes(content.content()), content instanceof LastHttpContent);
        now.bodyMoved(eventNanos);
      }
    } finally {
      content.release();
    }
    if (content instanceof LastHttpContent) now.body().end();
    if (now.body().ended() || now.body().full()) start(now);
  }

  /**
   * Starts the request's thread, once; on a trusted route it may have answered when this returns.
   */
  private void start(Exchange now) {
    if (now.start()) server.admission().start(loop(), now);
  }

  /**
   * The thread needs bytes of its body: says so to a client that waits for it, and goes on
   * decoding.
   */
  private void bodyWanted() {
    hand(() -> {
      if (expectsContinue) {
        expectsContinue = false;
        writer.goOn();
      }
      goOn();
    });
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext ctx) {
    reading = false;
    deadlines.moved(eventNanos);
    var now = exchange;
    if (now != null) start(now);
    inRow = 0;
    ctx.flush();
    setReading();
  }

  private void setReading() {
    var config = context().channel().config();
    var wanted = closing || decoder.held() < READ_AHEAD_BYTES_MAX;
    if (config.isAutoRead() != wanted) config.setAutoRead(wanted);
  }

  /** Decodes what was read but held back, then whatever comes. */
  private void goOn() {
    if (reading || !open) return;
    startReading();
    try {
      if (decoder.held() > 0) decoder.resume();
    } catch (Exception e) {
      exceptionCaught(context(), e);
    }
    channelReadComplete(context());
    if (exchange == null && !closing && !paused() && writer.lastAnswersOnly()) linger();
  }

  /**
   * Answers instead of the app, drops the rest, and closes (security.md, "Close"). If an answer is
   * on its way already, the connection closes behind it; if it is half written, at once.
   */
  void refuse(Refusal refusal) {
    decoder.drop();
    eventNanos = System.nanoTime();
    var late = exchange;
    if (late == null) {
      refuse(incoming.refused(decoder.asked()), refusal);
      return;
    }
    var replaced = late.replace();
    late.body().breakOff();
    server.orphaned(late);
    if (late.isAnswering()) reset();
    if (replaced) refuse(incoming.refused(late), refusal);
  }

  private void refuse(Exchange refusing, Refusal refusal) {
    exchange = refusing;
    refusing.start();
    server.admission().startRefusing(loop(), refusing, refusal);
  }

  /** The app's answer for a refusal. */
  Response refused(Exchange exchange, Refusal refusal) {
    return server.admission().refused(exchange, refusal);
  }

  /** Writes a whole answer, unless another was written in its place. */
  void write(Exchange done) {
    var response = done.response();
    if (done == exchange && response != null && open && !server.over()) {
      done.answering();
      var keep = keeps(done);
      writer.whole(done, response, keep);
      ended(keep);
    }
  }

  void writeHead(Exchange done, Response response, ResponseStream out) {
    if (done != exchange || !open || server.over()) {
      out.giveUp();
      return;
    }
    done.answering();
    writer.streams(done, response, out, keeps(done));
  }

  void writeBlocks(ResponseStream out) {
    writer.blocks(out);
  }

  void writeEnd(Exchange done, ResponseStream out) {
    if (done == exchange && open) {
      writer.lastBlock(out);
      ended(keeps(done) && out.delimited());
    }
  }

  /**
   * The connection goes on only if the client wants it and its body was read to the end
   * (security.md, H7).
   */
  private boolean keeps(Exchange done) {
    return done.keepsAlive() && done.body().ended() && !closing && !server.stopping();
  }

  private void ended(boolean keep) {
    exchange = null;
    if (!keep) {
      linger();
    } else if (++inRow >= limits().connections().pipelineRequestsMax()) {
      yieldTurn();
    } else {
      goOn();
    }
    if (!reading) context().flush();
  }

  private void yieldTurn() {
    taking = false;
    loop()
        .events()
        .execute(() -> {
          taking = true;
          goOn();
        });
  }

  /** Says that no more comes, then drops what the client still sends, for a while. */
  private void linger() {
    closing = true;
    decoder.drop();
    deadlines.closing();
    writer.close();
    hand(this::goOn);
  }

  /** Closes, at once unless a request has begun to come. Called at a stop, with none at work. */
  void drain() {
    if (decoder.inHead() && !closing) linger();
    if (!closing) {
      var _ = context().close();
    }
  }

  /** Breaks the connection off, so that the client cannot take what it has for the whole. */
  void reset() {
    var channel = context().channel();
    if (channel.isOpen()) channel.config().setOption(ChannelOption.SO_LINGER, 0);
    var _ = context().close();
  }

  /** Counts that a time limit was reached. */
  void timedOut(String limit) {
    server.metrics().limitHit(limit);
  }

  void checkTime(long now) {
    deadlines.check(now);
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext ctx) {
    if (ctx.channel().isWritable() && exchange == null) goOn();
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
    if (event instanceof ChannelInputShutdownEvent) {
      var now = exchange;
      if (closing) {
        var _ = ctx.close();
      } else if (now != null && !now.body().ended()) {
        now.body().breakOff();
      } else {
        goOn();
      }
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    server.broken(cause);
    var _ = ctx.close();
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    open = false;
    local.closed(this);
    server.closed(peer.getAddress());
    writer.giveUp();
    var now = exchange;
    if (now != null) {
      now.body().breakOff();
      server.orphaned(now);
    }
  }
}

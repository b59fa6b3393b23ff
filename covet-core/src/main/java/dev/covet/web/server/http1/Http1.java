package dev.covet.web.server.http1;

import dev.covet.schema.BuiltInError;
import dev.covet.web.address.OpenConnection;
import dev.covet.web.http.Refusal;
import dev.covet.web.server.carrier.Connection;
import dev.covet.web.server.carrier.Conversation;
import dev.covet.web.server.carrier.Exchange;
import dev.covet.web.server.carrier.RequestRules;
import dev.covet.web.server.carrier.ServedSocket;
import dev.covet.web.server.websocket.WebSocketConnection;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Reads one HTTP/1.1 connection: takes requests from the decoder one at a time, and gives each its
 * {@link Http1Turn}. Used on its event loop alone.
 */
public final class Http1 extends ChannelInboundHandlerAdapter implements Conversation {
  /** How long after that end, coming alone, a client counts as gone. */
  private static final long GONE_MILLIS = 50;

  private static final String SWITCHING =
      "HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n";
  private static final Refusal BAD_SETTINGS =
      Refusal.malformed("HTTP2-Settings must be the settings of HTTP/2 in base64url, once");
  private static final Refusal TOO_MANY_BYTES = Refusal.of(BuiltInError.BODY_BYTES_IN_FLIGHT_MAX);

  private final Connection connection;
  private final RequestDecoder decoder;
  private final Http1Turn turn;
  private final Http1Requests requests;
  private final Lingering lingering;
  private final Http1Clock clock;
  private final Arrivals arrivals;
  private boolean reading;

  /** When what is dealt with now began: bytes came, or a refusal was decided. */
  private long eventNanos = System.nanoTime();

  private Http1(Connection connection, Http1Scratch scratch, OtherProtocols others) {
    var limits = connection.server().limits();
    this.connection = connection;
    this.arrivals = new Arrivals(scratch.beat());
    this.turn = new Http1Turn(this, scratch.head());
    this.decoder =
        new RequestDecoder(
            scratch.scan(),
            limits,
            new RequestDecoder.Gate(turn::paused, in -> others.begins(connection, in)));
    this.requests = new Http1Requests(connection, turn, others);
    this.lingering = new Lingering(this);
    this.clock = new Http1Clock(turn, lingering, decoder, limits);
  }

  /** Begins to speak on a connection. Called on its loop. */
  public static void speak(Connection connection, Http1Scratch scratch, OtherProtocols others) {
    var spoken = new Http1(connection, scratch, others);
    connection.channel().pipeline().addLast(spoken.decoder, spoken);
  }

  /** Refuses whatever comes on a connection, and ends it. Called on its loop. */
  public static void refuse(Connection connection, Http1Scratch scratch, Refusal refusal) {
    var spoken = new Http1(connection, scratch, OtherProtocols.NONE);
    connection.channel().pipeline().addLast(spoken.decoder, spoken);
    spoken.turn.refuse(refusal);
  }

  /** Tells the client that its connection goes on with HTTP/2 (RFC 7540, 3.2). */
  public static void tellUpgrade(Connection connection) {
    var told = Unpooled.copiedBuffer(SWITCHING, StandardCharsets.US_ASCII);
    var _ = connection.channel().write(told);
  }

  /** Leaves what was read, and the connection, to what stands behind in its pipeline. */
  public static void handOn(Connection connection) {
    var pipeline = connection.channel().pipeline();
    connection.handsOn(pipeline.remove(Http1.class));
    pipeline.remove(RequestDecoder.class);
  }

  Connection connection() {
    return connection;
  }

  RequestDecoder decoder() {
    return decoder;
  }

  Http1Turn turn() {
    return turn;
  }

  Lingering lingering() {
    return lingering;
  }

  /** Whether bytes that were read together are being dealt with; then all is flushed at the end. */
  boolean reading() {
    return reading;
  }

  /** An exchange for bytes of which no request could be made, which begins now. */
  Exchange refused(Asked asked) {
    return requests.refused(asked, eventNanos);
  }

  /** An exchange in the place of one that is at work, which begins now. */
  Exchange refused(Exchange late) {
    return requests.refused(late, eventNanos);
  }

  /** What begins now has its time from now. */
  void newEvent() {
    eventNanos = System.nanoTime();
  }

  @Override
  public void handlerAdded(ChannelHandlerContext ctx) {
    connection.opened(this);
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
    var target = HeadRules.target(head, connection.peer().scheme());
    if (refusal == null && target.isPresent() && asksElsewhere(head)) {
      refusal = RequestRules.ANOTHER_HOST;
    }
    if (refusal != null || target.isEmpty()) {
      decoder.drop();
      turn.refuse(
          refused(Asked.of(head)),
          refusal != null ? refusal : Refusal.malformed("The request target is malformed"));
      return;
    }
    clock.headEnded();
    if (requests.isUpgrade(head)) {
      if (!requests.upgrade(head, target.get())) {
        decoder.drop();
        turn.refuse(refused(Asked.of(head)), BAD_SETTINGS);
      }
      return;
    }
    turn.begin(requests.exchange(head, target.get(), eventNanos), Framing.of(head));
  }

  private boolean asksElsewhere(HttpRequest head) {
    return connection.isForOneHost() && !connection.serves(HeadRules.asked(head));
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
    var refusal = HeadRules.check(content, connection.server().limits());
    if (refusal != null || !content.content().isReadable()) return refusal;
    var bytes = ByteBufUtil.getBytes(content.content());
    if (!now.add(bytes, content instanceof LastHttpContent)) return TOO_MANY_BYTES;
    now.bodyMoved(eventNanos);
    return null;
  }

  /** The connection goes on as a WebSocket, with all that has come behind the request. */
  void handOn(Exchange opening, ServedSocket socket) {
    connection.handsOn(this);
    WebSocketConnection.speak(connection, opening, socket);
    connection.channel().pipeline().remove(this);
    connection.channel().pipeline().remove(decoder);
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext ctx) {
    readComplete();
  }

  private void readComplete() {
    arrivals.dealtWith(reading, decoder.held());
    if (turn.exchange() != null) arrivals.watch(connection.channel().eventLoop());
    reading = false;
    clock.moved(eventNanos);
    turn.readAll();
    connection.channel().flush();
    setReading();
  }

  private void setReading() {
    var config = connection.channel().config();
    var wanted =
        lingering.begun()
            ? !lingering.droppedEnough()
            : !turn.paused() || Arrivals.hasRoom(decoder.held());
    if (config.isAutoRead() == wanted) return;
    config.setAutoRead(wanted);
    if (wanted) arrivals.asked();
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
    readComplete();
    if (turn.answers().lastOnly() && !lingering.begun()) inputEnded();
  }

  /** The client sends nothing more: what could not be decoded by now will never be whole. */
  private void inputEnded() {
    var now = turn.exchange();
    if (now == null && turn.isIdle()) {
      lingering.begin();
    } else if (now != null && !decoder.isHeldBack()) {
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
      var isAlone = arrivals.isAlone(decoder.held());
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
    connection.schedule(gone, GONE_MILLIS, TimeUnit.MILLISECONDS);
  }

  @Override
  public OpenConnection listed(long now) {
    var peer = connection.peer();
    return new OpenConnection(
        peer.connectionId(),
        peer.text(),
        "http/1.1",
        state(),
        connection.age(now),
        turn.requests(),
        turn.exchange() == null ? 0 : 1,
        decoder.bytes(),
        turn.answers().bytes());
  }

  private OpenConnection.State state() {
    var now = turn.exchange();
    if (lingering.begun()) return OpenConnection.State.CLOSING;
    if (turn.answers().leave() || (now != null && now.isAnswering())) {
      return OpenConnection.State.WRITING;
    }
    if (now != null && now.body().ended()) return OpenConnection.State.HANDLING;
    return now != null || decoder.inHead()
        ? OpenConnection.State.READING
        : OpenConnection.State.IDLE;
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
    } else if (now.abandon(ending)) {
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
    if (now != null) connection.server().orphaned(now);
    lingering.cutOff("SHUTDOWN_SECONDS_MAX", true);
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
    turn.gone();
  }
}

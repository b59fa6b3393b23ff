package dev.covet.web.server.http2;

import dev.covet.base.loop.Loop;
import dev.covet.web.http.Refusal;
import dev.covet.web.http.Response;
import dev.covet.web.message.SocketEnd;
import dev.covet.web.server.carrier.Carrier;
import dev.covet.web.server.carrier.Exchange;
import dev.covet.web.server.carrier.ResponseStream;
import dev.covet.web.server.carrier.ServedSocket;
import io.netty.handler.codec.http2.Http2Error;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * One stream of a connection, which carries one request. Used on its loop alone, but for what
 * {@link Carrier} lets others call.
 */
final class Http2Stream implements Carrier {
  private final int id;
  private final Http2Session session;
  private final StreamInput input;
  private final StreamOutput output;
  private @Nullable Exchange exchange;

  /** What carries a WebSocket, if its request asks for one; else null. */
  private @Nullable Tunnel tunnel;

  private volatile boolean open = true;

  Http2Stream(int id, Http2Session session, StreamInput input, long window) {
    this.id = id;
    this.session = session;
    this.input = input;
    this.output = new StreamOutput(id, window);
  }

  int id() {
    return id;
  }

  StreamInput input() {
    return input;
  }

  StreamOutput output() {
    return output;
  }

  /** The request at work; null before it is known. */
  @Nullable Exchange exchange() {
    return exchange;
  }

  boolean isOpen() {
    return open;
  }

  @Nullable Tunnel tunnel() {
    return tunnel;
  }

  /** Whether it is that of a WebSocket. */
  boolean isTunnelled() {
    var through = tunnel;
    return through != null && through.isOpen();
  }

  /** Its request is known. */
  void begin(Exchange now) {
    exchange = now;
  }

  /** Its request asks for a WebSocket. */
  void tunnels() {
    tunnel = new Tunnel(session, this);
  }

  /** How much has come that nobody has taken. */
  int waiting() {
    var through = tunnel;
    if (through != null) return through.held();
    var now = exchange;
    return now == null ? 0 : now.body().waiting();
  }

  /** Nothing comes or leaves on it any more. */
  void close() {
    open = false;
    var through = tunnel;
    if (through != null) through.gone();
  }

  @Override
  public Loop loop() {
    return session.connection().local().loop();
  }

  /** The end of a WebSocket has things to do behind that of its stream. */
  @Override
  public boolean hand(Runnable task) {
    if (!open && !isTunnelled()) return false;
    try {
      var through = tunnel;
      loop().execute(through == null ? session.connection().guarded(task) : through.guarded(task));
      return true;
    } catch (RejectedExecutionException _) {
      return false;
    }
  }

  @Override
  public void bodyWanted() {
    hand(() -> session.bodyWanted(this));
  }

  @Override
  public void over(Exchange done) {
    session.streams().over(done);
  }

  /** Whether the app is not asked, so that what comes of a body is dropped. */
  boolean isDropping() {
    var now = exchange;
    return now == null || now.isRefusal();
  }

  /**
   * Answers instead of the app. If an answer is on its way already, it is broken off; a refusal
   * that is late itself, too.
   */
  void refuse(Refusal refusal) {
    var late = exchange;
    if (late == null) return;
    var replaced = late.replace();
    leaveAlone(late);
    if (late.isAnswering() || (replaced && late.isRefusal())) {
      session.cutOff(this, refusal.error().code(), refusal.error().isLimit());
    } else if (replaced) {
      refuse(session.requests().refused(this, late), refusal);
    }
  }

  /** Answers instead of the app. */
  void refuse(Exchange refusing, Refusal refusal) {
    exchange = refusing;
    refusing.start();
    session.connection().server().admission().startRefusing(refusing, refusal);
  }

  /** Leaves a request to its own thread, if it has one. */
  private void leaveAlone(Exchange late) {
    var server = session.connection().server();
    late.body().breakOff();
    if (late.start()) late.body().free();
    server.orphaned(late);
    server.admission().forget(late);
  }

  /** The client is gone, or has to be. */
  void gone() {
    var now = exchange;
    if (now == null || isTunnelled()) return;
    var server = session.connection().server();
    leaveAlone(now);
    if (!server.over()) now.leave();
    server.admission().forget(now);
  }

  @Override
  public void write(Exchange done, Response answer) {
    if (!isCurrent(done)) return;
    done.answering();
    if (isMistaken(answer)) {
      reset(done);
    } else {
      session.outflow().whole(output, answer);
    }
  }

  @Override
  public void writeHead(Exchange done, Response answer, ResponseStream body) {
    if (!isCurrent(done)) {
      body.giveUp();
      return;
    }
    done.answering();
    if (isMistaken(answer)) {
      body.giveUp();
      reset(done);
      return;
    }
    var length = body.limited() ? answer.content().length() : -1;
    session.outflow().streams(output, answer, length, body);
  }

  /** Whether the client of a WebSocket would take this for an open one (RFC 8441, 5). */
  private boolean isMistaken(Response answer) {
    return tunnel != null && answer.status() < 300;
  }

  /** From now on the stream is that of the socket, which takes what has come already. */
  @Override
  public void open(Exchange done, Response answer, ServedSocket socket) {
    var through = tunnel;
    if (through == null || !isCurrent(done)) {
      socket.ended(SocketEnd.LOST);
      return;
    }
    done.answering();
    session.outflow().streams(output, answer, -1, through);
    through.open(done, socket);
  }

  private boolean isCurrent(Exchange done) {
    return done == exchange && open && !session.connection().server().over();
  }

  @Override
  public void writeBlocks(ResponseStream body) {
    if (open && output.isAt(body)) {
      session.outflow().queue(output);
    } else {
      body.giveUp();
    }
  }

  @Override
  public void writeEnd(ResponseStream body) {
    ends(body, StreamOutput.End.WHOLE);
  }

  private void ends(ResponseStream body, StreamOutput.End how) {
    if (!open || !output.isAt(body)) return;
    output.end(how);
    session.outflow().queue(output);
  }

  @Override
  public void reset(Exchange done) {
    if (done == exchange && open) session.reset(this, Http2Error.INTERNAL_ERROR);
  }

  @Override
  public void cutOff(Exchange done, ResponseStream body) {
    if (done == exchange) ends(body, StreamOutput.End.CUT);
  }
}

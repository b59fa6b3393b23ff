package dev.covet.web.server.http1;

import dev.covet.base.loop.Loop;
import dev.covet.web.http.Refusal;
import dev.covet.web.http.Response;
import dev.covet.web.message.SocketEnd;
import dev.covet.web.server.carrier.Carrier;
import dev.covet.web.server.carrier.Connection;
import dev.covet.web.server.carrier.Exchange;
import dev.covet.web.server.carrier.ResponseStream;
import dev.covet.web.server.carrier.ServedSocket;
import java.nio.channels.FileChannel;
import java.util.Objects;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Carries the one request that is at work on an HTTP/1.1 connection; the next one is decoded when
 * its answer was written.
 */
final class Http1Turn implements Carrier {
  /** Null once a WebSocket has the connection: nothing of HTTP/1.1 is kept for as long as that. */
  private @Nullable Http1 spoken;

  private final Connection connection;
  private final Http1Answers answers;
  private @Nullable Exchange exchange;
  private Framing framing = Framing.LAST;
  private boolean taking = true;
  private int inRow;
  private long requests;
  private volatile boolean open = true;

  Http1Turn(Http1 spoken, ResponseHeadBytes head) {
    this.spoken = spoken;
    this.connection = spoken.connection();
    this.answers = new Http1Answers(connection, head, this::written);
  }

  /** The request at work. */
  @Nullable Exchange exchange() {
    return exchange;
  }

  Http1Answers answers() {
    return answers;
  }

  private Http1 spoken() {
    return Objects.requireNonNull(spoken);
  }

  boolean isOpen() {
    return open;
  }

  @Override
  public Loop loop() {
    return connection.local().loop();
  }

  @Override
  public boolean hand(Runnable task) {
    if (!open) return false;
    try {
      loop().execute(connection.guarded(task));
      return true;
    } catch (RejectedExecutionException _) {
      return false;
    }
  }

  /**
   * Whether nothing may be decoded now: a request is at work whose body needs nothing, or others
   * have their turn.
   */
  boolean paused() {
    var now = exchange;
    return now == null ? !mayTake() : now.body().ended() || now.body().full();
  }

  private boolean mayTake() {
    return taking && connection.channel().isWritable();
  }

  /** Whether no request is at work, and none waits to be taken. */
  boolean isIdle() {
    return exchange == null && mayTake();
  }

  /** A request has come; its thread starts with what else of it is there. */
  void begin(Exchange now, Framing framed) {
    exchange = now;
    framing = framed;
    requests++;
  }

  /** How many requests there were. */
  long requests() {
    return requests;
  }

  /**
   * Starts the request's thread, once; on a trusted route it may have answered when this returns.
   */
  void start(Exchange now) {
    if (now.start()) connection.server().admission().start(now);
  }

  /** All that was read together was dealt with. */
  void readAll() {
    var now = exchange;
    if (now != null) start(now);
    inRow = 0;
  }

  /**
   * Says so to a client that waits for it, unless its answer has begun (RFC 9110, 10.1.1), and goes
   * on decoding.
   */
  @Override
  public void bodyWanted() {
    hand(() -> {
      var now = exchange;
      if (now != null && now.body().expected()) {
        now.body().expected(false);
        if (!now.isAnswering()) answers.goOn();
      }
      if (spoken != null) spoken.goOn();
    });
  }

  /**
   * Answers instead of the app, drops the rest, and closes (RFC 9112, 9.6). If an answer is on its
   * way already, the connection closes behind it; if it is half written, at once.
   */
  void refuse(Refusal refusal) {
    spoken().decoder().drop();
    spoken().newEvent();
    var late = exchange;
    if (late == null) {
      refuse(spoken().refused(spoken().decoder().asked()), refusal);
      return;
    }
    var replaced = late.replace();
    giveUp(late);
    if (late.isAnswering()) {
      spoken().lingering().cutOff(refusal.error().code(), refusal.error().isLimit());
    }
    if (replaced) refuse(spoken().refused(late), refusal);
  }

  void refuse(Exchange refusing, Refusal refusal) {
    begin(refusing, Framing.LAST);
    refusing.start();
    connection.server().admission().startRefusing(refusing, refusal);
  }

  /** Leaves a request to its own thread, if it has one. */
  private void giveUp(Exchange late) {
    late.body().breakOff();
    if (late.start()) late.body().free();
    connection.server().orphaned(late);
    connection.server().admission().forget(late);
  }

  @Override
  public void write(Exchange done, Response answer) {
    if (isCurrent(done)) {
      done.answering();
      answers.whole(answer, framing, keeps(done));
    }
  }

  @Override
  public void writeHead(Exchange done, Response answer, ResponseStream body) {
    if (isCurrent(done)) {
      done.answering();
      answers.streams(answer, body, framing, mayKeep() && !done.body().expected());
    } else {
      body.giveUp();
    }
  }

  /** From now on the connection is that of the socket, which takes what else has come. */
  @Override
  public void open(Exchange done, Response answer, ServedSocket socket) {
    if (!isCurrent(done)) {
      socket.ended(SocketEnd.LOST);
      return;
    }
    done.answering();
    answers.switches(answer);
    spoken().handOn(done, socket);
    spoken = null;
  }

  private boolean isCurrent(Exchange done) {
    return done == exchange && open && !connection.server().over();
  }

  @Override
  public void writeBlocks(ResponseStream body) {
    answers.blocks(body);
  }

  /** What is encrypted has to be read first. */
  @Override
  public boolean beginsFile(long end) {
    return connection.peer().scheme().equals("http") && connection.server().beginsFile(end);
  }

  @Override
  public void endsFile() {
    connection.server().endsFile();
  }

  @Override
  public void writeFile(ResponseStream body, FileChannel file, FilePart part) {
    answers.file(body, file, part);
  }

  @Override
  public void cut(ResponseStream body) {
    if (answers.isAt(body)) connection.reset();
  }

  @Override
  public void writeEnd(ResponseStream body) {
    if (open) answers.lastBlock(body);
  }

  /**
   * The connection goes on only if the client wants it and its body was read to the end (RFC 9112,
   * 9.3).
   */
  private boolean keeps(Exchange done) {
    return mayKeep() && done.body().ended();
  }

  /**
   * Whether the connection may go on, if the body is read to its end while the answer is written.
   */
  private boolean mayKeep() {
    return framing.keepsAlive() && !spoken().lingering().begun() && !connection.server().draining();
  }

  /**
   * The last byte of an answer was given to the socket. Close means close: nothing that stands
   * behind an answer which announced it is processed.
   */
  private void written(boolean keeps) {
    var wasRead = exchange != null && exchange.body().ended();
    exchange = null;
    if (!keeps || !wasRead || connection.server().stopping()) {
      spoken().lingering().begin();
    } else if (++inRow >= connection.server().limits().connections().pipelineRequestsMax()) {
      yieldTurn();
    } else {
      spoken().goOn();
    }
    if (!spoken().reading()) connection.channel().flush();
  }

  private void yieldTurn() {
    taking = false;
    loop()
        .events()
        .execute(
            connection.guarded(() -> {
              taking = true;
              spoken().goOn();
            }));
  }

  @Override
  public void reset(Exchange done) {
    if (done == exchange) connection.reset();
  }

  @Override
  public void cutOff(Exchange done, ResponseStream body) {
    if (done != exchange || !answers.cutOff(body)) reset(done);
  }

  /** The connection is gone. */
  void gone() {
    open = false;
    answers.giveUp();
    var now = exchange;
    if (now == null) return;
    giveUp(now);
    if (!connection.server().over()) now.leave();
    connection.server().admission().forget(now);
  }
}

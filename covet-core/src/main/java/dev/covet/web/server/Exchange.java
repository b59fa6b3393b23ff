package dev.covet.web.server;

import dev.covet.web.http.Content;
import dev.covet.web.http.Ending;
import dev.covet.web.http.Handler;
import dev.covet.web.http.Refusal;
import dev.covet.web.http.Request;
import dev.covet.web.http.Response;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One request and its answer: runs the handler in the request's own thread, then hands what it
 * returns to the connection, on whose loop everything else happens.
 */
final class Exchange implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(Exchange.class);

  private final Connection connection;
  private final Request request;
  private final SocketBody body;
  private final boolean old;
  private final boolean keepsAlive;
  private @Nullable Thread thread;
  private volatile @Nullable Response response;

  /**
   * Since when the handler has been at work, for its time limit; moved on by the bytes of the body.
   */
  private long clockNanos;

  /** What answers: the app, unless the request is refused before it starts. */
  private Handler handler;

  private boolean started;
  private boolean answering;

  /** The handler has its answer, which will be written. Guarded by this. */
  private boolean settled;

  /** Another answer is written in the handler's place. Guarded by this. */
  private boolean replaced;

  /** Nobody waits for the handler. Guarded by this. */
  private boolean abandoned;

  Exchange(Connection connection, Request request, SocketBody body, Framing framing) {
    this.connection = connection;
    this.request = request;
    this.body = body;
    this.handler = connection.app();
    this.clockNanos = connection.eventNanos();
    this.old = framing.old();
    this.keepsAlive = framing.keepsAlive();
  }

  /**
   * How the client frames.
   *
   * @param old whether it speaks HTTP/1.0, which knows no chunks
   * @param keepsAlive whether it wants the connection kept
   */
  record Framing(boolean old, boolean keepsAlive) {}

  Request request() {
    return request;
  }

  SocketBody body() {
    return body;
  }

  boolean old() {
    return old;
  }

  boolean keepsAlive() {
    return keepsAlive;
  }

  /** Notes that the thread is started; false if it was before. Called on the loop. */
  boolean start() {
    var first = !started;
    started = true;
    return first;
  }

  /**
   * Notes that the answer has begun to be written, so that the handler's time is over. Called on
   * the loop.
   */
  void answering() {
    answering = true;
  }

  /** Whether the handler has had its time, in nanoseconds. Called on the loop. */
  boolean late(long now, long nanosMax) {
    return started && !answering && now - clockNanos > nanosMax;
  }

  boolean isAnswering() {
    return answering;
  }

  /** Adds bytes of the body, the last ones or not. Called on the loop. */
  void add(byte[] bytes, boolean last) {
    if (last && !started && body.isEmpty()) {
      body.whole(bytes);
    } else {
      body.add(bytes);
    }
  }

  /** Bytes of the body came, so the handler may wait for more. Called on the loop. */
  void bodyMoved(long now) {
    clockNanos = now;
  }

  /** Lets another handler than the app answer. Called on the loop, before the thread starts. */
  void answerBy(Handler other) {
    handler = other;
  }

  /** Whether the app is not asked, since the request is refused. */
  boolean isRefusal() {
    return !handler.equals(connection.app());
  }

  /** The whole response that waits to be written. Called on the loop. */
  @Nullable Response response() {
    return response;
  }

  @Override
  public void run() {
    if (!begin()) return;
    try {
      answer(handled());
    } catch (VirtualMachineError fatal) {
      connection.hand(connection::reset);
      throw fatal;
    } finally {
      finish();
    }
  }

  private Response handled() {
    try {
      return handler.handle(request);
    } catch (Throwable thrown) {
      FatalErrors.pass(thrown);
      LOG.atError()
          .addKeyValue("method", request.method())
          .addKeyValue("path", request.path())
          .setCause(thrown)
          .log("request_failed_outside_app");
      return connection.refused(this, Refusal.FAILED);
    }
  }

  private void answer(Response given) {
    var made = given.sentFor(request.method());
    if (!settle()) {
      made.end(Ending.FAILED);
    } else if (made.content() instanceof Content.Stream(var length, var writer)) {
      made.end(stream(made, length, writer));
    } else {
      response = made;
      made.end(connection.hand(() -> connection.write(this)) ? Ending.SENT : Ending.GONE);
    }
  }

  private Ending stream(Response made, long length, Content.Writer writer) {
    var out = new ResponseStream(connection, this, length);
    if (!connection.hand(() -> connection.writeHead(this, made, out))) {
      return Ending.GONE;
    }
    try {
      writer.writeTo(out);
      out.close();
      return Ending.SENT;
    } catch (Throwable thrown) {
      connection.hand(connection::reset);
      FatalErrors.pass(thrown);
      if (out.gone() || body.isBroken()) return Ending.GONE;
      LOG.atError()
          .addKeyValue("method", request.method())
          .addKeyValue("path", request.path())
          .setCause(thrown)
          .log("response_failed");
      return Ending.FAILED;
    }
  }

  /** Notes whose thread it is; false if nobody waits for its answer any more. */
  private synchronized boolean begin() {
    if (replaced) return false;
    thread = Thread.currentThread();
    return true;
  }

  /** Whether the handler's answer is the one to be written; from now on it is. */
  private synchronized boolean settle() {
    settled = !replaced;
    return settled;
  }

  /**
   * Lets another answer be written in the handler's place; false if its own is on the way already.
   */
  synchronized boolean replace() {
    replaced |= !settled;
    if (replaced) request.context().replaced();
    return replaced;
  }

  /** After this nothing interrupts the thread, which may belong to a pool. */
  private synchronized void finish() {
    thread = null;
    Thread.interrupted();
  }

  /** Keeps the handler from beginning if it only waits for a thread; whether it does. */
  synchronized boolean forestall() {
    var waits = thread == null && !settled && !replaced;
    replaced |= waits;
    return waits;
  }

  /** Gives the handler up if this thread runs it, for it never ends; whether it does. */
  synchronized boolean abandon(Thread ending) {
    if (!ending.equals(thread)) return false;
    thread = null;
    replaced = true;
    abandoned = true;
    return true;
  }

  synchronized boolean isAbandoned() {
    return abandoned;
  }

  /** Interrupts the handler if it still runs; whether it did. */
  synchronized boolean interrupt() {
    var running = thread;
    if (running == null) {
      return false;
    }
    running.interrupt();
    return true;
  }
}

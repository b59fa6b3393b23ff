package dev.covet.web.server.carrier;

import dev.covet.base.loop.FatalErrors;
import dev.covet.base.loop.Loop;
import dev.covet.base.observe.LogContext;
import dev.covet.base.observe.LogText;
import dev.covet.base.observe.LoggedFault;
import dev.covet.schema.BuiltInError;
import dev.covet.web.http.Content;
import dev.covet.web.http.Ending;
import dev.covet.web.http.Handler;
import dev.covet.web.http.Refusal;
import dev.covet.web.http.Request;
import dev.covet.web.http.Response;
import dev.covet.web.message.ClientGone;
import dev.covet.web.message.SocketEnd;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One request and its answer: runs the handler in the request's own thread, then hands what it
 * returns to its carrier, on whose loop everything else happens.
 */
public final class Exchange implements Runnable, ServedSocket.Handling {
  private static final Logger LOG = LoggerFactory.getLogger(Exchange.class);
  private static final Refusal LATE = Refusal.of(BuiltInError.HANDLER_SECONDS_MAX);

  /** How far it is, as its loop sees it; once it is answering, the handler's time is over. */
  private enum Progress {
    NEW,
    STARTED,
    ANSWERING
  }

  /** What becomes of the handler's answer; it is abandoned if the handler never ends. */
  private enum Fate {
    AWAITED,
    SETTLED,
    REPLACED,
    ABANDONED
  }

  private final Carrier carrier;
  private final ServedApp served;
  private final Request request;
  private final SocketBody body;
  private @Nullable Thread thread;

  /**
   * Since when the handler has been at work, for its time limit; moved on by the bytes of the body.
   */
  private long clockNanos;

  /** What answers: the app, unless the request is refused before it starts. */
  private Handler handler;

  private Progress progress = Progress.NEW;

  /** Guarded by this, as the next one. */
  private Fate fate = Fate.AWAITED;

  /** The handler is over, and what ends with it has begun to. */
  private boolean ends;

  /** An exchange that waits for its thread. */
  public Exchange(Carrier carrier, ServedApp served, Request request, SocketBody body) {
    this.carrier = carrier;
    this.served = served;
    this.request = request;
    this.body = body;
    this.handler = served.app();
  }

  /** This, whose handler has its time from a moment on. */
  public Exchange at(long nanos) {
    clockNanos = nanos;
    return this;
  }

  /** What the client asks. */
  public Request request() {
    return request;
  }

  /** What comes behind its head. */
  public SocketBody body() {
    return body;
  }

  /** The loop on which its carrier lives. */
  @Override
  public Loop loop() {
    return carrier.loop();
  }

  @Override
  public boolean hand(Runnable task) {
    return carrier.hand(task);
  }

  /** Notes that the thread is started; false if it was before. Called on the loop. */
  public boolean start() {
    var first = progress == Progress.NEW;
    if (first) progress = Progress.STARTED;
    return first;
  }

  /**
   * Notes that the answer has begun to be written, so that the handler's time is over. Called on
   * the loop.
   */
  public void answering() {
    progress = Progress.ANSWERING;
  }

  /** Whether the answer has begun to be written. */
  public boolean isAnswering() {
    return progress == Progress.ANSWERING;
  }

  /**
   * Why this is not waited for any more, or null. Called on the loop, with each tick.
   *
   * @param mayCome whether the client may send of its body
   */
  public @Nullable Refusal overdue(long now, boolean mayCome) {
    var slow = body.overdue(now, mayCome);
    if (slow != null) return slow;
    var handlerNanos = (long) (served.limits().times().handlerSecondsMax() * 1e9);
    return progress == Progress.STARTED && now - clockNanos > handlerNanos ? LATE : null;
  }

  /**
   * Adds bytes of the body, the last ones or not. Called on the loop.
   *
   * @return false if the server holds too many bytes of bodies already
   */
  public boolean add(byte[] bytes, boolean last) {
    var isWhole = last && progress == Progress.NEW && body.isEmpty();
    return isWhole ? body.whole(bytes) : body.add(bytes);
  }

  /** Bytes of the body came, so the handler may wait for more. Called on the loop. */
  public void bodyMoved(long now) {
    clockNanos = now;
  }

  /** Lets another handler than the app answer. Called on the loop, before the thread starts. */
  void answerBy(Handler other) {
    handler = other;
  }

  /** Whether the app is not asked, since the request is refused. */
  public boolean isRefusal() {
    return !handler.equals(served.app());
  }

  @Override
  public void run() {
    try {
      if (!begin()) return;
      answer(handled());
    } catch (Throwable broken) {
      carrier.hand(() -> carrier.reset(this));
      throw broken;
    } finally {
      finish();
      body.free();
      if (!isRefusal() && !isAbandoned()) served.left();
      carrier.over(this);
    }
  }

  private Response handled() {
    try {
      return handler.handle(request);
    } catch (Throwable thrown) {
      FatalErrors.pass(thrown);
      if (!request.context().isGone()) logFailed(thrown);
      return served.refused(request, Refusal.of(BuiltInError.INTERNAL_ERROR));
    }
  }

  private void answer(Response given) {
    var made = given.sentFor(request.method());
    var how = sent(made);
    ending();
    made.end(how);
  }

  private Ending sent(Response made) {
    if (!settle()) return Ending.FAILED;
    if (made.status() == ClientGone.STATUS && body.isBroken()) {
      carrier.hand(() -> carrier.reset(this)); // half of a request has no answer
      return Ending.GONE;
    }
    if (made.content() instanceof Content.Stream(var length, var writer)) {
      return stream(made, length, writer);
    }
    if (made.content() instanceof Content.Dialogue dialogue) return talk(made, dialogue);
    return carrier.hand(() -> carrier.write(this, made)) ? Ending.SENT : Ending.GONE;
  }

  private Ending stream(Response made, long length, Content.Writer writer) {
    var limits = served.limits().body();
    var silence = writer.silence();
    var out = new ResponseStream(carrier, length, limits.writeBufferBytesMax(), silence.length > 0);
    if (!carrier.hand(() -> carrier.writeHead(this, made, out))) return Ending.GONE;
    if (silence.length > 0) {
      out.breakSilence(silence, (long) (limits.eventSilenceSecondsMax() * 1e9));
    }
    var isEndless = writer.farewell().length > 0;
    try {
      if (isEndless) served.begins(this, () -> stop(out));
      writer.writeTo(out);
      if (!endsWell(out, writer)) out.close();
      return Ending.SENT;
    } catch (Throwable thrown) {
      var isShort = out.isFileShort(); // the connection was cut for that
      if (!FatalErrors.isFatal(thrown) && !isShort && endsWell(out, writer)) return Ending.SENT;
      var isLeft = !isShort && (out.gone() || body.isBroken() || request.context().isGone());
      var isFault = !FatalErrors.isFatal(thrown) && !isLeft;
      if (isFault) logCut(thrown); // who sees the cut finds the line
      out.endBlocks();
      carrier.hand(() -> breakOff(out, isEndless && isFault));
      FatalErrors.pass(thrown);
      return isFault ? Ending.FAILED : Ending.GONE;
    } finally {
      if (isEndless) served.ended(this);
    }
  }

  /** The socket is the handler's until it returns; its connection goes on to a good end alone. */
  private Ending talk(Response made, Content.Dialogue dialogue) {
    var socket = new ServedSocket(this, served, dialogue.deflates());
    if (!carrier.hand(() -> carrier.open(this, made, socket))) return Ending.GONE;
    served.begins(this, socket::stop);
    try {
      socket.serve(dialogue.talk());
    } catch (Throwable thrown) {
      logCut(thrown);
      socket.close(SocketEnd.INTERNAL_ERROR, "");
      FatalErrors.pass(thrown);
    } finally {
      served.ended(this);
      socket.free();
    }
    return socket.ending();
  }

  /** What was whole before a fault still arrives, if it was something by itself. */
  private void breakOff(ResponseStream out, boolean inPieces) {
    if (inPieces) carrier.cutOff(this, out);
    else carrier.reset(this);
  }

  /** Ends an answer that the server's stop has broken off; false if that is not why it ends. */
  private static boolean endsWell(ResponseStream out, Content.Writer writer) {
    if (!out.isStopping()) return false;
    try {
      out.close(writer.farewell());
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  private void logFailed(Throwable thrown) {
    try (var _ = LogContext.ofRequest(request.context().id())) {
      LOG.atError()
          .addKeyValue("method", request.method())
          .addKeyValue("path", LogText.safe(request.path()))
          .addKeyValue("after_commit", request.context().hasCommitted())
          .setCause(LoggedFault.of(thrown))
          .log("request_failed_outside_app");
    }
  }

  private void logCut(Throwable thrown) {
    try (var _ = LogContext.ofRequest(request.context().id())) {
      LOG.atError()
          .addKeyValue("method", request.method())
          .addKeyValue("path", LogText.safe(request.path()))
          .addKeyValue("after_commit", request.context().hasCommitted())
          .setCause(LoggedFault.of(thrown))
          .log("response_failed");
    }
  }

  /** Notes whose thread it is; false if nobody waits for its answer any more. */
  private synchronized boolean begin() {
    if (isReplaced()) return false;
    thread = Thread.currentThread();
    return true;
  }

  /** Whether the handler's answer is not the one to be written. */
  private synchronized boolean isReplaced() {
    return fate == Fate.REPLACED || fate == Fate.ABANDONED;
  }

  /** Whether the handler's answer is the one to be written; from now on it is. */
  private synchronized boolean settle() {
    if (fate == Fate.AWAITED) fate = Fate.SETTLED;
    return fate == Fate.SETTLED;
  }

  /**
   * What ends with the request, such as its services, is for itself: whatever has interrupted the
   * handler does not keep it from closing.
   */
  private synchronized void ending() {
    ends = true;
    if (isReplaced() || request.context().isGone() || served.isStopping()) Thread.interrupted();
  }

  /**
   * Lets another answer be written in the handler's place; false if its own is on the way already.
   */
  public synchronized boolean replace() {
    if (fate == Fate.AWAITED) fate = Fate.REPLACED;
    if (isReplaced()) request.context().replaced();
    return isReplaced();
  }

  /** After this nothing interrupts the thread, which may belong to a pool. */
  private synchronized void finish() {
    thread = null;
    Thread.interrupted();
  }

  /** Keeps the handler from beginning if it only waits for a thread; whether it does. */
  synchronized boolean forestall() {
    var waits = thread == null && fate == Fate.AWAITED;
    if (waits) fate = Fate.REPLACED;
    return waits;
  }

  /** Whether the handler will not begin any more. */
  synchronized boolean isForestalled() {
    return thread == null && fate == Fate.REPLACED;
  }

  /**
   * Ends the handler because its client is gone: it never begins, or is interrupted. One that has
   * begun to change something goes on. Called on the loop.
   *
   * @return whether no answer is to be expected any more
   */
  @Override
  public synchronized boolean leave() {
    if (isRefusal()) return false; // it is told in the log
    if (forestall()) return true;
    var running = thread;
    if (running == null || ends) return false;
    var wasGone = request.context().isGone();
    var mayEnd = request.method().isSafe() || served.isEndless(this);
    if (!request.context().gone(mayEnd)) return false;
    if (!wasGone) running.interrupt(); // once: what it does about it is its own
    return true;
  }

  /**
   * Gives the handler up, and counts it as gone, if this thread runs it, for it never ends; whether
   * it does.
   */
  public synchronized boolean abandon(Thread ending) {
    if (!ending.equals(thread)) return false;
    thread = null;
    fate = Fate.ABANDONED;
    if (!isRefusal()) served.left();
    return true;
  }

  private synchronized boolean isAbandoned() {
    return fate == Fate.ABANDONED;
  }

  /** Ends an answer that would go on without end, since the server stops. From any thread. */
  private synchronized void stop(ResponseStream answer) {
    answer.stops();
    var running = thread;
    if (running != null && !ends) running.interrupt();
  }

  @Override
  public synchronized boolean isRunBy(Thread other) {
    return other.equals(thread);
  }

  /** Interrupts the handler if it still runs; whether it did. */
  public synchronized boolean interrupt() {
    var running = thread;
    if (running == null) return false;
    running.interrupt();
    return true;
  }
}

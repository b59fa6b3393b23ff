package dev.covet.web.server.carrier;

import dev.covet.base.loop.Loop;
import dev.covet.base.loop.LoopWait;
import dev.covet.web.http.Content;
import dev.covet.web.http.Ending;
import dev.covet.web.message.PerMessageDeflate;
import dev.covet.web.message.SocketClosed;
import dev.covet.web.message.SocketEnd;
import dev.covet.web.message.SocketEndings;
import dev.covet.web.message.SocketLine;
import dev.covet.web.message.SocketMessage;
import dev.covet.web.message.Utf8Check;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.zip.DataFormatException;
import org.jspecify.annotations.Nullable;

/**
 * A WebSocket between its handler and the loop of its connection, whatever protocol carries it. It
 * ends once: by its handler, its client, or its server.
 *
 * <p>When it ends, a handler that has never received anything is interrupted, as one that sends
 * events is. One that receives is at a message, which it may finish within the time of a handler.
 */
public final class ServedSocket implements SocketLine {
  private static final String TOO_MANY = "WEBSOCKET_QUEUE_MESSAGES_MAX";
  private static final String TOO_LONG = "WEBSOCKET_MESSAGE_BYTES_MAX";

  /** A later end is none: no connection lasts so long. */
  private static final Duration TIME_MAX = Duration.ofDays(365);

  private static final String NO_MEMORY = "BODY_BYTES_IN_FLIGHT_MAX";

  private final Handling handling;
  private final ServedApp served;
  private final boolean deflates;
  private final SocketInbox inbox;
  private final SocketOutbox outbox;

  /** Touched on the loop alone. */
  private @Nullable SocketWire wire;

  private final SocketEndings<Over> endings = new SocketEndings<>();

  /** What ends a handler that goes on for too long behind the end. */
  private volatile @Nullable Future<?> patience;

  /** The handler is over. */
  private volatile boolean free;

  /** How it ended, and whether that was said here. */
  private record Over(SocketEnd how, boolean here) {}

  /** What runs its handler. */
  interface Handling {
    /** The loop of its connection. */
    Loop loop();

    /** Runs a task on that; false if the client is gone. From any thread. */
    boolean hand(Runnable task);

    /** Whether a thread is the handler's. */
    boolean isRunBy(Thread thread);

    /** Ends the handler, unless it has begun to change something. Called on the loop. */
    boolean leave();
  }

  ServedSocket(Handling handling, ServedApp served, boolean deflates) {
    this.handling = handling;
    this.served = served;
    this.deflates = deflates;
    this.inbox =
        new SocketInbox(
            served.limits(),
            served.bodies().new Share(),
            new LoopWait(handling.loop()),
            () -> onWire(SocketWire::read));
    this.outbox =
        new SocketOutbox(
            served.limits().sockets().queueMessagesMax(), new LoopWait(handling.loop()));
  }

  private void onWire(Consumer<SocketWire> task) {
    handling.hand(() -> {
      if (wire != null) task.accept(wire);
    });
  }

  // what its handler calls, and who else has it

  @Override
  public @Nullable SocketMessage next() {
    for (var each = inbox.next(); each != null; each = inbox.next()) {
      if (!each.deflated()) return message(each.isText(), each.bytes());
      var inflated = inflated(each);
      if (inflated != null) return message(each.isText(), inflated);
    }
    return null;
  }

  private static SocketMessage message(boolean isText, byte[] bytes) {
    return isText ? SocketMessage.text(bytes) : SocketMessage.binary(bytes);
  }

  /** What a deflated message says; null if that cannot be had, and then the socket is closed. */
  private byte @Nullable [] inflated(SocketInbox.Arrived message) {
    try {
      var bytesMax = limits().sockets().messageBytesMax();
      var bytes = PerMessageDeflate.inflate(message.bytes(), bytesMax);
      if (bytes == null) {
        closeFor(SocketEnd.TOO_BIG, TOO_LONG);
      } else if (!inbox.grown(bytes.length)) {
        closeFor(SocketEnd.TRY_AGAIN_LATER, NO_MEMORY);
      } else if (message.isText() && !Utf8Check.isText(bytes)) {
        close(SocketEnd.INVALID_DATA, "a text is not UTF-8");
      } else {
        return bytes;
      }
    } catch (DataFormatException _) {
      close(SocketEnd.INVALID_DATA, "a message cannot be inflated");
    }
    return null;
  }

  @Override
  public void send(SocketMessage message) {
    outbox.awaitRoom();
    var end = end();
    if (end != null) throw new SocketClosed(end);
    put(message);
  }

  @Override
  public boolean offer(SocketMessage message) {
    if (end() != null) return false;
    if (!outbox.hasRoom()) {
      closeFor(SocketEnd.TRY_AGAIN_LATER, TOO_MANY);
      return false;
    }
    put(message);
    return true;
  }

  /** It is deflated here, where no loop waits for that; once for all who are sent the same. */
  private void put(SocketMessage message) {
    if (isDeflated(message)) message.deflated();
    outbox.add(message);
    onWire(SocketWire::write);
  }

  private boolean isDeflated(SocketMessage message) {
    return deflates && message.bytes().length >= PerMessageDeflate.DEFLATED_BYTES_MIN;
  }

  @Override
  public void close(int code, String reason) {
    endings.end(
        new Over(SocketEnd.said(code, reason), true),
        () -> {
          inbox.stop();
          outbox.close();
          onWire(SocketWire::write);
          leavesToItself();
        });
  }

  /** Has the handler end, unless it is that which has ended this. */
  private void leavesToItself() {
    if (!handling.isRunBy(Thread.currentThread())) handling.hand(this::leaves);
  }

  @Override
  public void closeIn(Duration time, int code, String reason) {
    var nanos = TIME_MAX.compareTo(time) < 0 ? TIME_MAX.toNanos() : time.toNanos();
    var later =
        handling.loop().events().schedule(() -> close(code, reason), nanos, TimeUnit.NANOSECONDS);
    onEnd(() -> later.cancel(false));
  }

  /** Closes for a limit, without what still waits for the client. */
  private void closeFor(int code, String limit) {
    endings.end(
        new Over(new SocketEnd(code, limit), true),
        () -> {
          inbox.stop();
          outbox.close();
          outbox.clear();
          onWire(each -> {
            each.limitHit(limit);
            each.write();
          });
          leavesToItself();
        });
  }

  @Override
  public @Nullable SocketEnd end() {
    var over = endings.how();
    return over == null ? null : over.how();
  }

  @Override
  public void onEnd(Runnable then) {
    endings.add(then);
  }

  /** A stop waits for it as for a handler. */
  @Override
  public void apart(Runnable task) {
    served.entered();
    Thread.startVirtualThread(() -> {
      try {
        SocketEndings.done(task);
      } finally {
        served.left();
      }
    });
  }

  @Override
  public void notOnEnd(Runnable then) {
    endings.remove(then);
  }

  // what its connection calls, on the loop

  /** Begins on a connection. */
  public void begin(SocketWire under) {
    wire = under;
    under.write();
  }

  /** How much is accepted. */
  public ServerLimits limits() {
    return served.limits();
  }

  /** Whether messages may be deflated. */
  public boolean deflates() {
    return deflates;
  }

  /** Takes room for bytes of a message that comes; false, and it is closed, if there is none. */
  public boolean take(int bytes) {
    if (inbox.take(bytes)) return true;
    closeFor(SocketEnd.TRY_AGAIN_LATER, NO_MEMORY);
    return false;
  }

  /** Gives room back that was taken. */
  public void giveBack(int bytes) {
    inbox.giveBack(bytes);
  }

  /** A message has come, for whose bytes there is room. */
  public void arrived(boolean isText, boolean deflated, byte[] bytes) {
    if (end() != null) {
      inbox.giveBack(bytes.length);
    } else if (!inbox.add(new SocketInbox.Arrived(isText, deflated, bytes))) {
      closeFor(SocketEnd.TRY_AGAIN_LATER, NO_MEMORY);
    }
  }

  /** Whether as many messages wait for the handler as may. */
  public boolean isFull() {
    return inbox.full();
  }

  /** The next message to write, or null. */
  public @Nullable SocketMessage poll() {
    return outbox.poll();
  }

  /** Whether every message was written. */
  public boolean isWritten() {
    return outbox.isEmpty();
  }

  /** The bytes of a message as they are to be sent; deflated if that was done, and helps. */
  public byte[] sent(SocketMessage message) {
    if (!isDeflated(message)) return message.bytes();
    var deflated = message.deflated();
    return deflated.length < message.bytes().length ? deflated : message.bytes();
  }

  /** The client has taken a message, or never will. */
  public void taken(SocketMessage message) {
    outbox.taken(message);
  }

  /** Closes because the client broke a rule or a limit; {@code limit} is empty for a rule. */
  public void refuse(SocketEnd why, String limit) {
    endings.end(
        new Over(why, true),
        () -> {
          if (!limit.isEmpty()) onWire(each -> each.limitHit(limit));
          over();
        });
  }

  /** The client has closed it, or is gone. */
  public void ended(SocketEnd how) {
    if (!endings.end(new Over(how, false), this::over)) outbox.clear();
  }

  /** Nothing more comes or leaves. */
  private void over() {
    inbox.end();
    outbox.close();
    outbox.clear();
    leaves();
  }

  /** Has a handler end that nothing else would: at once, or with its message. */
  private void leaves() {
    if (free) return;
    if (!inbox.asked()) {
      handling.leave();
    } else {
      var most = (long) (limits().times().handlerSecondsMax() * 1e9);
      patience =
          handling.loop().events().schedule((Runnable) this::leave, most, TimeUnit.NANOSECONDS);
    }
  }

  private void leave() {
    handling.leave();
  }

  // what its exchange calls

  /** Ends it because the server stops; from any thread. */
  void stop() {
    endings.end(
        new Over(new SocketEnd(SocketEnd.GOING_AWAY, "the server stops"), true),
        () -> {
          inbox.end();
          outbox.close();
          onWire(SocketWire::write);
          handling.hand(this::leaves);
        });
  }

  /** Has its handler talk, and closes it when that has nothing more to say. */
  void serve(Content.Talk talk) {
    try {
      talk.over(this);
      close(SocketEnd.NORMAL, "");
    } catch (SocketClosed closed) {
      if (end() == null) throw closed; // another one was, which is no end of this
    }
  }

  /** What became of it. */
  Ending ending() {
    var over = endings.how();
    if (over == null) return Ending.SENT;
    if (over.how().isLost()) return Ending.GONE;
    var hasFailed = over.here() && over.how().code() == SocketEnd.INTERNAL_ERROR;
    return hasFailed ? Ending.FAILED : Ending.SENT;
  }

  /** The handler is over. */
  void free() {
    free = true;
    var waits = patience;
    if (waits != null) waits.cancel(false);
    inbox.free();
  }
}

package dev.covet.web.server.http1;

import dev.covet.schema.BuiltInError;
import dev.covet.web.http.Refusal;
import dev.covet.web.server.carrier.Exchange;
import dev.covet.web.server.carrier.ServerLimits;
import dev.covet.web.server.carrier.WriteStall;
import org.jspecify.annotations.Nullable;

/**
 * The time limits of one HTTP/1.1 connection, looked at with every tick of its loop: nothing is set
 * up or cancelled for a request. Used on the loop alone.
 */
final class Http1Clock {
  private final Http1Turn turn;
  private final Lingering lingering;
  private final RequestDecoder decoder;
  private final ServerLimits limits;
  private final WriteStall stall;
  private long movedNanos = System.nanoTime();
  private long headNanos;
  private boolean inHead;

  Http1Clock(Http1Turn turn, Lingering lingering, RequestDecoder decoder, ServerLimits limits) {
    this.turn = turn;
    this.lingering = lingering;
    this.decoder = decoder;
    this.limits = limits;
    this.stall = new WriteStall(limits.times());
  }

  /** Something was read. */
  void moved(long now) {
    movedNanos = now;
    var nowInHead = turn.exchange() == null && decoder.inHead();
    if (nowInHead && !inHead) headNanos = movedNanos;
    inHead = nowInHead;
  }

  /** A head is whole; the next one has its own time. */
  void headEnded() {
    inHead = false;
  }

  /** While bytes leave, only the rule for a client that takes none holds against its connection. */
  void check(long now) {
    if (stall.look(now, turn.answers().taken())) {
      lingering.cutOff("WRITE_STALL_SECONDS_MAX", true);
      return;
    }
    if (turn.answers().leave()) {
      movedNanos = now;
      headNanos = now;
      lingering.waits(now);
    }
    if (lingering.begun()) {
      lingering.check(now);
    } else if (turn.exchange() == null) {
      checkWaiting(now);
    } else {
      checkHandler(now, turn.exchange());
    }
  }

  private void checkWaiting(long now) {
    if (inHead && now - headNanos > nanos(limits.times().headersSecondsMax())) {
      turn.refuse(Refusal.of(BuiltInError.HEADERS_SECONDS_MAX));
    } else if (!inHead && now - movedNanos > nanos(limits.times().idleSecondsMax())) {
      lingering.left();
    }
  }

  private void checkHandler(long now, @Nullable Exchange exchange) {
    var why = exchange == null ? null : exchange.overdue(now, true);
    if (exchange == null || why == null) return;
    var replaced = exchange.replace();
    if (replaced) exchange.interrupt();
    if (replaced && exchange.isRefusal()) {
      lingering.reset(); // a refusal that is late itself is not refused again
    } else if (replaced || exchange.isAnswering()) {
      turn.refuse(why);
    }
  }

  private static long nanos(double seconds) {
    return (long) (seconds * 1e9);
  }
}

package dev.covet.cli.contract;

import java.util.function.BiConsumer;

/**
 * Says of what differs in a value whom that breaks, by the way that the value goes.
 *
 * @param flow the way
 * @param changes gets what is said
 */
record Judge(Flow flow, BiConsumer<Effect, String> changes) {
  boolean isSent() {
    return flow == Flow.SENT;
  }

  /**
   * Fewer values fit than before.
   *
   * @param refused those that fit no longer, as clients send them
   */
  void tighter(Subject at, String what, String refused) {
    if (isSent()) {
      breaks(at, what, "requests with " + refused + " are refused");
    } else {
      compatible(at, what);
    }
  }

  /**
   * More values fit than before.
   *
   * @param more those that fit now, as clients get them
   */
  void looser(Subject at, String what, String more) {
    if (isSent()) {
      compatible(at, what);
    } else {
      mayBreak(at, what, "clients may get " + more);
    }
  }

  /** Other values may fit, or the same; only who wrote it knows. */
  void differs(Subject at, String what) {
    mayBreak(at, what, isSent() ? "requests may be refused" : "clients may get other values");
  }

  void breaks(Subject at, String what, String seen) {
    changes.accept(Effect.BREAKS, at + " " + what + "; " + seen);
  }

  void mayBreak(Subject at, String what, String seen) {
    changes.accept(Effect.MAY_BREAK, at + " " + what + "; " + seen);
  }

  void compatible(Subject at, String what) {
    changes.accept(Effect.COMPATIBLE, at + " " + what);
  }
}

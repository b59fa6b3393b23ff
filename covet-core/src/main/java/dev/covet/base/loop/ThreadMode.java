package dev.covet.base.loop;

/** Where the virtual threads of requests run: the setting {@code threads}. */
public enum ThreadMode {
  /** On the event loops where the JDK lets us, else on the JDK's scheduler. */
  AUTO,
  /** On the event loops; falls back to the JDK's scheduler, and says so, where that cannot be. */
  LOOP,
  /** On the JDK's scheduler. */
  JDK
}

package dev.covet.base.loop;

import java.util.Locale;

/** Which transport drives the sockets of an app: the setting {@code transport}. */
public enum TransportMode {
  /** The first of the others that this machine has. */
  AUTO,
  /** Linux's io_uring. */
  IO_URING,
  /** Linux's epoll. */
  EPOLL,
  /** That of macOS and the BSDs. */
  KQUEUE,
  /** What every JDK has; the others fall back to it, and say so, where they cannot be. */
  NIO;

  /** As the setting has it. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  boolean allows(String transport) {
    return this == AUTO || text().equals(transport);
  }
}

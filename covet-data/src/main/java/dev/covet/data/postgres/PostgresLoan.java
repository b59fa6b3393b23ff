package dev.covet.data.postgres;

import dev.covet.base.observe.LoggedFault;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who has a connection of the pool, since when. For one thread at a time. */
final class PostgresLoan {
  private static final Logger LOG = LoggerFactory.getLogger(PostgresLoan.class);

  /** A loan that is longer is told once. */
  private static final long NANOS_MAX = Duration.ofSeconds(60).toNanos();

  private final Thread borrower;
  private final long since = System.nanoTime();
  private boolean isTold;

  PostgresLoan(Thread borrower) {
    this.borrower = borrower;
  }

  /** Tells of a long one, with the stack of whoever has the connection. */
  void tellIfLong() {
    if (isTold || System.nanoTime() - since < NANOS_MAX) return;
    isTold = true;
    var held = new IllegalStateException("a connection is held by " + borrower.getName());
    held.setStackTrace(borrower.getStackTrace());
    LOG.warn("connection_held", LoggedFault.of(held));
  }
}

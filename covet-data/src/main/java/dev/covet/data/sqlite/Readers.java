package dev.covet.data.sqlite;

import dev.covet.data.driver.DatabaseFault;
import dev.covet.data.driver.Limits;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/** Connections that read, each with one user at a time; who waits longest is next. */
final class Readers {
  private final BlockingQueue<SqliteLink> free;
  private final Limits limits;

  Readers(List<SqliteLink> links, Limits limits) {
    this.free = new ArrayBlockingQueue<>(links.size(), true, links);
    this.limits = limits;
  }

  SqliteLink take() {
    try {
      var link = free.poll(limits.acquireMax().toNanos(), TimeUnit.NANOSECONDS);
      if (link == null) {
        throw Turn.busy();
      }
      return link;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new DatabaseFault(DatabaseFault.Kind.UNAVAILABLE, "Interrupted before reading");
    }
  }

  void giveBack(SqliteLink link) {
    free.add(link);
  }
}

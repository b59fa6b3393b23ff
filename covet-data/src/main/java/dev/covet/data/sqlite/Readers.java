package dev.covet.data.sqlite;

import dev.covet.data.driver.DatabaseFault;
import dev.covet.data.driver.DatabaseLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Connections that read, each with one user at a time; who waits longest is next. */
final class Readers {
  private final List<SqliteLink> all;
  private final BlockingQueue<SqliteLink> free;
  private final DatabaseLimits limits;
  private volatile boolean isClosed;

  Readers(List<SqliteLink> links, DatabaseLimits limits) {
    this.all = List.copyOf(links);
    this.free = new ArrayBlockingQueue<>(links.size(), true, links);
    this.limits = limits;
  }

  /** How many there are. */
  int count() {
    return all.size();
  }

  /** How many of them have a user. */
  int inUse() {
    return all.size() - free.size();
  }

  SqliteLink take() {
    if (isClosed) throw Turn.closed();
    var link = next();
    if (link == null) {
      throw Thread.currentThread().isInterrupted()
          ? new DatabaseFault(DatabaseFault.Kind.UNAVAILABLE, "Interrupted before reading")
          : Turn.busy();
    }
    return link;
  }

  /** One that is free in time; an interrupted thread does not wait, and stays interrupted. */
  private @Nullable SqliteLink next() {
    try {
      return free.poll(limits.acquireMax().toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return null;
    }
  }

  void giveBack(SqliteLink link) {
    free.add(link);
    if (isClosed) closeFree();
  }

  /** Closes all; one that is kept too long is stopped, and closed when it is given back. */
  void close() {
    var kept = new ArrayList<>(all);
    var link = next();
    while (link != null) {
      link.close();
      kept.remove(link);
      link = kept.isEmpty() ? null : next();
    }
    kept.forEach(SqliteLink::stop);
    isClosed = true;
    closeFree();
  }

  private void closeFree() {
    var link = free.poll();
    while (link != null) {
      link.close();
      link = free.poll();
    }
  }
}

package dev.covet.data.sqlite;

import dev.covet.data.driver.DatabaseFault;
import dev.covet.data.driver.Limits;
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
  private final Limits limits;

  Readers(List<SqliteLink> links, Limits limits) {
    this.all = List.copyOf(links);
    this.free = new ArrayBlockingQueue<>(links.size(), true, links);
    this.limits = limits;
  }

  SqliteLink take() {
    var link = next();
    if (link == null) {
      throw Turn.busy();
    }
    return link;
  }

  private @Nullable SqliteLink next() {
    try {
      return free.poll(limits.acquireMax().toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new DatabaseFault(DatabaseFault.Kind.UNAVAILABLE, "Interrupted before reading");
    }
  }

  void giveBack(SqliteLink link) {
    free.add(link);
  }

  /** Takes every connection away from its users, for good; those that are kept too long are not. */
  List<SqliteLink> drain() {
    var taken = new ArrayList<SqliteLink>();
    var link = next();
    while (link != null) {
      taken.add(link);
      link = taken.size() < all.size() ? next() : null;
    }
    all.stream().filter(it -> !taken.contains(it)).forEach(SqliteLink::stop);
    return taken;
  }
}

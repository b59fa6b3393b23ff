package stores;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Where stores are. */
public final class Disk {
  public static final List<String> CLOSED = new CopyOnWriteArrayList<>();

  private final String kind;
  private final AtomicInteger opened = new AtomicInteger();

  Disk(String kind) {
    this.kind = kind;
  }

  Store open(String name) {
    return new Store(kind + " " + name, opened.incrementAndGet());
  }
}

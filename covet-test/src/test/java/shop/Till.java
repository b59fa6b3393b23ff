package shop;

import dev.covet.api.Provides;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** One for the app; it is told everything. */
@Provides
public class Till implements AutoCloseable {
  private final List<String> events = new CopyOnWriteArrayList<>();
  private final AtomicInteger receipts = new AtomicInteger();

  /** An open till. */
  public Till() {}

  /** Notes what happens. */
  public void note(String event) {
    events.add(event);
  }

  /** Everything so far. */
  public List<String> events() {
    return events;
  }

  /** The next number. */
  public int next() {
    return receipts.incrementAndGet();
  }

  @Override
  public void close() {
    events.add("till closed");
  }
}

package roster;

import dev.covet.api.Provides;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

/** Heroes in memory. */
@Provides
public final class Store implements AutoCloseable {
  final Map<Long, Hero> heroes = new ConcurrentSkipListMap<>();
  final AtomicLong ids = new AtomicLong();
  public boolean closed;

  @Override
  public void close() {
    closed = true;
  }
}

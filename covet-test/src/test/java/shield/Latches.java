package shield;

import dev.covet.api.Provides;
import java.util.concurrent.CountDownLatch;

/** Where a test and a handler wait for each other. Thread-safe. */
@Provides
public class Latches {
  private final CountDownLatch inside = new CountDownLatch(1);
  private final CountDownLatch letGo = new CountDownLatch(1);

  /** The handler has begun. */
  public CountDownLatch inside() {
    return inside;
  }

  /** The handler may end. */
  public CountDownLatch letGo() {
    return letGo;
  }
}

package ledger;

import dev.covet.api.Provides;
import java.util.concurrent.Semaphore;

/** Where a handler waits inside of its transaction until a test lets it through. */
@Provides
public final class Gate {
  private final Semaphore entered = new Semaphore(0);
  private final Semaphore opened = new Semaphore(0);

  void pass() throws InterruptedException {
    entered.release();
    opened.acquire();
  }

  /** Waits until a handler stands here. */
  public void awaitEntered() throws InterruptedException {
    entered.acquire();
  }

  /** Lets one through. */
  public void open() {
    opened.release();
  }
}

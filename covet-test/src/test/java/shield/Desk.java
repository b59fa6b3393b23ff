package shield;

import dev.covet.api.Get;
import dev.covet.api.NotFound;
import dev.covet.api.Routes;
import dev.covet.api.TooManyRequests;
import dev.covet.resilience.BulkheadFull;
import dev.covet.resilience.CircuitBreakerOpen;
import dev.covet.resilience.DeadlinePassed;
import java.io.IOException;

/** Routes in front of a service that is protected. */
@Routes("/desk")
public final class Desk {
  private final Picker picker;

  Desk(Picker picker) {
    this.picker = picker;
  }

  @Get("/pick")
  String pick() throws InterruptedException {
    return picker.pickTwice() + ": " + picker.tries();
  }

  @Get("/find")
  String find(String name) throws NotFound {
    return picker.find(name).toString() + picker.tries();
  }

  @Get("/tries")
  int tries() {
    return picker.tries();
  }

  @Get("/wait")
  void waits() throws DeadlinePassed, InterruptedException {
    picker.waitForever();
  }

  @Get("/hold")
  void hold(Latches latches) throws BulkheadFull, InterruptedException {
    picker.hold(latches.inside(), latches.letGo());
  }

  @Get("/seldom")
  boolean seldom() throws TooManyRequests {
    return picker.seldom();
  }

  @Get("/count")
  String count(int upTo) throws IOException, InterruptedException, CircuitBreakerOpen {
    return "" + (upTo == 0 ? picker.count() : picker.count(1, upTo));
  }
}

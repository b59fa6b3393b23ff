package shield;

import dev.covet.api.Bulkhead;
import dev.covet.api.CircuitBreaker;
import dev.covet.api.Provides;

/** Two methods of one name, each with numbers of its own. */
@Provides
class Twin {
  @Bulkhead(1)
  @CircuitBreaker
  String call() {
    return "one";
  }

  @Bulkhead(1)
  @CircuitBreaker(openSeconds = 5)
  String call(int times) {
    return "one".repeat(times);
  }
}

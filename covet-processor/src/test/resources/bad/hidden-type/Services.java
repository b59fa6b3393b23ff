package tasks;

import dev.covet.api.Get;
import dev.covet.api.OnStart;
import dev.covet.api.Provides;
import dev.covet.api.Routes;

@Routes("/services")
final class Services {
  private static final class Store {} // error: COV-101 Store is private

  private interface Clerk {} // error: COV-101 Clerk is private

  @Provides
  private static final class Shelf {} // error: COV-101 Shelf is private

  private static final class Wiring { // error: COV-101 Wiring is private
    @Provides
    static StringBuffer buffer() {
      return new StringBuffer();
    }
  }

  Services(Store store) {}

  @Get
  int list(Store store, Shelf shelf) {
    return 1;
  }

  @OnStart
  void start(Clerk clerk) {}

  @Provides
  static Store store() {
    return new Store();
  }

  @Provides
  static StringBuilder text(Clerk clerk) {
    return new StringBuilder();
  }
}

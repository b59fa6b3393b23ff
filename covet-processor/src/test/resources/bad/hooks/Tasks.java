package tasks;

import static dev.covet.api.Lifetime.REQUEST;

import dev.covet.api.Get;
import dev.covet.api.Header;
import dev.covet.api.HealthCheck;
import dev.covet.api.OnStart;
import dev.covet.api.OnStop;
import dev.covet.api.Provides;
import dev.covet.web.http.Request;
import java.time.Clock;

/** Hooks need no routes, and are held to the same rules as those of classes with routes. */
final class Tasks {
  interface Face { // error: COV-117 Face is an interface
    @OnStart
    default void start() {}
  }

  abstract static class Half { // error: COV-117 Half is abstract
    @OnStart
    static void start() {}
  }

  record Data(int a) { // error: COV-117 Data is a record
    @OnStop
    void stop() {}
  }

  private static final class Hidden { // error: COV-101 Hidden is private
    @OnStart
    void start() {}
  }

  static final class Secret {
    private Secret() {} // error: COV-101 Secret(...) is private

    @OnStop
    void stop() {}

    @OnStart
    static void start(Clock clock) {}
  }

  static final class Two {
    Two() {}

    Two(Clock clock) {} // error: COV-117 Two(...) is a second constructor

    @OnStart
    void start() {}
  }

  static final class Methods {
    @OnStart
    <T> void start(T what) {} // error: COV-118 start(...) has type parameters

    @OnStop
    private void stop() {} // error: COV-101 stop(...) is private

    @HealthCheck("rows")
    boolean isWell() { // error: COV-118 isWell(...) is a @HealthCheck, and nobody looks at what it
      return false;
    }

    @Get("/stray") // error: COV-119 stray(...) is a route, but its class has no @Routes
    int stray() {
      return 1;
    }
  }

  static final class Asking {
    Asking(Request request) {} // error: COV-121 Asking is made once for the app, but "request"

    @OnStart
    void start(
        Store store, // error: COV-122 "store" is a service, and nobody provides Tasks.Store
        Visitor visitor, // error: COV-121 start(...) runs outside of requests, but "visitor"
        @Header String token, // error: COV-121 "token" is of the header of a request
        int limit) {} // error: COV-121 "limit" is of the query of a request
  }

  @Provides(REQUEST)
  static final class Visitor {
    Visitor(Request request) {} // error: COV-121 Visitor has hooks, which run outside of requests

    @OnStop
    void leave() {}
  }

  static final class Store {}
}

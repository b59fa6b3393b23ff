package tasks;

import dev.covet.api.Get;
import dev.covet.api.OnStart;
import dev.covet.api.Provides;
import dev.covet.api.Routes;
import java.time.Clock;

final class Tasks {
  @Routes("/1")
  interface Face { // error: COV-117 Face is an interface
    @Get
    default int one() {
      return 1;
    }
  }

  @Routes("/2")
  enum Choice { // error: COV-117 Choice is an enum
    ONE;

    @Get
    int one() {
      return 1;
    }
  }

  @Routes("/3")
  record Data(Clock clock) { // error: COV-117 Data is a record
    @Get
    int one() {
      return 1;
    }
  }

  @Routes("/4")
  abstract static class Half { // error: COV-117 Half is abstract
    @Get
    abstract int one();

    @Get("/two")
    int two() {
      return 2;
    }
  }

  @Routes("/5")
  final class Inner { // error: COV-117 Inner needs an instance of the class around it
    @OnStart
    void start() {}
  }

  @Routes("/6")
  static final class Generic<T> { // error: COV-117 Generic has type parameters
    Generic(T value) {}

    @Get
    int one() {
      return 1;
    }
  }

  @Routes("/7")
  static final class Two {
    Two() {}

    Two(Clock clock) {} // error: COV-117 Two(...) is a second constructor

    @Get
    int one(Store store) {
      return 1;
    }
  }

  @Routes("/8")
  static final class Secret {
    private Secret() {} // error: COV-101 Secret(...) is private

    @Get
    int one() {
      return 1;
    }

    @Get("/two")
    static int two() {
      return 2;
    }
  }

  @Provides
  interface Store {} // error: COV-117 Store is an interface

  /** Generated code needs no instance of it. */
  @Routes("/9")
  static final class Statics {
    private Statics() {}

    @Get
    static int one() {
      return 1;
    }
  }
}

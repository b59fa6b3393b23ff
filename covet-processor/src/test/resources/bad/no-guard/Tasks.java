package tasks;

import dev.covet.api.Body;
import dev.covet.api.Forbidden;
import dev.covet.api.Form;
import dev.covet.api.Get;
import dev.covet.api.Guard;
import dev.covet.api.Header;
import dev.covet.api.Path;
import dev.covet.api.Provides;
import dev.covet.api.Query;
import dev.covet.api.Routes;
import java.lang.annotation.Repeatable;
import java.util.Map;

@Routes("/tasks")
@Guard(Empty.class)
final class Tasks {
  record Task(String title) {}

  record Hint(String title) {}

  static final class Named {
    void check(@Header String name) {}

    void other(@Header String name) {} // error: COV-137 other(...) is a second method of Named, and a guard has one
  }

  static final class Answering {
    boolean check(@Query int size) { // error: COV-137 check(...) returns boolean, which is never read
      return true;
    }
  }

  static final class Reading {
    void check(Task task) {} // error: COV-137 "task" is read from the body, which no guard reads
  }

  static final class Filling {
    void check(@Form String name) {} // error: COV-137 "name" is read from the body
  }

  static final class Greedy {
    void check(
        @Query Map<String, String> all) {} // error: COV-104 "all" cannot be all other values of the query: only a handler knows
  }

  static final class Static {
    static void check() {} // error: COV-137 check(...) is static, so it is not the method of a guard
  }

  static final class Hidden {
    private void check() {} // error: COV-137 check(...) is private, so it is not the method of a guard
  }

  abstract static class Half { // error: COV-117 Half is abstract
    abstract void check();
  }

  static final class Made {
    void check(Hint hint, Drafted drafted) {} // error: COV-137 "hint" is read from the body
  }

  static final class Late {
    void check(Drafted drafted) {} // error: COV-137 "drafted" is made from the body, which no guard reads
  }

  static final class Drafted {
    private Drafted() {}

    @Provides(dev.covet.api.Lifetime.REQUEST)
    static Drafted drafted(@Body Task task) {
      return new Drafted();
    }
  }

  static final class Generic {
    <T> void check(@Header String name) {} // error: COV-118 check(...) has type parameters
  }

  @Guard(Doors.class)
  @interface Door {
    String value();
  }

  @interface Plain {}

  static final class Doors {
    void check(Door door, Other other) {} // error: COV-137 "other" is a second annotation, and a guard takes one
  }

  @Guard(Doors.class)
  @interface Other {}

  static final class Gate {
    void check(Key key) throws Forbidden {}
  }

  @Guard(Gate.class)
  @interface Key {
    String value();
  }

  static final class Owned {
    void check(@Path long owner) {}
  }

  static final class Asking {
    private final String role;

    Asking(@Header String role) { // error: COV-121 Asking is made once for the app
      this.role = role;
    }

    void check() {}
  }

  static final class Missing {
    void check(Service service) {} // error: COV-122 "service" is a service, and nobody provides Tasks.Service
  }

  interface Service {}

  @Guard(Empty.class)
  @Repeatable(Locks.class) // error: COV-137 @Lock names a guard, which would not run where the annotation is repeated
  @interface Lock {}

  @interface Locks {
    Lock[] value();
  }

  @Lock // error: COV-137 @Lock guards nothing on @Safe: no request comes to an annotation
  @interface Safe {}

  @Get
  @Guard({Greedy.class, Named.class, Answering.class, Reading.class, Filling.class})
  int list() {
    return 1;
  }

  @Get("/one")
  @Guard({Static.class, Hidden.class, Half.class, Made.class, Late.class, Generic.class})
  int one() {
    return 1;
  }

  @Get("/two")
  @Guard(String.class) // error: COV-137 String is not a guard
  int two() {
    return 1;
  }

  @Get("/three")
  @Guard(int.class) // error: COV-137 int is not a guard
  int three() {
    return 1;
  }

  @Get("/four")
  @Key("here")
  int four() {
    return 1;
  }

  @Get("/five")
  @Guard(Gate.class) // error: COV-137 Gate takes @Tasks.Key, which does not name it here
  int five() {
    return 1;
  }

  @Get("/{owner}/six")
  @Guard(Owned.class)
  int six() {
    return 1;
  }

  @Get("/seven")
  @Guard(Owned.class) // error: COV-124 GET /tasks/seven has no path value "owner" for Owned
  int seven() {
    return 1;
  }

  @Get("/eight")
  @Guard({Asking.class, Missing.class})
  int eight() {
    return 1;
  }
}

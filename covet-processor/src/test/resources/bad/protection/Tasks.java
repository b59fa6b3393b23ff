package tasks;

import dev.covet.api.Bulkhead;
import dev.covet.api.CircuitBreaker;
import dev.covet.api.Conditional;
import dev.covet.api.Deadline;
import dev.covet.api.Delete;
import dev.covet.api.Get;
import dev.covet.api.Header;
import dev.covet.api.Patch;
import dev.covet.api.Post;
import dev.covet.api.Provides;
import dev.covet.api.Put;
import dev.covet.api.RateLimit;
import dev.covet.api.Retry;
import dev.covet.api.Routes;
import dev.covet.web.http.IfMatch;

/** Protection where it cannot be, or by numbers that it cannot have. */
@Routes("/tasks")
final class Tasks {
  @Post
  @Retry // error: COV-170 POST /tasks may do its work twice
  void create() {}

  @Patch
  @Retry(attempts = 2) // error: COV-170 PATCH /tasks may do its work twice
  void change() {}

  @Put
  @Conditional
  void replace() {} // error: COV-170 PUT /tasks is @Conditional, and does not look at If-Match

  @Delete
  @Conditional
  void delete(@Header("If-Match") String seen) {}

  @Get("/seen")
  String seen(IfMatch seen) { // error: COV-170 GET /tasks/seen takes IfMatch, which only those send who write
    return "";
  }

  @Delete("/{id}")
  void remove(long id, IfMatch seen) {} // IfMatchRequired may be around all of an app

  @Get
  @Retry(attempts = 1) // error: COV-170 attempts of @Retry is 1
  String list() {
    return "";
  }

  @Get("/some")
  @CircuitBreaker(failurePercent = 101) // error: COV-170 failurePercent of @CircuitBreaker is 101
  String some() {
    return "";
  }

  @Get("/open")
  @CircuitBreaker(openSeconds = 0) // error: COV-170 @CircuitBreaker says 0
  @Bulkhead(0) // error: COV-170 @Bulkhead says 0
  String open() {
    return "";
  }

  @Get("/more")
  @RateLimit(requests = 1, perSeconds = 0)
  @RateLimit(requests = 1, perSeconds = 1)
  String more() { // error: COV-170 @RateLimit says 0
    return "";
  }

  @Deadline(millis = 5) // error: COV-170 the app does not make Tasks by its constructor
  void helps() {}

  static class Free {
    @Retry // error: COV-170 the app does not make Free by its constructor
    void run() {}
  }

  @Provides
  static final class Closed {
    @Bulkhead(1) // error: COV-170 @Bulkhead needs a subclass of Closed, which is final
    void run() {}
  }

  @Provides
  static class Open {
    @Retry // error: COV-170 hidden(...) is private
    private void hidden() {}

    @Retry // error: COV-170 shared(...) is static
    static void shared() {}

    @Retry // error: COV-170 last(...) is final
    final void last() {}

    @Retry // error: COV-170 any(...) has type parameters
    <T> T any(T it) {
      return it;
    }

    @Retry
    void fine() {}
  }

  @Provides
  @Retry // error: COV-131 @Retry does nothing on a class
  static class Whole {}
}

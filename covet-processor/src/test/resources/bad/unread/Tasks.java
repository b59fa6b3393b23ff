package tasks;

import dev.covet.api.Body;
import dev.covet.api.Cookie;
import dev.covet.api.Get;
import dev.covet.api.Header;
import dev.covet.api.Lifetime;
import dev.covet.api.Name;
import dev.covet.api.Post;
import dev.covet.api.Provided;
import dev.covet.api.Provides;
import dev.covet.api.Put;
import dev.covet.api.Query;
import dev.covet.api.Routes;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

@Routes("/tasks")
final class Tasks {
  @Get("/query")
  int query(
      List<Optional<String>> some, // error: COV-104 List<Optional<String>> cannot be a value
      List<List<String>> lists, // error: COV-104 List<List<String>> cannot be a value
      Optional<Optional<String>> text, // error: COV-104 Optional<Optional<String>> cannot be a value of
      Date at, // error: COV-104 Date cannot be a value of the query
      List<Date> times, // error: COV-104 Date cannot be a value
      Set<String> tag,
      Optional<Set<String>> tags,
      Set<List<String>> both, // error: COV-104 Set<List<String>> cannot be a value of the query
      Optional<List<Set<String>>> sets, // error: COV-104 List<Set<String>> cannot be a value
      List<OptionalInt> rates, // error: COV-104 OptionalInt cannot be a value of the query
      List<String[]> arrays, // error: COV-104 List<String[]> cannot be a value of the query
      List<? extends Number> numbers, // error: COV-104 cannot be a value of the query
      OptionalLong big, // error: COV-104 OptionalLong cannot be a value of the query
      @Nullable int limit) { // error: COV-104 @Nullable does not apply to int, which is never null
    return 1;
  }

  @Get("/{at}")
  int path(
      Date at) { // error: COV-104 Date cannot be a value of the path
    return 1;
  }

  @Get("/map")
  int get(
      Map<String, String> all) { // error: COV-103 GET /tasks/map takes "all" from the body
    return 1;
  }

  @Get("/maps")
  int maps(
      @Query Map<Integer, String> byNumber, // error: COV-104 Map<Integer, String> cannot be a value of the query
      @Query Map<String, @Nullable String> gaps, // error: COV-104 Map<String, String> has no codec with @Nullable elements here
      @Query Map<String, Map<String, String>> nested, // error: COV-104 Map<String, Map<String, String>> cannot be a value of the query
      @Query Map<String, Optional<String>> options, // error: COV-104 Map<String, Optional<String>> cannot be a value of the query
      @Query Map<String, List<List<String>>> lists, // error: COV-104 List<List<String>> cannot be a value of the query
      @Query Map<String, Date> dates, // error: COV-104 Date cannot be a value of the query
      @Header Map<String, String> headers, // error: COV-104 Map<String, String> cannot be a value of the header
      @Cookie Map<String, String> cookies, // error: COV-104 Map<String, String> cannot be a value of the cookie
      @Query Map<String, String> rest,
      Others others) { // error: COV-104 "others" cannot be all other values of the query: "rest" is.
    return 1;
  }

  @Query
  record Others(int page, Map<String, String> rest) {}

  @Query
  record Twice(Map<String, String> some, Map<String, String> more) {}

  @Get("/twice")
  int twice(
      Twice twice) { // error: COV-104 "twice" cannot be all other values of the query: it has two maps.
    return 1;
  }

  @Get("/named")
  int named(
      @Name({"a", "b"}) // error: COV-131 The second name in @Name does nothing on a map
      @Query
      Map<String, String> rest) {
    return 1;
  }

  @Query
  record Rest(
      @Name({"rest", "more"}) // error: COV-131 The second name in @Name does nothing on a map
      Map<String, String> rest) {}

  @Get("/rest")
  int rest(Rest rest) {
    return 1;
  }

  static final class Left {}

  @Provides(Lifetime.REQUEST)
  static Left left(
      Others others) { // error: COV-104 "others" cannot be all other values of the query: only a handler knows
    return new Left();
  }

  @Get("/left")
  int left(@Provided Left left) {
    return 1;
  }

  @Post("/map")
  int map(
      Map<String, Object> body) { // error: COV-104 Object has no codec
    return 1;
  }

  @Post("/list")
  int list(
      @Body List<Optional<String>> body) { // error: COV-104 List<Optional<String>> has no codec
    return 1;
  }

  @Put
  void put(
      Task task) {}

  record Task(
      @Nullable long size) {} // error: COV-104 @Nullable does not apply to long, which is never null
}

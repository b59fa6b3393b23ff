package tasks;

import static dev.covet.api.Lifetime.REQUEST;

import dev.covet.api.Cursor;
import dev.covet.api.Default;
import dev.covet.api.Get;
import dev.covet.api.Header;
import dev.covet.api.Name;
import dev.covet.api.Paging;
import dev.covet.api.Provides;
import dev.covet.api.Query;
import dev.covet.api.Routes;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@Routes("/tasks")
final class Tasks {
  @Query
  record Filter(@Nullable String word, @Default("5") int limit) {}

  static final class Window {}

  @Get("/filter")
  String filter(
      Filter filter,
      Paging paging) { // error: COV-114 GET /tasks/filter reads "limit" of the query twice
    return "";
  }

  @Get("/alias")
  String alias(
      @Name({"q", "word"}) @Nullable String text,
      int word) { // error: COV-114 reads "word" of the query twice, and not as one type
    return "";
  }

  @Get("/service")
  String service(
      @Min(1) int from,
      Window window) { // error: COV-114 GET /tasks/service reads "from" of the query twice
    return "";
  }

  @Get("/default")
  String defaults(
      @Default("1") int page,
      @Query("page") @Default("2") int other) { // error: COV-114 reads "page" of the query twice
    return "";
  }

  @Get("/other-limit")
  String otherLimit(
      @Min(1) int from,
      @Query("from") Optional<@Min(2) Integer> other) { // error: COV-114 reads "from" of the query twice
    return "";
  }

  @Get("/other-element")
  String otherElement(
      List<@Min(1) Integer> ids,
      @Query("ids") List<Integer> other) { // error: COV-114 reads "ids" of the query twice
    return "";
  }

  /** Clients send one value, whatever Java calls it. */
  @Get("/same")
  String same(
      @Min(1) @Max(9) int from,
      @Query("from") @Max(9) @Min(1) @Nullable Integer boxed,
      @Query("from") Optional<@Min(1) @Max(9) Integer> maybe) {
    return "";
  }

  /** The limits are the same, so it is one value. */
  @Get("/alike")
  String alike(Paging paging, Cursor cursor) {
    return "";
  }

  /** Other sources have names of their own. */
  @Get("/elsewhere")
  String elsewhere(@Header String word, Filter filter) {
    return "";
  }

  @Provides(REQUEST)
  static Window window(int from) {
    return new Window();
  }
}

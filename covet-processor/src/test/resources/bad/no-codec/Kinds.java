package tasks;

import dev.covet.api.Get;
import dev.covet.api.Model;
import dev.covet.api.Post;
import dev.covet.api.Query;
import dev.covet.api.Routes;
import dev.covet.api.Table;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

@Routes("/kinds")
final class Kinds {
  @Model
  record Pair<T>(T left, T right) {} // error: COV-104 Pair has no codec, because it has type parameters

  @Table
  record Row<T>(@dev.covet.api.Id long id, T value) {} // error: COV-104 Row has no codec

  @Query
  record Page(
      int size,
      Locale locale, // error: COV-104 Locale cannot be a value of the query
      List<List<String>> lists, // error: COV-104 List<List<String>> cannot be a value
      Part part) {}

  record Part(
      String text,
      byte[] bytes) {} // error: COV-104 byte[] cannot be a value of the query

  @Query
  record Tree(
      String name,
      @Nullable Tree parent) {} // error: COV-104 Tree, which is around it, cannot be a value

  @Get
  int get(Page page, Tree tree) {
    return 1;
  }

  @Get("/{letter}")
  int one(
      StringBuilder letter, // error: COV-104 StringBuilder cannot be a value of the path
      @Query Thread number, // error: COV-104 Thread cannot be a value of the query
      @Query Thread price) { // error: COV-104 Thread cannot be a value of the query
    return 1;
  }

  @Post
  int post(int size) {
    return 1;
  }
}

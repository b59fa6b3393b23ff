package tasks;

import dev.covet.api.Default;
import dev.covet.api.Get;
import dev.covet.api.Header;
import dev.covet.api.Id;
import dev.covet.api.JsonValue;
import dev.covet.api.Post;
import dev.covet.api.Routes;
import dev.covet.api.Secret;
import dev.covet.api.Table;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

@Routes("/shelves")
final class Shelves {
  record Key(String name) {}

  record Shelf(
      Map<Key, String> byKey, // error: COV-104 Map<Shelves.Key, String> has no codec: the names of a JSON object are strings
      Map<List<String>, String> byList, // error: COV-104 Map<List<String>, String> has no codec
      Map<Secret, String> bySecret, // error: COV-104 Map<Secret, String> has no codec: the names of a JSON object are strings that everybody may see
      Map<byte[], String> byBytes, // error: COV-104 Map<byte[], String> has no codec
      Map<JsonValue, String> byJson, // error: COV-104 Map<JsonValue, String> has no codec
      Set<int[]> arrays, // error: COV-104 Set<int[]> has no codec: no two arrays are equal
      Set<byte[]> blobs, // error: COV-104 Set<byte[]> has no codec: no two arrays are equal
      Map<String, Optional<String>> options, // error: COV-104 an Optional is possible in records only
      Set<Optional<String>> several, // error: COV-104 an Optional is possible in records only
      List<?> wild, // error: COV-104 List<?> has no codec: Covet does not know what is in it
      Set<? extends Key> bounded, // error: COV-104 Covet does not know what is in it
      Set<Thread> threads, // error: COV-104 Thread has no codec
      List<String>[] lists, // error: COV-104 List<String>[] has no codec: arrays contain scalars and records
      int[][] grid, // error: COV-104 int[][] has no codec: arrays contain scalars and records
      boolean[] flags) {} // error: COV-104 boolean[] has no codec: arrays contain scalars and records

  @SuppressWarnings("rawtypes")
  record Raw(
      List list, // error: COV-104 List has no codec
      Map map) {} // error: COV-104 Map has no codec

  record Limited(
      @Min(1) Set<String> set, // error: COV-105 @Min does not apply to java.util.Set<java.lang.String>
      Set<@Min(1) String> texts, // error: COV-105 @Min does not apply to java.lang.String
      Map<@Size(max = 3) Integer, String> keys, // error: COV-105 @Size does not apply to java.lang.Integer
      Map<String, @NotBlank Integer> values, // error: COV-105 @NotBlank does not apply to java.lang.Integer
      @Default("a") Set<String> several, // error: COV-106 "a" is not a default for java.util.Set<java.lang.String>
      @Default @NotEmpty Map<String, String> full) {} // error: COV-106 @Default breaks @NotEmpty

  @Table
  record Row(
      @Id long id,
      Optional<String> note) {} // error: COV-104 Column note cannot be an Optional

  @Get("/{name}")
  int get(
      Map<String, String> name, // error: COV-104 Map<String, String> cannot be a value of the path
      @Header boolean[] accept, // error: COV-104 boolean[] cannot be a value of the header
      int[][] grid, // error: COV-104 int[][] cannot be a value of the query
      @Nullable String[] gaps, // error: COV-104 String[] has no codec with @Nullable elements here
      @Default("1") int[] counts) { // error: COV-106 "1" is not a default for int[]
    return 1;
  }

  @Post
  int post(Shelf shelf) {
    return 1;
  }

  @Post("/raw")
  int raw(Raw raw) {
    return 1;
  }

  @Post("/limited")
  int limited(Limited limited) {
    return 1;
  }
}

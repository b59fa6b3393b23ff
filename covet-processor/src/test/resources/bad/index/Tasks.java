package tasks;

import dev.covet.api.Id;
import dev.covet.api.Index;
import dev.covet.api.Table;
import dev.covet.api.Unique;
import org.jspecify.annotations.Nullable;

final class Tasks {
  @Table
  @Unique({"listId", "name"}) // error: COV-150 Task has no component "name"
  record Task(@Id long id, long listId, String title) {}

  @Table
  @Index // error: COV-150 @Index on a record names no component
  record Note(@Id long id, String text) {}

  @Table
  @Unique({"text", "text"}) // error: COV-150 @Unique names a component twice
  record Page(@Id long id, String text) {}

  @Table
  @Unique(value = {"text", "page"}, whereNull = "text") // error: COV-150 "text" is never null
  record Line(@Id long id, String text, @Nullable Integer page) {}

  @Table
  @Index({"text", "page"})
  @Unique({"text", "page"}) // error: COV-150 Two indexes are over the same components
  record Entry(@Id long id, String text, int page) {}

  @Table
  record Word(
      @Id long id,
      @Unique({"text", "page"}) // error: COV-150 @Unique names components, and is on one of them
      String text,
      int page) {}

  @Unique({"a", "b"}) // error: COV-131 @Unique does nothing on a record
  record Pair(int a, int b) {}
}

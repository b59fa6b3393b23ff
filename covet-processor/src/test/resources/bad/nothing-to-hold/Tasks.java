package tasks;

import dev.covet.api.Default;
import dev.covet.api.Flatten;
import dev.covet.api.Id;
import dev.covet.api.Model;
import dev.covet.api.ReadOnly;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

final class Tasks {
  record Owner(String name, int age) {}

  @Model
  record Task(
      @Id long id,
      @ReadOnly Instant made,
      @ReadOnly @Nullable LocalDate due,
      @ReadOnly @Default List<String> tags,
      @ReadOnly LocalDate started, // error: COV-115 "started", so it needs a value until
      @ReadOnly @Flatten Owner owner, // error: COV-115 "owner.name", so it needs a value until
      @ReadOnly Owner other) {} // error: COV-115 "other", so it needs a value until
}

package tasks;

import dev.covet.api.Flatten;
import dev.covet.api.Model;
import java.util.List;
import org.jspecify.annotations.Nullable;

final class Tasks {
  record Owner(String owner) {}

  @Model
  record Task(
      String title,
      @Flatten @Nullable Owner first, // error: COV-113 it may be null
      @Flatten List<Owner> owners) {} // error: COV-113 it is not a record

  @Model
  record Chain(
      int length,
      @Flatten Link link) {} // error: COV-113 its fields hold its own fields again

  record Link(
      String name,
      @Flatten Chain chain) {} // error: COV-113 its fields hold its own fields again
}

package tasks;

import dev.covet.api.Changes;
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
      @Flatten Changes<Owner> right,
      @Flatten @Nullable Changes<Owner> none, // error: COV-113 it may be null
      @Flatten Changes<Deep> deep, // error: COV-104 Changes<Deep> has no codec: the record flattens another
      @Flatten List<Owner> owners) {} // error: COV-113 it is not a record

  record Deep(@Flatten Owner owner) {}

  record Beside(@Flatten Changes<Owner> owner) {}

  @Model
  record Around(
      @Flatten Changes<Beside> one, // error: COV-104 Changes<Beside> has no codec: the record flattens another
      Changes<Beside> two) {} // error: COV-104 Changes<Beside> has no codec: the record flattens another

  @Model
  record Chain(
      int length,
      @Flatten Link link) {} // error: COV-113 its fields contain it again

  record Link(
      String name,
      @Flatten Chain chain) {} // error: COV-113 its fields contain it again
}

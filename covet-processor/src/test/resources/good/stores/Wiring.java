package stores;

import static dev.covet.api.Lifetime.REQUEST;

import dev.covet.api.Header;
import dev.covet.api.NotFound;
import dev.covet.api.Path;
import dev.covet.api.Provides;

/** How stores are made. */
final class Wiring {
  private Wiring() {}

  @Provides
  static Disk disk() {
    return new Disk("slow");
  }

  @Provides
  @Fast
  static Disk fastDisk() {
    return new Disk("fast");
  }

  @Provides
  static Store store(Bucket bucket, @Fast Disk disk) {
    return disk.open(bucket.value() + " " + bucket.access());
  }

  @Provides(REQUEST)
  static Visit visit(Bucket bucket, @Header String visitor, Disk disk) {
    return new Visit(visitor + " in " + disk.open(bucket.value()).name());
  }

  @Provides(REQUEST)
  static Shelf shelf(@Path long id) throws NotFound {
    if (id == 0) throw new NotFound("Shelf not found");
    return new Shelf(id);
  }
}

package tasks;

import dev.covet.api.Get;
import dev.covet.api.Provides;
import dev.covet.api.Qualifier;
import dev.covet.api.Routes;

@Routes("/tasks")
final class Tasks {
  /** Values of a qualifier that are annotations. */
  @interface Region {
    int value();
  }

  private enum Hidden {
    ONE
  }

  @Qualifier
  @interface Bucket {
    String value();

    Region[] regions() default {@Region(1)};
  }

  @Qualifier
  @interface Chosen {
    Hidden value();
  }

  @Qualifier
  private @interface Secret { // error: COV-101 Secret is private
    String value();
  }

  /** Nobody reads it, so that no class of its values is needed. */
  @Qualifier
  private @interface Told {
    String value();

    Region region() default @Region(2);
  }

  @Get
  int list(
      @Bucket("a") Store store,
      @Chosen(Hidden.ONE) Shelf shelf,
      @Secret("b") Clerk clerk,
      @Told("c") Till till) {
    return 1;
  }

  @Provides
  static Store store(
      Bucket bucket) { // error: COV-118 store(...) reads a qualifier with values that generated code
    return new Store();
  }

  @Provides
  static final class Shelf {
    Shelf(Chosen chosen) {} // error: COV-118 Shelf(...) reads a qualifier with values that
  }

  @Provides
  static Clerk clerk(Secret secret) {
    return new Clerk();
  }

  @Provides
  @Told("c")
  static Till till() {
    return new Till();
  }

  static final class Store {}

  static final class Clerk {}

  static final class Till {}
}

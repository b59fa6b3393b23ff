package tasks;

import dev.covet.api.Qualifier;

final class Marks {
  @Qualifier
  @interface Mark {
    String value();
  }
}

package inn;

import dev.covet.api.Qualifier;

/** Tells cellars by the floor. */
@Qualifier
@interface Floor {
  int value();
}

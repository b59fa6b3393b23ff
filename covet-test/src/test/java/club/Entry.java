package club;

import dev.covet.api.Status;

/** How somebody gets in. */
sealed interface Entry {
  /** At once. */
  @Status(200)
  record Open(String door) implements Entry {}

  /** Later. */
  @Status(202)
  record Waiting(int minutes) implements Entry {}

  /** There is no way. */
  @Status(204)
  record None() implements Entry {}
}

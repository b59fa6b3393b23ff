package kinds;

import dev.covet.api.Name;

/** A color. */
enum Color {
  RED,
  @Name("deep-blue")
  BLUE,
  GREEN
}

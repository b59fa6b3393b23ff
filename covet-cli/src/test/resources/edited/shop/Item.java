package shop;

import dev.covet.api.Default;
import dev.covet.api.Id;
import dev.covet.api.Table;

/**
 * Something to buy.
 *
 * @param name what it is called
 */
@Table
public record Item(@Id long id, @Word String name, @Default("SMALL") Size size, Part part) {
  /** What it is made of. */
  public record Part(String name, Screw screw) {}

  /** What holds it together. */
  public record Screw(String thread) {}
}

package dev.covet.cli.document;

import java.util.List;

/**
 * What a schema leaves open: {@code null} or not, and shapes of which a value has one.
 *
 * @param takesNull whether {@code null} fits
 * @param discriminator the field by which shapes are known; empty if there is none
 * @param all the shapes
 */
public record Alternatives(boolean takesNull, String discriminator, List<Alternative> all) {
  /** Copies the list. */
  public Alternatives {
    all = List.copyOf(all);
  }

  /** Whether values of all types fit, {@code null} being only one of them. */
  public boolean isAnything() {
    return takesNull && all.size() == 1 && all.getFirst().isOfAnyType();
  }
}

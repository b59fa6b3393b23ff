package dev.covet.data.driver;

import java.util.List;

/**
 * What became of columns that tables lack, have to spare, or have with other constraints.
 *
 * @param added those that the tables have now: {@code hero.age}
 * @param changed those whose constraints are those of their components now
 * @param refused a sentence for each that would lose data or that rows do not fit, with the SQL
 *     that decides it
 */
public record Extension(List<String> added, List<String> changed, List<String> refused) {
  /** Copies the lists. */
  public Extension {
    added = List.copyOf(added);
    changed = List.copyOf(changed);
    refused = List.copyOf(refused);
  }
}

package dev.covet.data.driver;

import java.util.List;

/**
 * What became of columns that tables lack, or have to spare.
 *
 * @param added those that the tables have now: {@code hero.age}
 * @param refused a sentence for each that would lose data or has no value for rows that are there,
 *     with the SQL that decides it
 */
public record Extension(List<String> added, List<String> refused) {
  /** Copies the lists. */
  public Extension {
    added = List.copyOf(added);
    refused = List.copyOf(refused);
  }
}

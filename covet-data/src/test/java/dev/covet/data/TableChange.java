package dev.covet.data;

import dev.covet.data.driver.Step;
import java.util.ArrayList;
import java.util.List;

/**
 * A change of tables.
 *
 * @param rows what puts rows in
 * @param care what a person has to look at
 * @param fill what a person fills in
 * @param left a query, and what it finds afterwards
 */
record TableChange(
    List<Planned> before,
    List<Planned> after,
    List<String> rows,
    Step.Care care,
    String fill,
    List<String> left) {
  static TableChange of(Planned before, Planned after) {
    return of(List.of(before), List.of(after));
  }

  static TableChange of(List<Planned> before, List<Planned> after) {
    return new TableChange(before, after, List.of(), Step.Care.NONE, "", List.of());
  }

  TableChange rows(String... sql) {
    return new TableChange(before, after, List.of(sql), care, fill, left);
  }

  TableChange loses() {
    return new TableChange(before, after, rows, Step.Care.LOSES, fill, left);
  }

  TableChange asks(String value) {
    return new TableChange(before, after, rows, Step.Care.ASKS, value, left);
  }

  TableChange leaves(String query, String... found) {
    var all = new ArrayList<>(List.of(query));
    all.addAll(List.of(found));
    return new TableChange(before, after, rows, care, fill, all);
  }
}

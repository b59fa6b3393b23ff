package dev.covet.gen;

import java.util.List;

/** A table of the app, as an index lists it; each is a {@code Mapping} of covet-data. */
public interface MappedTable {
  /** The table's name in SQL. */
  String table();

  /** The record's simple name, as in "Hero not found". */
  String entity();

  /** Whether a row is somebody's: a component says {@code @Owner}. */
  default boolean hasOwner() {
    return false;
  }

  /** The principals whose a row may be; none for whichever has an {@code @Id}. */
  default List<Class<?>> owners() {
    return List.of();
  }
}

package dev.covet.gen;

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
}

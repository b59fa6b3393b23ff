package dev.covet.data.table;

import dev.covet.api.OnDelete;
import dev.covet.data.query.KeyedTable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a table says about one of its columns, beside its type.
 *
 * @param index position of the component in the record, from 0
 * @param name the component's name in Java
 * @param column the column's name in SQL
 * @param isKey whether rows are found by it
 * @param isNullable whether it may hold null
 * @param isReadOnly whether {@code replace} leaves it as it is
 * @param isUnique whether no two rows hold the same
 * @param isIndexed whether it has an index of its own
 * @param reference the table that its values are keys of; null for none
 * @param upkeep what is set in it by itself
 */
public record ColumnSpec(
    int index,
    String name,
    String column,
    boolean isKey,
    boolean isNullable,
    boolean isReadOnly,
    boolean isUnique,
    boolean isIndexed,
    @Nullable Reference reference,
    Upkeep upkeep) {
  /** What is set in the column at each write, whatever the record holds. */
  public enum Upkeep {
    /** Nothing: the program sets it. */
    NONE,
    /** The number of changes. */
    VERSION,
    /** The moment at which the row was made. */
    CREATED_AT,
    /** The moment at which the row was made or changed. */
    UPDATED_AT,
    /** Whose row it is. */
    OWNER
  }

  /**
   * A foreign key.
   *
   * @param target gives the table when asked, so that tables may refer to each other in circles
   * @param onDelete what happens here when the row there is deleted
   */
  public record Reference(Supplier<? extends KeyedTable<?>> target, OnDelete onDelete) {}

  /** Refuses a name that is no plain identifier, since SQL is made of it. */
  public ColumnSpec {
    Identifiers.check(column);
  }

  /** A column that must hold a value, with nothing else to say about it. */
  public static ColumnSpec of(int index, String name, String column) {
    return new ColumnSpec(
        index, name, column, false, false, false, false, false, null, Upkeep.NONE);
  }

  /** This as the table's key, which {@code replace} never changes. */
  public ColumnSpec key() {
    return new ColumnSpec(
        index, name, column, true, isNullable, true, isUnique, isIndexed, reference, upkeep);
  }

  /** This, and it may hold null. */
  public ColumnSpec nullable() {
    return new ColumnSpec(
        index, name, column, isKey, true, isReadOnly, isUnique, isIndexed, reference, upkeep);
  }

  /** This, left as it is by {@code replace}. */
  public ColumnSpec readOnly() {
    return new ColumnSpec(
        index, name, column, isKey, isNullable, true, isUnique, isIndexed, reference, upkeep);
  }

  /** This, and no two rows hold the same. */
  public ColumnSpec unique() {
    return new ColumnSpec(
        index, name, column, isKey, isNullable, isReadOnly, true, isIndexed, reference, upkeep);
  }

  /** This with an index. */
  public ColumnSpec indexed() {
    return new ColumnSpec(
        index, name, column, isKey, isNullable, isReadOnly, isUnique, true, reference, upkeep);
  }

  /** This, holding keys of another table: {@code references(() -> TEAM, OnDelete.REFUSE)}. */
  public ColumnSpec references(Supplier<? extends KeyedTable<?>> target, OnDelete onDelete) {
    return new ColumnSpec(
        index,
        name,
        column,
        isKey,
        isNullable,
        isReadOnly,
        isUnique,
        true,
        new Reference(target, onDelete),
        upkeep);
  }

  /** This, counting the changes of a row. */
  public ColumnSpec version() {
    return kept(Upkeep.VERSION);
  }

  /** This, holding when a row was made. */
  public ColumnSpec createdAt() {
    return kept(Upkeep.CREATED_AT);
  }

  /** This, holding when a row was made or changed. */
  public ColumnSpec updatedAt() {
    return kept(Upkeep.UPDATED_AT);
  }

  /** This, holding whose row it is. */
  public ColumnSpec owner() {
    return kept(Upkeep.OWNER);
  }

  private ColumnSpec kept(Upkeep other) {
    return new ColumnSpec(
        index, name, column, isKey, isNullable, true, isUnique, isIndexed, reference, other);
  }

  /**
   * The table that its values are keys of.
   *
   * @throws IllegalArgumentException if there is none
   */
  KeyedTable<?> target() {
    if (reference == null) {
      throw new IllegalArgumentException("\"" + name + "\" refers to no table");
    }
    return reference.target().get();
  }
}

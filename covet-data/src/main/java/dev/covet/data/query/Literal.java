package dev.covet.data.query;

import dev.covet.data.type.Document;
import dev.covet.data.type.SqlType;
import dev.covet.data.type.Storable;

/**
 * A value that is bound: the same for each row.
 *
 * @param <T> the table's record
 * @param <V> its type
 * @param type what it is in the database
 * @param value what a column of that type can hold
 */
public record Literal<T, V>(SqlType<V> type, V value) implements Expression<T, V> {
  /** Refuses a value that would be another one in the database. */
  public Literal {
    if (type instanceof Document<V> || !Storable.holds(type, value)) {
      throw new IllegalArgumentException("Such a value cannot be calculated with");
    }
  }

  @Override
  public boolean mayBeNull() {
    return false;
  }
}

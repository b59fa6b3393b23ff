package dev.covet.data.query;

import dev.covet.api.Changes.Field;
import dev.covet.data.type.Document;
import dev.covet.data.type.Mapped;
import dev.covet.data.type.SqlType;
import dev.covet.data.type.Storable;
import java.util.List;

/**
 * What a value of each row is, as data: a column, a value that is bound, or how it is made of
 * others. Programs write it as an expression.
 *
 * @param <T> the table's record
 * @param <V> the type of the value, boxed
 */
public sealed interface Formula<T, V> {
  /** What it is in the database. */
  SqlType<V> type();

  /** Whether it may be null. */
  boolean mayBeNull();

  /** Whether it is one of several rows. */
  default boolean isAggregate() {
    return this instanceof Call<T, V>(var _, var operation, var operands)
        && (operation.isAggregate() || operands.stream().anyMatch(Formula::isAggregate));
  }

  /** A column, as far as it is asked for values. */
  non-sealed interface OfColumn<T, V> extends Formula<T, V>, Field<T, V> {
    /** Its name in SQL. */
    String column();
  }

  /**
   * A value that is bound: the same for each row.
   *
   * @param <T> the row
   * @param <V> the value
   * @param value what a column of that type can hold
   */
  record Literal<T, V>(SqlType<V> type, V value) implements Formula<T, V> {
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

  /**
   * A value as it is stored, in the order in which rows are sorted by it: values that are alike in
   * Java, such as one moment at two offsets, are told apart.
   */
  record Unmapped<T, S>(Formula<T, ?> of, SqlType<S> type) implements Formula<T, S> {
    @Override
    public boolean mayBeNull() {
      return of.mayBeNull();
    }
  }

  /** An operation on values of the row, or of several rows. */
  record Call<T, V>(SqlType<V> type, SqlOperation operation, List<Formula<T, ?>> operands)
      implements Formula<T, V> {
    /** Copies the operands. */
    public Call {
      operands = List.copyOf(operands);
    }

    /** Numbers of rows are never null; {@code orElse} is not where its value is none. */
    @Override
    public boolean mayBeNull() {
      return switch (operation) {
        case OR_ELSE, COUNT_ROWS, COUNT, COUNT_DISTINCT -> false;
        case SUM, AVERAGE, MIN, MAX, NOT_ZERO -> true;
        case PLUS, MINUS, TIMES, DIVIDE, MODULO, CONCAT, LOWER, UPPER, TRIM, LENGTH ->
            operands.stream().anyMatch(Formula::mayBeNull);
      };
    }
  }

  /** A value of the row of {@code target} that a column refers to; null where there is none. */
  record Related<T, V>(OfColumn<T, ?> reference, KeyedTable<?> target, Formula<?, V> of)
      implements Formula<T, V> {
    @Override
    public SqlType<V> type() {
      return of.type();
    }

    @Override
    public boolean mayBeNull() {
      return reference.mayBeNull() || of.mayBeNull();
    }
  }

  /** A value of the row around this one: of the row that is joined with those asked for here. */
  record Outer<T, V>(Formula<?, V> of) implements Formula<T, V> {
    @Override
    public SqlType<V> type() {
      return of.type();
    }

    @Override
    public boolean mayBeNull() {
      return of.mayBeNull();
    }
  }

  /** A value of the first row that is joined, or one of all of them; null where there is none. */
  record Found<T, V>(Rows<T, ?> rows, Formula<?, V> of) implements Formula<T, V> {
    @Override
    public SqlType<V> type() {
      return of.type();
    }

    /** Numbers of rows are never null. */
    @Override
    public boolean mayBeNull() {
      return !of.isAggregate() || of.mayBeNull();
    }
  }

  /** Whether a condition holds; false where that is unknown. */
  record Holds<T>(Condition<T> condition) implements Formula<T, Boolean> {
    @Override
    public SqlType<Boolean> type() {
      return SqlType.BOOLEAN;
    }

    @Override
    public boolean mayBeNull() {
      return false;
    }
  }

  /**
   * The rows that are joined with one.
   *
   * @param <T> that one
   * @param <O> those rows
   * @param of the value of that one that they have, too
   * @param asked what is asked of them, to have that value among it
   */
  record Rows<T, O>(Formula<T, ?> of, KeyedTable<O> table, Condition.All<O> asked) {}

  /** A division, of which nothing is left where the second is zero. */
  static <T, V> Formula<T, V> quotient(
      SqlType<V> type, SqlOperation operation, Formula<T, ?> first, Formula<T, ?> second) {
    return of(type, operation, first, notZero(second));
  }

  private static <T, V> Formula<T, V> notZero(Formula<T, V> of) {
    return of(of.type(), SqlOperation.NOT_ZERO, of);
  }

  /** An operation on one value. */
  static <T, V> Formula<T, V> of(SqlType<V> type, SqlOperation operation, Formula<T, ?> operand) {
    return new Call<>(type, operation, List.of(operand));
  }

  /** An operation on two values. */
  static <T, V> Formula<T, V> of(
      SqlType<V> type, SqlOperation operation, Formula<T, ?> first, Formula<T, ?> second) {
    return new Call<>(type, operation, List.of(first, second));
  }

  /** A value whose type is the one that is stored in the end. */
  static <T> Formula<T, ?> unmapped(Formula<T, ?> formula) {
    return formula.type() instanceof Mapped<?, ?>
        ? new Unmapped<>(formula, Mapped.of(formula.type()))
        : formula;
  }
}

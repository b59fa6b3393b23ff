package dev.covet.data.query;

import java.util.List;

/**
 * How a value is made of others.
 *
 * @param <T> the table's record
 */
public sealed interface Formula<T> {
  /** Whether the value may be null. */
  boolean mayBeNull();

  /** An operation on values of the row, or of several rows. */
  record Call<T>(SqlOperation operation, List<Expression<T, ?>> operands) implements Formula<T> {
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
            operands.stream().anyMatch(Expression::mayBeNull);
      };
    }
  }

  /** A value of the row of {@code target} that a column refers to; null where there is none. */
  record Related<T>(Column<T, ?> reference, Mapping<?, ?> target, Expression<?, ?> of)
      implements Formula<T> {
    @Override
    public boolean mayBeNull() {
      return reference.mayBeNull() || of.mayBeNull();
    }
  }

  /** A value of the row around this one: of the row that is joined with those asked for here. */
  record Outer<T>(Expression<?, ?> of) implements Formula<T> {
    @Override
    public boolean mayBeNull() {
      return of.mayBeNull();
    }
  }

  /** A value of the first row that is joined, or one of all of them; null where there is none. */
  record Found<T>(Joined<T, ?> rows, Expression<?, ?> of) implements Formula<T> {
    /** Numbers of rows are never null. */
    @Override
    public boolean mayBeNull() {
      return !Picked.isAggregate(of) || of.mayBeNull();
    }
  }

  /** Whether a condition holds; false where that is unknown. */
  record Holds<T>(Condition<T> condition) implements Formula<T> {
    @Override
    public boolean mayBeNull() {
      return false;
    }
  }

  /** A division, of which nothing is left where the second is zero. */
  static <T> Formula<T> quotient(
      SqlOperation operation, Expression<T, ?> first, Expression<T, ?> second) {
    return of(
        operation, first, new Computed.OfValue<>(of(SqlOperation.NOT_ZERO, second), second.type()));
  }

  /** An operation on one value. */
  static <T> Formula<T> of(SqlOperation operation, Expression<T, ?> operand) {
    return new Call<>(operation, List.of(operand));
  }

  /** An operation on two values. */
  static <T> Formula<T> of(
      SqlOperation operation, Expression<T, ?> first, Expression<T, ?> second) {
    return new Call<>(operation, List.of(first, second));
  }

  /** A value of the row that a column refers to. */
  static <T> Formula<T> related(Column<T, ?> reference, Expression<?, ?> of) {
    return new Related<>(reference, reference.spec().target(), of);
  }
}

package dev.covet.api;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * New values for some components of a record, each absent, null or a value. Immutable.
 *
 * @param <T> the record
 */
public final class Changes<T> {
  private final Shape<T> shape;
  private final @Nullable Object[] values;
  private final BitSet present;

  private Changes(Shape<T> shape, @Nullable Object[] values, BitSet present) {
    this.shape = shape;
    this.values = values;
    this.present = present;
  }

  /**
   * Changes read from a body.
   *
   * @param values one for each component, whether it is present or not
   * @param present the positions of those that are
   */
  public static <T> Changes<T> of(Shape<T> shape, @Nullable Object[] values, BitSet present) {
    return new Changes<>(shape, values.clone(), (BitSet) present.clone());
  }

  /** Changes by hand, as in {@code Changes.of(HERO.age.to(5))}. */
  @SafeVarargs
  public static <T> Changes<T> of(Assignment<T> first, Assignment<T>... more) {
    var shape = first.field().shape();
    var none = new Changes<>(shape, new @Nullable Object[shape.names().size()], new BitSet());
    var all = none.and(first);
    for (var assignment : more) all = all.and(assignment);
    return all;
  }

  /** Whether a component is to be changed, be it to null. */
  public boolean has(Field<T, ?> field) {
    return present.get(field.index());
  }

  /** A component's new value; null if it is null or the component is not to be changed. */
  @SuppressWarnings("unchecked") // a field's type is that of its component, which the codec read
  public <V> @Nullable V get(Field<T, V> field) {
    return (V) values[field.index()];
  }

  /** Whether nothing is to be changed. */
  public boolean isEmpty() {
    return present.isEmpty();
  }

  /** Positions of the components that are to be changed, in a set of the caller's own. */
  public BitSet present() {
    return (BitSet) present.clone();
  }

  /** The new value at a position. */
  public @Nullable Object value(int index) {
    return values[index];
  }

  /**
   * A record with the changes made.
   *
   * @throws Invalid if that record breaks a constraint, or its constructor refuses the values
   */
  public T apply(T current) {
    var merged = shape.values(current);
    present.stream().forEach(index -> merged[index] = values[index]);
    var result = make(merged);
    var problems = shape.check(result);
    if (!problems.isEmpty()) throw new Invalid(problems);
    return result;
  }

  private T make(@Nullable Object[] merged) {
    try {
      return shape.make(merged);
    } catch (IllegalArgumentException | NullPointerException _) {
      throw new Invalid(List.of(Problem.at(List.of("body"), "invalid", "is not valid")));
    }
  }

  /** These changes and some more, of which a later one wins. */
  @SafeVarargs
  public final Changes<T> with(Assignment<T>... more) {
    var all = this;
    for (var assignment : more) all = all.and(assignment);
    return all;
  }

  private Changes<T> and(Assignment<T> assignment) {
    var newValues = values.clone();
    var newPresent = present();
    newValues[assignment.field().index()] = assignment.value();
    newPresent.set(assignment.field().index());
    return new Changes<>(shape, newValues, newPresent);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Changes<?> that
        && shape.equals(that.shape)
        && present.equals(that.present)
        && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return 31 * present.hashCode() + Arrays.hashCode(values);
  }

  /** Names only: a value may be a secret. */
  @Override
  public String toString() {
    return present.stream()
        .mapToObj(shape.names()::get)
        .collect(Collectors.joining(", ", "Changes[", "]"));
  }

  /**
   * A component of a record, by which {@link Changes} are asked; a table's column is one.
   *
   * @param <T> the record
   * @param <V> the component's type, boxed
   */
  public interface Field<T, V> {
    /** The component's name in Java. */
    String name();

    /** The component's position in the record, from 0. */
    int index();

    /** The record's shape. */
    Shape<T> shape();

    /** Sets this component: part of a {@link Changes}, an insert or an update. */
    default Assignment<T> to(@Nullable V value) {
      return new Assignment<>(this, value);
    }
  }

  /**
   * A value for one component of a record.
   *
   * @param <T> the record
   * @param field the component
   * @param value its value
   */
  public record Assignment<T>(Field<T, ?> field, @Nullable Object value) {}

  /**
   * How a record comes apart and together again; generated beside its codec. All lists and arrays
   * go by the order of the components.
   *
   * @param <T> the record
   */
  public interface Shape<T> {
    /** The components' names in JSON. */
    List<String> names();

    /** The components' values, in a new array. */
    @Nullable Object[] values(T value);

    /**
     * A record of these values; whatever its constructor throws comes out unchanged.
     *
     * @param values one of the right type for each component
     */
    T make(@Nullable Object[] values);

    /** Every constraint that a record breaks, its read-only components included. */
    List<Problem> check(T value);
  }
}

package dev.covet.processor.model.data;

import dev.covet.processor.model.type.DefaultModel;
import dev.covet.processor.model.type.TypeModel;
import dev.covet.processor.model.type.ValueModel;
import dev.covet.processor.model.type.ValueSource;
import dev.covet.processor.model.type.Where;
import dev.covet.schema.Remarks;
import java.util.List;
import java.util.Optional;

/**
 * A component of a record, or a method of it that goes out as a field.
 *
 * @param name in Java
 * @param names in JSON: the first is written, all are read
 * @param role how far clients see and set it
 * @param flatten whether its own fields stand in the place of this one
 * @param header its name where it is read from a header
 * @param source where it is read from if its record groups values, and it says so itself
 * @param remarks the text of the record's {@code @param}, or of the method's comment; examples as
 *     the source has them
 */
public record ComponentModel(
    String name,
    List<String> names,
    ValueModel value,
    DefaultModel fallback,
    Role role,
    boolean flatten,
    String header,
    Optional<ValueSource> source,
    Remarks remarks,
    Where where) {
  /** Copies the list. */
  public ComponentModel {
    names = List.copyOf(names);
  }

  /** How far clients see and set a component. */
  public enum Role {
    /** Read and written. */
    PLAIN,
    /** {@code @Id} of a kind that the database or {@code insert} gives: never read from input. */
    ID,
    /** Any other {@code @Id}: clients give it to a new row, and no change of it is read. */
    KEY,
    /** {@code @ReadOnly}: never read from input. */
    READ_ONLY,
    /** {@code @WriteOnly}: never written. */
    WRITE_ONLY,
    /** {@code @ReadOnly @WriteOnly}: stays inside. */
    INSIDE;

    /** The one of a component that input may have, or answers. */
    public static Role of(boolean input, boolean output) {
      if (output) return input ? PLAIN : READ_ONLY;
      return input ? WRITE_ONLY : INSIDE;
    }

    /** Whether input may have it. */
    public boolean input() {
      return isBothWays() || this == WRITE_ONLY;
    }

    /** Whether input may have a change of it. */
    public boolean changes() {
      return this == PLAIN || this == WRITE_ONLY;
    }

    /** Whether input may have it, and answers too. */
    public boolean isBothWays() {
      return this == PLAIN || this == KEY;
    }

    /** Whether answers have it. */
    public boolean output() {
      return this != WRITE_ONLY && this != INSIDE;
    }
  }

  /** This, as far as clients see and set it by another role. */
  public ComponentModel withRole(Role other) {
    return new ComponentModel(
        name, names, value, fallback, other, flatten, header, source, remarks, where);
  }

  /** What documents say of it in words; empty for nothing. */
  public String text() {
    return remarks.text();
  }

  /** The name in answers. */
  public String jsonName() {
    return names.getFirst();
  }

  /** Whether input without it is refused. */
  public boolean required() {
    return !value.nullable()
        && fallback instanceof DefaultModel.None
        && !(value.type() instanceof TypeModel.OptionalOf);
  }
}

package dev.covet.processor.model.data;

import dev.covet.processor.model.type.ScalarKind;
import dev.covet.processor.model.type.TypeName;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a table says of a component.
 *
 * @param component name of the component, whose type is in the record's model
 * @param sqlName without quotes: snake case, or what {@code @Column} says
 * @param owners the principals that {@code @Owner} names
 * @param was its former name in SQL ({@code @Was}); empty if it had no other
 */
public record ColumnModel(
    String component,
    String sqlName,
    boolean id,
    boolean unique,
    boolean indexed,
    Optional<Reference> references,
    Upkeep upkeep,
    List<TypeName> owners,
    String was) {
  /** Copies the list. */
  public ColumnModel {
    owners = List.copyOf(owners);
  }

  /** A column that nobody but the program and clients sets. */
  public ColumnModel(
      String component,
      String sqlName,
      boolean id,
      boolean unique,
      boolean indexed,
      Optional<Reference> references) {
    this(component, sqlName, id, unique, indexed, references, Upkeep.NONE, List.of(), "");
  }

  /** What the server sets by itself. */
  public enum Upkeep {
    /** Nothing. */
    NONE("", "", null),
    /** {@code @Version}: one more at each change. */
    VERSION("Version", "version", ScalarKind.LONG),
    /** {@code @CreatedAt}: when the row was made. */
    CREATED_AT("CreatedAt", "createdAt", ScalarKind.INSTANT),
    /** {@code @UpdatedAt}: when the row was changed. */
    UPDATED_AT("UpdatedAt", "updatedAt", ScalarKind.INSTANT),
    /** {@code @Owner}: whose row it is. */
    OWNER("Owner", "owner", null);

    private final String annotation;
    private final String method;
    private final @Nullable ScalarKind type;

    Upkeep(String annotation, String method, @Nullable ScalarKind type) {
      this.annotation = annotation;
      this.method = method;
      this.type = type;
    }

    /** The type of its component; null for any. */
    public @Nullable ScalarKind type() {
      return type;
    }

    /** The annotation, by its simple name. */
    public String annotation() {
      return annotation;
    }

    /** What it is called where the column is described; empty for nothing. */
    public String method() {
      return method;
    }

    /** All but nothing. */
    public static List<Upkeep> kept() {
      return List.of(VERSION, CREATED_AT, UPDATED_AT, OWNER);
    }
  }

  /** This as the key. */
  public ColumnModel asId() {
    return new ColumnModel(
        component, sqlName, true, unique, indexed, references, upkeep, owners, was);
  }

  /** This without what it refers to. */
  public ColumnModel free() {
    return new ColumnModel(
        component, sqlName, id, unique, indexed, Optional.empty(), upkeep, owners, was);
  }

  /**
   * What {@code @References} says.
   *
   * @param onDelete constant of the annotation's enum: {@code REFUSE}, {@code CASCADE}, ...
   */
  public record Reference(TypeName table, String onDelete) {}
}

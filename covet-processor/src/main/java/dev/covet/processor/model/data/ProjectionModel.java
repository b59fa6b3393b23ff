package dev.covet.processor.model.data;

import dev.covet.processor.model.type.TypeName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A record with {@code @Projection}.
 *
 * @param root the table's record
 * @param parts what each component is, in order
 */
public record ProjectionModel(TypeName name, TypeName root, List<Part> parts) {
  /** Copies the list. */
  public ProjectionModel {
    parts = List.copyOf(parts);
  }

  /** How a component of the root is read, if it is in it: {@code title}, {@code book().title}. */
  public Optional<String> path(String component) {
    return parts.stream().flatMap(part -> path(part, component)).findFirst();
  }

  private static Stream<String> path(Part part, String component) {
    if (part instanceof Part.Whole(var row)) return Stream.of(row + "()." + component);
    return part.equals(new Part.Column(component)) ? Stream.of(component) : Stream.of();
  }

  /** What a component of a projection is. */
  public sealed interface Part {
    /** The component's name. */
    String component();

    /** {@code @Flatten} of the root: the whole row. */
    record Whole(String component) implements Part {}

    /** A column of the root, of the same name and type. */
    record Column(String component) implements Part {}

    /**
     * The row, or none, that a column of the root refers to.
     *
     * @param target record of the component: a table or a projection
     * @param via component of the root with {@code @References}
     */
    record ToOne(String component, TypeName target, String via) implements Part {}

    /**
     * The rows that refer to the root.
     *
     * @param target record of the list's elements: a table or a projection
     * @param table the target, or the root of that projection
     * @param via component of the table with {@code @References}
     */
    record ToMany(String component, TypeName target, TypeName table, String via) implements Part {}

    /**
     * The one row that refers to the root, if there is one.
     *
     * @param target record of the component: a table or a projection
     * @param table the target, or the root of that projection
     * @param via component of the table with {@code @References}, which is unique
     */
    record Back(String component, TypeName target, TypeName table, String via) implements Part {}

    /**
     * The rows to which rows of a table between refer, that refer to the root as well.
     *
     * @param target record of the list's elements: a table or a projection
     * @param between the table between
     * @param from its component that refers to the root
     * @param to its component that refers to the target
     */
    record Through(String component, TypeName target, TypeName between, String from, String to)
        implements Part {}

    /**
     * The number of rows that refer to the root.
     *
     * @param via component of their table with {@code @References}
     */
    record Count(String component, TypeName table, String via) implements Part {}

    /**
     * Neither column nor relation.
     *
     * @param by what {@code @By} says, which is no such column; empty without it
     * @param candidates components by which it could be one
     */
    record Unknown(String component, String by, List<String> candidates) implements Part {
      /** Copies the list. */
      public Unknown {
        candidates = List.copyOf(candidates);
      }
    }

    /** A component whose type the compiler does not find. */
    record Unresolved(String component) implements Part {}
  }
}

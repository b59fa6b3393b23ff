package dev.covet.processor.model.type;

import java.util.List;

/**
 * A qualifier where somebody asks by it, or where it stands on a provider.
 *
 * @param annotation its type
 * @param shape its members with their defaults, to see whether they have changed
 * @param values one for each member, in the order of the declaration, as Java writes it
 */
public record QualifierModel(TypeName annotation, String shape, List<String> values) {
  /** Copies the list. */
  public QualifierModel {
    values = List.copyOf(values);
  }

  /** The text by which services are told apart: {@code @heroes.Bucket("avatars")}. */
  public String text() {
    return "@"
        + annotation.qualified()
        + (values.isEmpty() ? "" : "(" + String.join(", ", values) + ")");
  }

  /**
   * The declaration of an annotation, which may be a qualifier or a constraint.
   *
   * @param shape as that of the places where it stands
   * @param members in the order of the declaration; none if their values cannot be written
   * @param literal whether a class of its values is written, for what reads them
   */
  public record Declared(TypeName name, String shape, List<Member> members, boolean literal) {
    /** Copies the list. */
    public Declared {
      members = List.copyOf(members);
    }
  }

  /**
   * A member of the annotation.
   *
   * @param type as Java writes it, in full
   */
  public record Member(String name, String type) {}
}

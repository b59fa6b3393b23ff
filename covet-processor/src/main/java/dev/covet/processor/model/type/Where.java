package dev.covet.processor.model.type;

/**
 * The place in the user's source of which something is said, as names: the compiler's own elements
 * lose their line between the rounds of a compilation.
 *
 * @param type the class
 * @param member a component, field or method of it ({@code list(int,dev.covet.data.Session)}), or
 *     {@code ""}
 * @param parameter a parameter of that method, or {@code ""}
 * @param annotation qualified name of the annotation there that is at fault, or {@code ""}
 */
public record Where(TypeName type, String member, String parameter, String annotation) {

  /** The class itself. */
  public static Where of(TypeName type) {
    return new Where(type.declared(), "", "", "");
  }

  /** A member of this class. */
  public Where member(String name) {
    return new Where(type, name, "", "");
  }

  /** Whether it is a constructor, or something of one. */
  public boolean isConstructor() {
    return member.startsWith("<init>");
  }

  /** A parameter of this method. */
  public Where parameter(String name) {
    return new Where(type, member, name, "");
  }

  /** An annotation at this place; the place itself where it is not found. */
  public Where at(String annotationName) {
    return new Where(type, member, parameter, annotationName);
  }
}

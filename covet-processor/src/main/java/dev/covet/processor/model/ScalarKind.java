package dev.covet.processor.model;

/** The types whose value is one text in a path, a query or a header. */
public enum ScalarKind {
  /** {@code boolean}, {@code Boolean}. */
  BOOLEAN("boolean", "java.lang.Boolean"),
  /** {@code int}, {@code Integer}. */
  INT("int", "java.lang.Integer"),
  /** {@code long}, {@code Long}. */
  LONG("long", "java.lang.Long"),
  /** {@code double}, {@code Double}. */
  DOUBLE("double", "java.lang.Double"),
  /** {@code BigDecimal}. */
  DECIMAL("java.math.BigDecimal", "java.math.BigDecimal"),
  /** {@code String}. */
  STRING("java.lang.String", "java.lang.String"),
  /** {@code java.util.UUID}. */
  UUID("java.util.UUID", "java.util.UUID"),
  /** {@code java.time.LocalDate}. */
  DATE("java.time.LocalDate", "java.time.LocalDate"),
  /** {@code java.time.Instant}. */
  INSTANT("java.time.Instant", "java.time.Instant");

  private final String plain;
  private final String reference;

  ScalarKind(String plain, String reference) {
    this.plain = plain;
    this.reference = reference;
  }

  /** The type's name, a primitive where there is one: {@code int}. */
  public String plain() {
    return plain;
  }

  /** The name of the class: {@code java.lang.Integer}. */
  public String reference() {
    return reference;
  }

  /** Whether Java has a primitive for it. */
  public boolean primitive() {
    return !plain.equals(reference);
  }

  /** Whether a component holds something while nobody has set it: 0, false, EPOCH. */
  public boolean hasZero() {
    return switch (this) {
      case BOOLEAN, INT, LONG, DOUBLE, DECIMAL, UUID, INSTANT -> true;
      case STRING, DATE -> false;
    };
  }

  /** Whether its values are numbers. */
  public boolean number() {
    return switch (this) {
      case INT, LONG, DOUBLE, DECIMAL -> true;
      case BOOLEAN, STRING, UUID, DATE, INSTANT -> false;
    };
  }
}

package dev.covet.processor.model.type;

/** What a constraint can limit. */
enum ConstraintFit {
  /** Any value. */
  ANYTHING("any value"),
  /** A text. */
  TEXT("a String"),
  /** A text, or several values. */
  SIZED("a String, a List, a Set, a Map or an array"),
  /** A number. */
  NUMBER("a number"),
  /** A boolean. */
  BOOLEAN("a boolean"),
  /** A moment or a day. */
  TIME("a date or a time"),
  /** What can be null. */
  REFERENCE(
      "an Integer or the like, a String, a time, a List, a Set, a Map or an array that can be null");

  private final String words;

  ConstraintFit(String words) {
    this.words = words;
  }

  /** Whether it can limit a scalar. */
  boolean has(ScalarKind kind, boolean boxed) {
    return switch (this) {
      case ANYTHING -> true;
      case TEXT, SIZED -> kind.text();
      case NUMBER -> kind.number();
      case BOOLEAN -> kind == ScalarKind.BOOLEAN;
      case TIME -> kind.time();
      case REFERENCE -> boxed || !kind.primitive();
    };
  }

  /** Whether it can limit what holds a number of values. */
  boolean hasSeveral() {
    return hasBytes() || this == REFERENCE;
  }

  /** Whether it can limit an array of bytes. */
  boolean hasBytes() {
    return this == ANYTHING || this == SIZED;
  }

  /** What it is, for messages: {@code a number}. */
  String words() {
    return words;
  }
}

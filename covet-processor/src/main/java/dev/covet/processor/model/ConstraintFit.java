package dev.covet.processor.model;

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

  boolean has(TypeModel type) {
    var kind = type instanceof TypeModel.Scalar(var scalar, var _) ? scalar : null;
    return switch (this) {
      case ANYTHING -> true;
      case TEXT -> kind != null && kind.text();
      case SIZED ->
          (kind != null && kind.text()) || type.isSized() || type instanceof TypeModel.Bytes;
      case NUMBER -> kind != null && kind.number();
      case BOOLEAN -> kind == ScalarKind.BOOLEAN;
      case TIME -> kind != null && kind.time();
      case REFERENCE ->
          type.isSized()
              || (type instanceof TypeModel.Scalar(var scalar, var boxed)
                  && (boxed || !scalar.primitive()));
    };
  }

  /** What it is, for messages: {@code a number}. */
  String words() {
    return words;
  }
}

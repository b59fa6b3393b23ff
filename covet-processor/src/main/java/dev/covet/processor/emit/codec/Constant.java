package dev.covet.processor.emit.codec;

/** The value of a constant, which has its name where it is declared. */
public record Constant(String type, String value) {
  /** The declaration: {@code private static final int MAX = 10;}. */
  public String declaration(String name) {
    return "private static final %s %s =\n    %s;"
        .formatted(type, name, value.replace("\n", "\n    "));
  }
}

package dev.covet.schema;

import java.util.List;

/**
 * What documents say of a value beside its shape.
 *
 * @param text the Javadoc; empty for none
 * @param deprecated whether clients are asked to do without it
 * @param examples values that it may have, as JSON texts
 */
public record Remarks(String text, boolean deprecated, List<String> examples) {
  /** Nothing. */
  public static final Remarks NONE = new Remarks("", false, List.of());

  /** Copies the examples. */
  public Remarks {
    examples = List.copyOf(examples);
  }

  /** A text alone. */
  public static Remarks of(String text) {
    return text.isEmpty() ? NONE : new Remarks(text, false, List.of());
  }

  /** These with another text. */
  public Remarks described(String description) {
    return new Remarks(description, deprecated, examples);
  }

  /** These, asking to do without the value. */
  public Remarks asDeprecated() {
    return new Remarks(text, true, examples);
  }

  /** These with examples in the place of those that they have. */
  public Remarks withExamples(String... json) {
    return new Remarks(text, deprecated, List.of(json));
  }
}

package dev.covet.processor.model;

import java.util.List;

/** A limit that an annotation of Jakarta Validation puts on a value. */
public sealed interface ConstraintModel {

  /** The annotation's simple name: {@code Size}. */
  default String name() {
    return getClass().getSimpleName();
  }

  /** This without a message of its own. */
  default ConstraintModel plain() {
    return this;
  }

  /** Not null; what is not {@code @Nullable} needs no such constraint. */
  record NotNull() implements ConstraintModel {}

  /** A text with something else than white space. */
  record NotBlank() implements ConstraintModel {}

  /** A text or a list that is not empty. */
  record NotEmpty() implements ConstraintModel {}

  /** Length of a text in characters or number of elements, both ends allowed. */
  record Size(int min, int max) implements ConstraintModel {}

  /** A number at least this. */
  record Min(long value) implements ConstraintModel {}

  /** A number at most this. */
  record Max(long value) implements ConstraintModel {}

  /** A number above zero. */
  record Positive() implements ConstraintModel {}

  /** A number at least (or above, if not inclusive) this decimal number. */
  record DecimalMin(String value, boolean inclusive) implements ConstraintModel {}

  /** A number of at most so many digits before and after the point. */
  record Digits(int integer, int fraction) implements ConstraintModel {}

  /** A text that the whole expression matches; flags are names of {@code Pattern.Flag}. */
  record Pattern(String regexp, List<String> flags) implements ConstraintModel {
    /** Copies the list. */
    public Pattern {
      flags = List.copyOf(flags);
    }
  }

  /** A text that is an address of e-mail. */
  record Email() implements ConstraintModel {}

  /**
   * A constraint with a message of its own.
   *
   * @param message what a client is told, word by word
   */
  record Saying(ConstraintModel plain, String message) implements ConstraintModel {
    @Override
    public String name() {
      return plain.name();
    }
  }

  /**
   * A constraint that Covet does not check.
   *
   * @param annotation its qualified name
   */
  record Unknown(String annotation, Reason reason) implements ConstraintModel {
    /** Why it is not checked. */
    public enum Reason {
      /** Nobody has written its check. */
      KIND,
      /** It holds for groups alone, and Covet validates none. */
      GROUPS,
      /** It stands several times on one place. */
      REPEATED
    }

    @Override
    public String name() {
      return annotation.substring(annotation.lastIndexOf('.') + 1);
    }
  }
}

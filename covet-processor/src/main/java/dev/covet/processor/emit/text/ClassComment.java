package dev.covet.processor.emit.text;

import dev.covet.processor.model.TypeName;

/**
 * Writes the comment that begins every generated class: what it is, what it was made from, its
 * revision and hash.
 */
public final class ClassComment {
  /** Generated code and runtime fit together when this is equal to {@code dev.covet.gen}'s. */
  public static final int REVISION = 1;

  private ClassComment() {}

  /**
   * The Javadoc of a class.
   *
   * @param sentence what the class is, for people
   * @param source the user's type that it was made from
   * @param model all that it was made from
   */
  public static String of(String sentence, TypeName source, Object model) {
    return Template.fill(
        """
        /**
         * %s
         *
         * <p>Generated from %s by Covet (revision %s, hash %s); do not edit.
         */
        """,
        sentence, "{@code " + source.qualified() + "}", REVISION, Hash.of(model));
  }
}

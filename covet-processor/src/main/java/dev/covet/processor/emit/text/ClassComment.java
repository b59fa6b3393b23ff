package dev.covet.processor.emit.text;

import dev.covet.processor.model.type.TypeName;
import java.util.regex.Pattern;

/**
 * Writes the comment that begins every generated class: what it is, what it was made from, its
 * revision and hash.
 */
public final class ClassComment {
  /** Generated code and runtime fit together when this is equal to {@code dev.covet.gen}'s. */
  public static final int REVISION = 1;

  /** What may mean something in a comment. */
  private static final Pattern ODD = Pattern.compile("[^\\w .-]", Pattern.UNICODE_CHARACTER_CLASS);

  private ClassComment() {}

  /** A text of the user's as code in a comment, which nothing in it ends. */
  public static String code(String text) {
    var odd = ODD.matcher(text);
    return odd.find()
        ? "<code>" + odd.replaceAll(match -> "&#" + match.group().codePointAt(0) + ";") + "</code>"
        : "{@code " + text + "}";
  }

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
        sentence, "{@code " + source.source() + "}", REVISION, Hash.of(model));
  }
}

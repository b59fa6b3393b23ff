package dev.covet.gen;

import dev.covet.base.codec.TextForm;
import dev.covet.base.config.StartFailure;
import dev.covet.base.problem.Problems;
import dev.covet.schema.ObjectSchema;
import java.util.List;
import java.util.Objects;

/**
 * Defaults that a value class makes, whose constructor and rules nobody knows while the program is
 * compiled. They are constants, so that one that is refused stops the start, and no request.
 */
public final class ValueDefaults {
  private ValueDefaults() {}

  /**
   * A default.
   *
   * @param text as a client would write it
   * @param what of what it is one: {@code Slug slug of blog.Article}
   * @throws StartFailure if the value class refuses it
   */
  public static <T> T of(TextForm<T> form, String text, String what) {
    var problems = new Problems();
    var value = form.read(problems.at("default"), text);
    if (problems.isEmpty()) return value;
    throw new StartFailure(
        List.of(
            "The @Default of %s is refused: it %s. Write one that its constructor and its rules accept."
                .formatted(what, problems.list().getFirst().reason())));
  }

  /** The same, as the text that is read where a client sends nothing. */
  public static <T> String text(TextForm<T> form, String text, String what) {
    return form.write(of(form, text, what));
  }

  /**
   * Makes those of records whose codecs nothing else needs before the first request.
   *
   * @param records what the codecs say of them, which makes their constants
   */
  public static void make(ObjectSchema... records) {
    for (var each : records) Objects.requireNonNull(each);
  }
}

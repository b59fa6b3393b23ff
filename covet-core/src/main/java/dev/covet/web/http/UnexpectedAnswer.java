package dev.covet.web.http;

import dev.covet.api.ErrorReport;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A generated client got what no method can return or throw by its own class: an error response
 * that has none, such as 500, or a body that is not what the operation promises. Its message, which
 * gets into logs, has neither the values that were sent nor the body: that is {@link #text}.
 */
public final class UnexpectedAnswer extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** The longest text of a body that is kept, in characters. */
  public static final int TEXT_LENGTH_MAX = 8_192;

  private final int status;
  private final @Nullable String code;
  private final String text;

  /**
   * The answer to a call.
   *
   * @param what the call and what is wrong with its answer: the message
   * @param text the body, of which the first {@link #TEXT_LENGTH_MAX} characters are kept
   * @param cause what led to it, as far as the caller knows
   */
  public UnexpectedAnswer(String what, Response answer, String text, @Nullable Throwable cause) {
    super(what, cause);
    this.status = answer.status();
    this.code = answer.report().map(ErrorReport::code).orElse(null);
    this.text = kept(text);
  }

  private static String kept(String text) {
    return text.length() <= TEXT_LENGTH_MAX ? text : text.substring(0, TEXT_LENGTH_MAX) + "...";
  }

  /** The status code. */
  public int status() {
    return status;
  }

  /** The code of the error, in upper snake case; empty if the answer tells of none. */
  public Optional<String> code() {
    return Optional.ofNullable(code);
  }

  /** The body, in UTF-8; of a longer one the first {@link #TEXT_LENGTH_MAX} characters. */
  public String text() {
    return text;
  }
}

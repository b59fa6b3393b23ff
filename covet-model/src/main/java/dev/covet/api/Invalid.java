package dev.covet.api;

import dev.covet.schema.BuiltInError;
import java.util.ArrayList;
import java.util.List;

/** The input was understood and breaks constraints: status 422 with every problem. */
public final class Invalid extends ApiError.Known {
  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;
  private final boolean truncated;

  /** An error with these problems, and no more. */
  public Invalid(List<Problem> problems) {
    this(problems, false);
  }

  /**
   * An error with problems.
   *
   * @param problems in the order in which they are told
   * @param truncated whether there were more than these
   */
  public Invalid(List<Problem> problems, boolean truncated) {
    super(BuiltInError.VALIDATION_ERROR, "Invalid input");
    this.problems = List.copyOf(problems);
    this.truncated = truncated;
  }

  /**
   * One problem in the body.
   *
   * @param field a component's name, or a way to it such as {@code items[3].qty}
   * @param code stable, lower snake case
   * @param reason what would be right, for people
   */
  public static Invalid at(String field, String code, String reason) {
    var location = new ArrayList<Object>();
    location.add("body");
    for (var part : field.split("[.\\[\\]]+", -1)) {
      if (!part.isEmpty()) location.add(isIndex(part) ? (Object) Integer.valueOf(part) : part);
    }
    return new Invalid(List.of(new Problem(field, location, code, reason)));
  }

  private static boolean isIndex(String part) {
    return part.length() < 10 && part.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /** What is wrong, in the order in which it is told. */
  public List<Problem> problems() {
    return problems;
  }

  /** Whether there were more problems than are kept. */
  public boolean truncated() {
    return truncated;
  }
}

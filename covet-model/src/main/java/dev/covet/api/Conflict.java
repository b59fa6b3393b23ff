package dev.covet.api;

import dev.covet.schema.BuiltInError;
import java.util.List;

/** The request does not fit what is stored (409). */
public sealed class Conflict extends ApiError.Known {
  private static final long serialVersionUID = 1;

  private final transient List<Problem> problems;

  /** The error with a message for the client. */
  public Conflict(String message) {
    this(message, List.of());
  }

  /** The error with a message for the client, and the fields that do not fit. */
  public Conflict(String message, List<Problem> problems) {
    super(BuiltInError.CONFLICT, message);
    this.problems = List.copyOf(problems);
  }

  /**
   * The error of one field of the body.
   *
   * @param field the field's name in JSON
   * @param code stable, lower snake case, such as {@code taken}
   * @param reason what is wrong, for people
   */
  public static Conflict at(String field, String code, String reason) {
    var problem = Problem.at(List.of("body", field), code, reason);
    return new Conflict(field + " " + reason, List.of(problem));
  }

  /** Which fields do not fit; empty where none is to blame. */
  public List<Problem> problems() {
    return problems;
  }

  /** A row has another {@link Version} than the one that a change is for (409). */
  public static final class StaleVersion extends Conflict {
    private static final long serialVersionUID = 1L;

    /** The error with a message for the client. */
    public StaleVersion(String message) {
      super(message);
    }
  }
}

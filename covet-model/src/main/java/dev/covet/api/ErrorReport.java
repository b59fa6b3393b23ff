package dev.covet.api;

import java.time.Instant;
import java.util.List;

/**
 * Everything that a client may know about one error; an {@link ErrorFormat} gives it its form.
 *
 * @param status the status code
 * @param code the stable code in upper snake case
 * @param message one sentence for people
 * @param problems the broken values, in the order of the request; at most 100
 * @param truncated whether there were more problems than are listed
 * @param requestId the request's id, as in {@code X-Request-Id} and in the log
 * @param timestamp when the error was told, in whole seconds
 */
public record ErrorReport(
    int status,
    String code,
    String message,
    List<Problem> problems,
    boolean truncated,
    String requestId,
    Instant timestamp) {
  /** The report; the problems are copied. */
  public ErrorReport {
    problems = List.copyOf(problems);
  }

  /** This report with problems in the place of its own. */
  public ErrorReport withProblems(List<Problem> problems, boolean truncated) {
    return new ErrorReport(status, code, message, problems, truncated, requestId, timestamp);
  }
}

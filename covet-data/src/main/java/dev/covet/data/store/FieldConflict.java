package dev.covet.data.store;

import dev.covet.api.Conflict;
import dev.covet.api.Problem;
import java.util.List;
import java.util.Optional;

/** A value of a component does not fit what is stored; who sent it is known to the session. */
public final class FieldConflict extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String field;
  private final String code;
  private final String reason;
  private final transient Optional<Object> given;

  /**
   * A conflict.
   *
   * @param field the component's name in JSON
   * @param given the value, if no body can have sent it
   */
  public FieldConflict(String field, String code, String reason, Optional<Object> given) {
    super(field + " " + reason, null, false, false);
    this.field = field;
    this.code = code;
    this.reason = reason;
    this.given = given;
  }

  /** What the client is told: the value is of the body, unless the path has it. */
  public Conflict told(Watch watch) {
    return given
        .flatMap(watch::pathName)
        .map(name ->
            new Conflict(
                name + " " + reason, List.of(Problem.at(List.of("path", name), code, reason))))
        .orElseGet(() -> Conflict.at(field, code, reason));
  }
}

package dev.covet.data.store;

import dev.covet.api.Conflict;
import dev.covet.api.Problem;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A value of a component does not fit what is stored; who sent it is known to the session. */
public final class FieldConflict extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String field;
  private final String code;
  private final String reason;
  private final transient Origin origin;

  /**
   * Where the value may come from.
   *
   * @param fromPath the variables of a path that may have it under another name than its own
   * @param isSent whether a client sends it; that of an owner comes with who is signed in
   */
  public record Origin(@Nullable Object value, Predicate<String> fromPath, boolean isSent) {}

  /**
   * A conflict.
   *
   * @param field the component's name in JSON
   */
  public FieldConflict(String field, String code, String reason, Origin origin) {
    super(field + " " + reason, null, false, false);
    this.field = field;
    this.code = code;
    this.reason = reason;
    this.origin = origin;
  }

  /** What the client is told: the value is of the body, unless the path has it, or nobody. */
  public Conflict told(Watch watch) {
    return Optional.ofNullable(origin.value)
        .flatMap(value -> inPath(value, watch))
        .map(name ->
            new Conflict(
                name + " " + reason, List.of(Problem.at(List.of("path", name), code, reason))))
        .orElseGet(() ->
            origin.isSent ? Conflict.at(field, code, reason) : new Conflict(field + " " + reason));
  }

  /** A variable of its own name comes first: others may have the same value for another column. */
  private Optional<String> inPath(Object value, Watch watch) {
    return watch.pathName(value, field::equals).or(() -> watch.pathName(value, origin.fromPath));
  }
}

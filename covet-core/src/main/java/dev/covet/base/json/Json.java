package dev.covet.base.json;

import dev.covet.base.problem.ProblemLimits;
import dev.covet.base.problem.Problems;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes whole JSON texts. Thread-safe; one for each app, for it keeps a few {@link
 * Writers}.
 */
public final class Json {
  private final JsonLimits limits;
  private final ProblemLimits problemLimits;
  private final Writers writers = new Writers();

  /** Reads within the default limits. */
  public Json() {
    this(JsonLimits.DEFAULT);
  }

  /** Reads within limits, and keeps the usual number of problems. */
  public Json(JsonLimits limits) {
    this(limits, ProblemLimits.DEFAULT);
  }

  /** Reads within limits. */
  public Json(JsonLimits limits, ProblemLimits problemLimits) {
    this.limits = limits;
    this.problemLimits = problemLimits;
  }

  /**
   * Reads a text, and checks it.
   *
   * @throws dev.covet.api.Invalid with every problem
   * @throws MalformedJson if it is no JSON, or passes a limit
   */
  public <T> T read(byte[] bytes, Codec<T> codec) {
    var problems = new Problems(problemLimits);
    var value = read(bytes, codec, problems, "body");
    problems.orThrow();
    return Objects.requireNonNull(value);
  }

  /**
   * Reads a text, and checks it; no bytes at all are the problem {@code missing}.
   *
   * @param source first element of the problems' locations
   * @return the value; of no meaning if there are problems
   * @throws MalformedJson if it is no JSON, or passes a limit
   */
  public <T> @Nullable T read(byte[] bytes, Codec<T> codec, Problems problems, String source) {
    if (bytes.length == 0) {
      problems.at(source).problem("missing", "is required");
      return null;
    }
    var in = new JsonReader(bytes, limits, problems, source);
    var value = codec.read(in);
    in.end();
    return value;
  }

  /** Writes a value. */
  public <T> byte[] write(Codec<? super T> codec, T value) {
    return writers.write(codec, value);
  }
}

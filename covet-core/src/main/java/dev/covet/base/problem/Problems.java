package dev.covet.base.problem;

import dev.covet.api.Invalid;
import dev.covet.api.Problem;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Collects the problems of one input. Not thread-safe. */
public final class Problems {
  /** The parts of a request in which values stand, in the order in which problems are told. */
  private static final List<String> SOURCES =
      List.of("path", "query", "header", "cookie", "form", "body");

  private final ProblemLimits limits;
  private final @Nullable InstantSource clock;
  private final List<Problem> kept = new ArrayList<>(0);
  private int count;

  /** Keeps as many as {@link ProblemLimits#DEFAULT} says. */
  public Problems() {
    this(ProblemLimits.DEFAULT);
  }

  /** Keeps the first problems. */
  public Problems(ProblemLimits limits) {
    this.limits = limits;
    this.clock = null;
  }

  /**
   * Keeps the first problems of what was just sent.
   *
   * @param clock tells what is past and what is to come
   */
  public Problems(ProblemLimits limits, InstantSource clock) {
    this.limits = limits;
    this.clock = clock;
  }

  /** How much is kept, and how long patterns look at a text. */
  public ProblemLimits limits() {
    return limits;
  }

  /** The time, for constraints that compare with it; null if it does not matter here. */
  public @Nullable Instant now() {
    return clock == null ? null : clock.instant();
  }

  /** Whether nothing is wrong. */
  public boolean isEmpty() {
    return count == 0;
  }

  /** Number of problems, those included that are not kept. */
  public int count() {
    return count;
  }

  /** Whether there are more problems than are kept. */
  public boolean truncated() {
    return count > limits.problemsMax();
  }

  /** Whether a further problem would only be counted. */
  private boolean isFull() {
    return count >= limits.problemsMax();
  }

  /** The problems that are kept, each once, in the order in which they were added. */
  public List<Problem> list() {
    return kept.stream().distinct().toList();
  }

  /** Adds a problem, or counts it when there are too many. */
  public void add(Problem problem) {
    if (!isFull()) kept.add(problem);
    count++;
  }

  /**
   * Adds a problem, or counts it when there are too many.
   *
   * @param location is not made then
   */
  public void add(Supplier<List<Object>> location, String code, String reason) {
    if (!isFull()) kept.add(Problem.at(location.get(), code, reason));
    count++;
  }

  /**
   * A place in the input.
   *
   * @param source {@code path}, {@code query}, {@code header}, {@code cookie}, {@code form} or
   *     {@code body}
   * @param names the way from there
   */
  public Place at(String source, String... names) {
    Place place = new Spot(this, null, source);
    for (var name : names) place = place.field(name);
    return place;
  }

  /** A place by its location, whose first element is its source. */
  public Place at(List<Object> location) {
    return at(String.valueOf(location.getFirst())).below(location.subList(1, location.size()));
  }

  /**
   * Goes on only if nothing is wrong.
   *
   * @throws Invalid with the problems, those of the path first, then those of query, headers,
   *     cookies, form and body, if there are any
   */
  public void orThrow() {
    if (!isEmpty()) {
      kept.sort(Comparator.comparingInt(Problems::rank));
      throw new Invalid(list(), truncated());
    }
  }

  private static int rank(Problem problem) {
    return problem.location().isEmpty() ? -1 : SOURCES.indexOf(problem.location().getFirst());
  }
}

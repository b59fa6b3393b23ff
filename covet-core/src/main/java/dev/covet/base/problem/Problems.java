package dev.covet.base.problem;

import dev.covet.api.Invalid;
import dev.covet.api.Problem;
import java.util.ArrayList;
import java.util.List;

/** Collects the problems of one input. Not thread-safe. */
public final class Problems {
  /** Most problems that are kept unless said otherwise; more only mark the answer as truncated. */
  public static final int PROBLEMS_MAX = 100;

  private final int problemsMax;
  private final List<Problem> kept = new ArrayList<>(0);
  private int count;

  /** Keeps {@value #PROBLEMS_MAX} problems. */
  public Problems() {
    this(PROBLEMS_MAX);
  }

  /**
   * Keeps the first problems.
   *
   * @param problemsMax how many, at least 1
   */
  public Problems(int problemsMax) {
    if (problemsMax < 1) {
      throw new IllegalArgumentException("problemsMax must be at least 1, is " + problemsMax);
    }
    this.problemsMax = problemsMax;
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
    return count > problemsMax;
  }

  /** Whether a further problem would only be counted, so that its location need not be made. */
  public boolean isFull() {
    return count >= problemsMax;
  }

  /** The problems that are kept, in the order in which they were added. */
  public List<Problem> list() {
    return List.copyOf(kept);
  }

  /** Adds a problem, or counts it when there are too many. */
  public void add(Problem problem) {
    if (!isFull()) {
      kept.add(problem);
    }
    count++;
  }

  /** Counts a problem that {@link #isFull} says not to make. */
  public void countOnly() {
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
    for (var name : names) {
      place = place.field(name);
    }
    return place;
  }

  /** A place by its location, whose first element is its source. */
  public Place at(List<Object> location) {
    Place place = at(String.valueOf(location.getFirst()));
    for (var element : location.subList(1, location.size())) {
      place = element instanceof Integer i ? place.index(i) : place.field(String.valueOf(element));
    }
    return place;
  }

  /**
   * Goes on only if nothing is wrong.
   *
   * @throws Invalid with the problems, if there are any
   */
  public void orThrow() {
    if (!isEmpty()) {
      throw new Invalid(kept, truncated());
    }
  }
}

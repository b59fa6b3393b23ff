package dev.covet.test;

import dev.covet.api.Problem;
import java.util.List;

/**
 * A problem as tests compare it: what is wrong, and where. Reasons are for people, and their
 * wording is not stable.
 *
 * @param code stable, lower snake case: {@code too_small}
 * @param location the source ({@code path}, {@code query}, {@code header}, {@code body}), then
 *     names as {@code String} and positions as {@code Integer}
 */
public record TestProblem(String code, List<Object> location) {
  /** Copies the location. */
  public TestProblem {
    location = List.copyOf(location);
  }

  static TestProblem of(Problem problem) {
    return new TestProblem(problem.code(), problem.location());
  }
}

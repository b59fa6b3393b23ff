package dev.covet.data.error;

import dev.covet.api.Problem;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A program tried to write a row that breaks its record's constraints. No client is to blame: what
 * clients send was checked before.
 */
public final class BrokenRow extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  /** A row that breaks its constraints. */
  public BrokenRow(String entity, List<Problem> problems) {
    super(
        problems.stream()
            .map(it -> (it.field() + " " + it.code()).strip() + " (" + it.reason() + ")")
            .collect(Collectors.joining(", ", entity + " was not stored: ", "")));
  }

  /** That one of several rows breaks its constraints. */
  public BrokenRow(int row, int of, BrokenRow broken) {
    super("Row %s of %s: %s".formatted(row, of, broken.getMessage()), broken);
  }
}

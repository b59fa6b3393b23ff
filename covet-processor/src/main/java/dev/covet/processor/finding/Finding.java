package dev.covet.processor.finding;

import dev.covet.processor.model.type.Where;
import java.util.Comparator;

/**
 * A rule that a source breaks.
 *
 * @param where the place to be shown, by names
 * @param wrong what is wrong, a sentence
 * @param right what would be right, a sentence
 */
public record Finding(Code code, Where where, String wrong, String right)
    implements Comparable<Finding> {
  private static final Comparator<Finding> ORDER =
      Comparator.comparing((Finding finding) -> finding.where().type())
          .thenComparing(finding -> finding.where().member())
          .thenComparing(finding -> finding.where().parameter())
          .thenComparing(Finding::code)
          .thenComparing(Finding::wrong);

  /** The text that the compiler prints. */
  public String text() {
    return "[" + code + "] " + wrong + "\n  " + right;
  }

  @Override
  public int compareTo(Finding other) {
    return ORDER.compare(this, other);
  }
}

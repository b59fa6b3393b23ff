package dev.covet.benchmarks.workload;

import dev.covet.api.Model;
import dev.covet.api.Page;
import java.util.List;

/** The same fields in values of several shapes, to compare what a field costs in each. */
public final class Shapes {
  private Shapes() {}

  /** A plain record. */
  @Model
  public record Plain(long id, String name, int x, int y, boolean last) {}

  /** Plain records in a plain one. */
  @Model
  public record Plains(List<Plain> items, long total) {}

  /** The same as a generic record. */
  @Model
  public record Pages(Page<Plain> page) {}

  /** The same fields in one of two records, and its tag. */
  @Model
  public sealed interface Move {
    /** One of them. */
    record Go(long id, String name, int x, int y, boolean last) implements Move {}

    /** The other. */
    record Stay(long id, String name, int x, int y, boolean last) implements Move {}
  }
}

package dev.covet.gen;

/** Lets a handler's checked exceptions through methods that declare none. */
public final class Checked {
  private Checked() {}

  /**
   * Throws what a handler threw, unchanged; {@code onError} meets the original.
   *
   * @return never; for {@code throw Checked.rethrow(e)}
   */
  @SuppressWarnings("unchecked") // E is inferred as an unchecked exception, whatever is thrown
  public static <E extends Throwable> RuntimeException rethrow(Throwable thrown) throws E {
    throw (E) thrown;
  }
}

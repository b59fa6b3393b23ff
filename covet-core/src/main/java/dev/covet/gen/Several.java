package dev.covet.gen;

/** Makes arrays that Java has no expression for. */
public final class Several {
  private Several() {}

  /**
   * An array of a type with arguments: {@code Several.<Class<? extends Number>>of(Long.class)}.
   *
   * @return an array of the elements
   */
  @SafeVarargs
  @SuppressWarnings("varargs") // the call makes the array, and nobody else has it
  public static <T> T[] of(T... elements) {
    return elements;
  }
}

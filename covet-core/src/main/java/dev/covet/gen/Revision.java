package dev.covet.gen;

/**
 * The revision of what generated code and this library expect of each other. It rises with every
 * change after which code that was generated before would not work; the start compares.
 */
public final class Revision {
  /** The revision of this library. */
  public static final int CURRENT = 1;

  private Revision() {}
}

package dev.covet.fuzz;

/**
 * What Jazzer calls with all that it thinks of; the property {@code covet.fuzz.place} names the
 * {@link FuzzPlace}.
 */
public final class Fuzz {
  private static final FuzzedApp APP =
      new FuzzedApp(FuzzPlace.valueOf(System.getProperty("covet.fuzz.place", "BODY")));

  private Fuzz() {}

  /** Starts the app, before the time of an input is taken. */
  public static void fuzzerInitialize() {
    APP.fuzz(new byte[1]);
  }

  /** Tries one input. */
  public static void fuzzerTestOneInput(byte[] data) {
    APP.fuzz(data);
  }
}

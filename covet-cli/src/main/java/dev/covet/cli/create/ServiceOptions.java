package dev.covet.cli.create;

/** The options of the JVM of a small service (decision 26). */
public final class ServiceOptions {
  /** What every launcher gives the JVM, and the start-up cache is made with. */
  public static final String TEXT =
      "-XX:+UseSerialGC -Xms16m -XX:CompileThresholdScaling=2 --sun-misc-unsafe-memory-access=allow";

  private ServiceOptions() {}

  /** Puts them into a template: as words of a shell, or as strings of a JSON array. */
  static String filled(String template) {
    return template
        .replace("@service@", TEXT)
        .replace("@service list@", TEXT.replace(" ", "\", \""));
  }
}

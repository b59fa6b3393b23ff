package dev.covet.data.driver;

/** The database that a URL names, not open yet. */
public interface Target {
  /** Whether it is there, so that opening it makes nothing. */
  boolean exists();

  /**
   * Opens it, with threads and connections of its own, which end when it is closed.
   *
   * @throws DatabaseFault in words for whoever starts the app
   */
  Driver open(DatabaseLimits limits, StatementListener listener);
}

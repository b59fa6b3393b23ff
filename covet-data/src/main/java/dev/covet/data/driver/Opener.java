package dev.covet.data.driver;

import dev.covet.base.config.Config;

/**
 * Opens the databases whose URLs begin with one scheme. Found by the service loader, so that a jar
 * on the class path is all that one more kind of database needs.
 */
public interface Opener {
  /** What its URLs begin with, in lower case and without the colon: {@code sqlite}. */
  String scheme();

  /**
   * Whether it opens URLs that begin with a scheme.
   *
   * @param scheme in lower case, without the colon
   */
  default boolean opens(String scheme) {
    return scheme.equals(scheme());
  }

  /** A URL for messages, such as {@code sqlite:heroes.db}. */
  String example();

  /**
   * Reads a URL, and the settings that only this kind of database has; opens nothing yet.
   *
   * @param url the whole of it, with the scheme
   * @param config takes what is wrong with a setting
   * @throws IllegalArgumentException if the URL is wrong, with a sentence that says what is right
   */
  Target target(String url, Config config);
}

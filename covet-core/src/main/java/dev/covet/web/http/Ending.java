package dev.covet.web.http;

/** How the writing of a response ended. */
public enum Ending {
  /** All of it was handed over. */
  SENT,
  /** The client left before. */
  GONE,
  /** It could not be made or written to its end. */
  FAILED
}

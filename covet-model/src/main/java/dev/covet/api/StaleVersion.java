package dev.covet.api;

/** A row has another {@link Version} than the one that a change is for (409). */
public final class StaleVersion extends Conflict {
  private static final long serialVersionUID = 1L;

  /** The error with a message for the client. */
  public StaleVersion(String message) {
    super(message);
  }
}

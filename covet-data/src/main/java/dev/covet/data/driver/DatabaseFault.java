package dev.covet.data.driver;

/** The database did not do what it was asked, and no rule of a table is to blame. */
public final class DatabaseFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What a client may know. */
  public enum Kind {
    /** Busy or closing: later it may work (503). */
    UNAVAILABLE,
    /** The disk is full: nothing can be written until somebody makes room (503). */
    FULL,
    /** Another transaction changed the same rows: all of this one is undone (503). */
    CONFLICT,
    /** The connection was lost while a transaction was committed: it may be stored or not (503). */
    COMMIT_UNKNOWN,
    /** The statement took too long (504). */
    TIMEOUT,
    /** Anything else (500). */
    BROKEN
  }

  private final Kind kind;

  /** A fault that the database reported. */
  public DatabaseFault(Kind kind, String message, Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  /** A fault that we noticed ourselves. */
  public DatabaseFault(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  /** What a client may know. */
  public Kind kind() {
    return kind;
  }
}

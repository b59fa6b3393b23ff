package dev.covet.data.driver;

import org.jspecify.annotations.Nullable;

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
  private final @Nullable String remedy;

  /** A fault that the database reported. */
  public DatabaseFault(Kind kind, String message, Throwable cause) {
    this(kind, message, null, cause);
  }

  /**
   * A fault that the database reported.
   *
   * @param remedy a sentence for whoever starts the app, empty if the message says it; null for
   *     none that is known
   */
  public DatabaseFault(Kind kind, String message, @Nullable String remedy, Throwable cause) {
    super(message, cause);
    this.kind = kind;
    this.remedy = remedy;
  }

  /** A fault that we noticed ourselves. */
  public DatabaseFault(Kind kind, String message) {
    super(message);
    this.kind = kind;
    this.remedy = null;
  }

  /** What a client may know. */
  public Kind kind() {
    return kind;
  }

  /** This with the statement, which is for the log alone; its values are no part of it. */
  public DatabaseFault in(String sql) {
    if (kind != Kind.BROKEN) return this;
    var message = getMessage() + ", in: " + sql;
    return getCause() == null
        ? new DatabaseFault(kind, message)
        : new DatabaseFault(kind, message, getCause());
  }

  /**
   * What is wrong and what to do, as sentences for whoever starts the app.
   *
   * @param usual what to do where the database knows no better
   */
  public String told(String usual) {
    var end = remedy == null ? usual : remedy;
    return getMessage() + (end.isEmpty() ? "." : ". " + end);
  }
}

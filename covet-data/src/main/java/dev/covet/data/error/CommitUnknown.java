package dev.covet.data.error;

import dev.covet.api.ApiError;
import dev.covet.schema.BuiltInError;

/**
 * The connection to the database was lost while a transaction was committed: it may be stored or
 * not (503). Nothing here tries it again.
 */
public final class CommitUnknown extends ApiError.Known {
  private static final long serialVersionUID = 1L;

  /** What the connection said instead of an answer. */
  public CommitUnknown(Throwable cause) {
    super(BuiltInError.COMMIT_UNKNOWN, BuiltInError.COMMIT_UNKNOWN.text(), cause);
  }
}

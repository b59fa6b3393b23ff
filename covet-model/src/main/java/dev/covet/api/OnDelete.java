package dev.covet.api;

/** What happens to rows that refer to a row that is deleted. */
public enum OnDelete {
  /** The row is not deleted: 409. */
  REFUSE,

  /** They refer to nothing: their column becomes null. */
  SET_NULL,

  /** They are deleted as well. */
  CASCADE
}

package dev.covet.data.query;

/** How a text is compared with a part of one, or with a pattern. */
public enum TextMatch {
  /** It has the part somewhere in it, A to Z equal to a to z. */
  CONTAINS,
  /** It begins with the part, A to Z equal to a to z. */
  STARTS_WITH,
  /** It ends with the part, A to Z equal to a to z. */
  ENDS_WITH,
  /** It is as the pattern says, with {@code %} and {@code _}. */
  LIKE,
  /** The same, A to Z equal to a to z. */
  ILIKE;

  /** Whether what it is compared with is a pattern. */
  public boolean isOfPattern() {
    return this == LIKE || this == ILIKE;
  }
}

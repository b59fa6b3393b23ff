package dev.covet.data.driver;

/** What a transaction sees of others that run at the same time. */
public enum Isolation {
  /** Each statement sees what was committed before it began. What {@code db.tx(...)} has. */
  READ_COMMITTED,
  /** All statements see what was committed before the first one began. */
  REPEATABLE_READ,
  /** As if transactions ran one after the other. */
  SERIALIZABLE
}

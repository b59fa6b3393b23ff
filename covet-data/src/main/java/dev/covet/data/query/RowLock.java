package dev.covet.data.query;

/** Whether rows that are read are kept from other transactions until this one ends. */
public enum RowLock {
  /** They are not. */
  NONE,
  /** They are; those that another transaction keeps are waited for. */
  WAIT,
  /** They are; those that another transaction keeps are left out. */
  SKIP
}

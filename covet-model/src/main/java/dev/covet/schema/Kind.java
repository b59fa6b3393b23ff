package dev.covet.schema;

/** The kinds of scalar value that JSON, SQL and parameters have in common. */
public enum Kind {
  /** {@code true} or {@code false}. */
  BOOLEAN,
  /** A whole number of 32 bits. */
  INT,
  /** A whole number of 64 bits. */
  LONG,
  /** A binary floating-point number of 64 bits. */
  DOUBLE,
  /** An exact decimal number ({@link java.math.BigDecimal}). */
  DECIMAL,
  /** Text. */
  STRING,
  /** Text that is never written: {@code Secret}. */
  SECRET,
  /** A universally unique identifier (RFC 9562). */
  UUID,
  /** A day without a time of day, as {@code 2026-01-31}. */
  DATE,
  /** A moment in UTC, as {@code 2026-01-31T12:00:00.000Z}. */
  INSTANT
}

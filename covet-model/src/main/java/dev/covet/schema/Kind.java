package dev.covet.schema;

/** The kinds of scalar value that JSON, SQL and parameters have in common. */
public enum Kind {
  /** {@code true} or {@code false}. */
  BOOLEAN,
  /** A whole number of 8 bits. */
  BYTE,
  /** A whole number of 16 bits. */
  SHORT,
  /** A whole number of 32 bits. */
  INT,
  /** A whole number of 64 bits. */
  LONG,
  /** A whole number of up to 1,000 characters ({@link java.math.BigInteger}). */
  BIG_INTEGER,
  /** A binary floating-point number of 32 bits. */
  FLOAT,
  /** A binary floating-point number of 64 bits. */
  DOUBLE,
  /** An exact decimal number ({@link java.math.BigDecimal}). */
  DECIMAL,
  /** One character. */
  CHAR,
  /** Text. */
  STRING,
  /** Bytes, in base64 (RFC 4648, 4). */
  BYTES,
  /** A file in a form (RFC 7578). */
  FILE,
  /** Text that is never written: {@code Secret}. */
  SECRET,
  /** A universally unique identifier (RFC 9562). */
  UUID,
  /** An address (RFC 3986). */
  URI,
  /** A day without a time of day, as {@code 2026-01-31}. */
  DATE,
  /** A moment in UTC, as {@code 2026-01-31T12:00:00.000Z}. */
  INSTANT,
  /** A time of day, as {@code 12:30:00}. */
  TIME,
  /** A day and a time of day, as {@code 2026-01-31T12:30:00}. */
  DATE_TIME,
  /** A moment with an offset, as {@code 2026-01-31T12:30:00+01:00}. */
  OFFSET_DATE_TIME,
  /** A time of day with an offset, as {@code 12:30:00+01:00}. */
  OFFSET_TIME,
  /** A moment with a time zone, as {@code 2026-01-31T12:30:00+01:00[Europe/Berlin]}. */
  ZONED_DATE_TIME,
  /** A length of time, as {@code PT2H30M}. */
  DURATION,
  /** A length of time in days or longer, as {@code P1Y6M}. */
  PERIOD,
  /** A year, 1 to 9999, as a number. */
  YEAR,
  /** A month, as {@code 2026-01}. */
  YEAR_MONTH,
  /** A day of every year, as {@code --12-31}. */
  MONTH_DAY,
  /** A time zone, as {@code Europe/Berlin}. */
  ZONE_ID,
  /** A distance from UTC, as {@code +01:00}. */
  ZONE_OFFSET
}

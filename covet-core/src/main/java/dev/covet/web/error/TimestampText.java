package dev.covet.web.error;

import java.time.Instant;

/** The times of errors as text (RFC 3339); those of one second are written once. Thread-safe. */
final class TimestampText {
  private volatile Written last = new Written(Instant.EPOCH, Instant.EPOCH.toString());

  /** A time and its text. */
  private record Written(Instant time, String text) {}

  String of(Instant time) {
    var known = last;
    if (known.time.equals(time)) return known.text;
    var written = new Written(time, time.toString());
    last = written;
    return written.text;
  }
}

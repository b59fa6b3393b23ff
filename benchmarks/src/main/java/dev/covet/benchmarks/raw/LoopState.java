package dev.covet.benchmarks.raw;

import io.netty.util.AsciiString;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;

/** What the connections of one event loop of the raw server share. Used on that loop alone. */
final class LoopState {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private final Answers answers = new Answers();
  private final String prefix = UUID.randomUUID().toString().substring(0, 8);
  private long count;
  private long dateSecond = -1;
  private AsciiString date = AsciiString.EMPTY_STRING;

  Answers answers() {
    return answers;
  }

  String newRequestId() {
    return prefix + Long.toString(++count, 36);
  }

  AsciiString date() {
    var second = System.currentTimeMillis() / 1_000;
    if (second != dateSecond) {
      dateSecond = second;
      date = AsciiString.of(DATE.format(Instant.ofEpochSecond(second)));
    }
    return date;
  }
}

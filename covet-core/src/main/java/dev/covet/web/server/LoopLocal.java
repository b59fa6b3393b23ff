package dev.covet.web.server;

import dev.covet.base.json.Writers;
import dev.covet.base.loop.Loop;
import io.netty.util.concurrent.Future;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * What the connections of one event loop share: scratch space, the date, and their clock. Used on
 * that loop alone.
 */
final class LoopLocal {
  /** The one format in which dates are sent (RFC 9110, 5.6.7). */
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private final Loop loop;
  private final HeadScan scan;
  private final ResponseHeadBytes head = new ResponseHeadBytes();
  private final Writers writers = new Writers();
  private final Set<Conversation> connections = new HashSet<>();
  private final Future<?> ticks;
  private long dateSecond = -1;
  private byte[] date = {};

  LoopLocal(Loop loop, ServerLimits limits) {
    this.loop = loop;
    this.scan = new HeadScan(limits);
    loop.beat();
    this.ticks =
        loop.events()
            .scheduleAtFixedRate(
                this::tick,
                limits.times().tickNanos(),
                limits.times().tickNanos(),
                TimeUnit.NANOSECONDS);
  }

  private void tick() {
    loop.beat();
    var now = System.nanoTime();
    connections().forEach(connection -> check(connection, now));
  }

  /** One connection that fails must not end the clock of the others. */
  private static void check(Conversation connection, long now) {
    try {
      connection.checkTime(now);
    } catch (Throwable e) {
      connection.failed(e);
    }
  }

  /** Gives the loop back as it was. */
  void close() {
    ticks.cancel(false);
    loop.beatsNoMore();
  }

  Loop loop() {
    return loop;
  }

  HeadScan scan() {
    return scan;
  }

  /** The only thing here that other threads use. */
  Writers writers() {
    return writers;
  }

  ResponseHeadBytes head() {
    return head;
  }

  void opened(Conversation connection) {
    connections.add(connection);
  }

  void closed(Conversation connection) {
    connections.remove(connection);
  }

  /** The open connections, copied, since looking at one may close it. */
  Set<Conversation> connections() {
    return Set.copyOf(connections);
  }

  /** The whole {@code Date} line of this second (RFC 9110, 6.6.1). */
  byte[] dateLine() {
    var second = System.currentTimeMillis() / 1_000;
    if (second != dateSecond) {
      dateSecond = second;
      var text = "Date: " + DATE.format(Instant.ofEpochSecond(second)) + "\r\n";
      date = text.getBytes(StandardCharsets.US_ASCII);
    }
    return date;
  }
}

package dev.covet.front;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;
import org.slf4j.event.KeyValuePair;

/** Keeps what one logger says while a test runs. */
final class LogLines extends AppenderBase<ILoggingEvent> implements AutoCloseable {
  private final Logger logger;
  private final List<ILoggingEvent> events = new CopyOnWriteArrayList<>();

  LogLines(String loggerName) {
    var loggers = LoggerFactory.getILoggerFactory();
    var end = System.nanoTime() + 10_000_000_000L;
    while (!(loggers instanceof LoggerContext) && System.nanoTime() < end) {
      // another test's thread is setting it up
      Thread.onSpinWait();
      loggers = LoggerFactory.getILoggerFactory();
    }
    var context = (LoggerContext) loggers;
    logger = context.getLogger(loggerName);
    setContext(context);
    start();
    logger.addAppender(this);
  }

  @Override
  protected void append(ILoggingEvent event) {
    event.prepareForDeferredProcessing();
    events.add(event);
  }

  /** What was said, line by line. */
  List<String> texts() {
    return events.stream().map(LogLines::line).toList();
  }

  /** What was said at a level, line by line. */
  List<String> texts(Level level) {
    return events.stream()
        .filter(event -> event.getLevel().equals(level))
        .map(LogLines::line)
        .toList();
  }

  /** The lines of the request with an id; other tests may log at the same time. */
  List<ILoggingEvent> of(String requestId) {
    return events.stream()
        .filter(event -> requestId.equals(event.getMDCPropertyMap().get("request_id")))
        .toList();
  }

  /** The names and values of a line. */
  static Map<String, String> values(ILoggingEvent event) {
    List<KeyValuePair> pairs = event.getKeyValuePairs();
    return pairs == null
        ? Map.of()
        : pairs.stream().collect(Collectors.toMap(pair -> pair.key, pair -> "" + pair.value));
  }

  /** A line as the console has it: the event, then names and values. */
  private static String line(ILoggingEvent event) {
    List<KeyValuePair> pairs = event.getKeyValuePairs();
    var fields = pairs == null ? Stream.<KeyValuePair>empty() : pairs.stream();
    return fields
        .map(pair -> " " + pair.key + "=\"" + pair.value + "\"")
        .collect(Collectors.joining("", event.getFormattedMessage(), ""));
  }

  @Override
  public void close() {
    logger.detachAppender(this);
    stop();
  }
}

package dev.covet.data;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;
import org.slf4j.event.KeyValuePair;

/** Keeps what one logger says while a test runs. */
public final class LogLines extends AppenderBase<ILoggingEvent> implements AutoCloseable {
  private final Logger logger;
  private final List<ILoggingEvent> events = new CopyOnWriteArrayList<>();
  private final Map<String, List<String>> messagesOf = new ConcurrentHashMap<>();

  /** Keeps what a logger says from now on. */
  public LogLines(String loggerName) {
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
    events.add(event);
    var id = event.getMDCPropertyMap().getOrDefault("request_id", "");
    messagesOf.computeIfAbsent(id, _ -> new CopyOnWriteArrayList<>()).add(line(event));
  }

  /** What was said for the request with an id; other tests may say something at the same time. */
  List<String> messagesOf(String requestId) {
    return messagesOf.getOrDefault(requestId, List.of());
  }

  /** What was said, line by line. */
  public List<String> messages() {
    return events.stream().map(LogLines::line).toList();
  }

  /** What was said at a level, line by line. */
  List<String> messages(Level level) {
    return events.stream().filter(it -> it.getLevel() == level).map(LogLines::line).toList();
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

package dev.covet.web.server;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;
import org.slf4j.event.KeyValuePair;

/** Keeps what one logger says from WARN up while a test runs. */
final class LogLines extends AppenderBase<ILoggingEvent> implements AutoCloseable {
  private final Logger logger;
  private final List<ILoggingEvent> events = new CopyOnWriteArrayList<>();

  LogLines(String loggerName) {
    var loggers = LoggerFactory.getILoggerFactory();
    var end = System.nanoTime() + 10_000_000_000L;
    while (!(loggers instanceof LoggerContext)) { // another test's thread is setting it up
      if (System.nanoTime() - end > 0) throw new IllegalStateException("there is no logging");
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
    if (event.getLevel().isGreaterOrEqual(Level.WARN)) events.add(event);
  }

  /** The lines that hold a text; other tests may log at the same time. */
  List<String> with(String text) {
    Predicate<String> holds = line -> line.contains(text);
    return events.stream().map(LogLines::line).filter(holds).toList();
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

package dev.covet.data;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/** Keeps what one logger says while a test runs. */
final class LogLines extends AppenderBase<ILoggingEvent> implements AutoCloseable {
  private final Logger logger;
  private final List<String> messages = new CopyOnWriteArrayList<>();
  private final Map<String, List<String>> messagesOf = new ConcurrentHashMap<>();

  LogLines(String loggerName) {
    var context = (LoggerContext) LoggerFactory.getILoggerFactory();
    logger = context.getLogger(loggerName);
    setContext(context);
    start();
    logger.addAppender(this);
  }

  @Override
  protected void append(ILoggingEvent event) {
    messages.add(event.getFormattedMessage());
    var id = event.getMDCPropertyMap().getOrDefault("request_id", "");
    messagesOf
        .computeIfAbsent(id, _ -> new CopyOnWriteArrayList<>())
        .add(event.getFormattedMessage());
  }

  /** What was said for the request with an id; other tests may say something at the same time. */
  List<String> messagesOf(String requestId) {
    return messagesOf.getOrDefault(requestId, List.of());
  }

  List<String> messages() {
    return List.copyOf(messages);
  }

  @Override
  public void close() {
    logger.detachAppender(this);
    stop();
  }
}

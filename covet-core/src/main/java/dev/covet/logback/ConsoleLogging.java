package dev.covet.logback;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.util.DefaultJoranConfigurator;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import ch.qos.logback.core.spi.ContextAwareBase;
import java.util.Map;

/**
 * Lines on the console at level INFO, through {@link NeverBlocking}, where the application has no
 * {@code logback.xml} of its own.
 */
@ConfiguratorRank(ConfiguratorRank.FALLBACK + 1)
public final class ConsoleLogging extends ContextAwareBase implements Configurator {
  private static final String PATTERN =
      "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level [%X{request_id:--}] %logger{30} - %msg%kvp%n%ex";

  /** Made by Logback. */
  public ConsoleLogging() {}

  /** Logback asks services before it looks for a file, so the look is here. */
  @Override
  public ExecutionStatus configure(LoggerContext context) {
    var file = new DefaultJoranConfigurator();
    file.setContext(context);
    if (file.configure(context) == ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY) {
      return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }
    var appender = new NeverBlocking<>(console(context));
    appender.setName("console");
    appender.setContext(context);
    appender.start();
    var root = context.getLogger(Logger.ROOT_LOGGER_NAME);
    root.setLevel(Level.INFO);
    root.addAppender(appender);
    return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
  }

  private static ConsoleAppender<ILoggingEvent> console(LoggerContext context) {
    var encoder = new LayoutWrappingEncoder<ILoggingEvent>();
    encoder.setContext(context);
    encoder.setLayout(layout(context));
    encoder.start();
    var console = new ConsoleAppender<ILoggingEvent>();
    console.setContext(context);
    console.setEncoder(encoder);
    console.start();
    return console;
  }

  /** What lines are made of: whatever an app logs is one line, and acts on no terminal. */
  static PatternLayout layout(LoggerContext context) {
    var layout = new PatternLayout();
    layout.setContext(context);
    layout.setPattern(PATTERN);
    layout
        .getInstanceConverterMap()
        .putAll(
            Map.of(
                "msg",
                SafeParts.Message::new,
                "kvp",
                SafeParts.Pairs::new,
                "ex",
                SafeParts.Fault::new));
    layout.start();
    return layout;
  }
}

package dev.covet.logback;

import ch.qos.logback.classic.pattern.ClassicConverter;
import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxy;
import dev.covet.base.observe.LogText;
import dev.covet.base.observe.LoggedFault;
import java.util.stream.Collectors;

/** The parts of a line that may hold what a client sent, each as {@link LogText} has it. */
final class SafeParts {
  private SafeParts() {}

  /** The message. */
  static final class Message extends ClassicConverter {
    @Override
    public String convert(ILoggingEvent event) {
      return LogText.safe(String.valueOf(event.getFormattedMessage()));
    }
  }

  /** The keys and values, {@code key="value"} each, behind a blank. */
  static final class Pairs extends ClassicConverter {
    @Override
    public String convert(ILoggingEvent event) {
      var pairs = event.getKeyValuePairs();
      return pairs == null || pairs.isEmpty()
          ? ""
          : pairs.stream()
              .map(pair -> " " + pair.key + "=\"" + quoted(pair.value) + "\"")
              .collect(Collectors.joining());
    }

    private static String quoted(Object value) {
      var text = String.valueOf(value);
      var isPlain = text.indexOf('"') < 0 && text.indexOf('\\') < 0;
      return LogText.safe(isPlain ? text : text.replace("\\", "\\\\").replace("\"", "\\\""));
    }
  }

  /** The exception with its stack, down to the program's own frames. */
  static final class Fault extends ThrowableProxyConverter {
    @Override
    protected String throwableProxyToString(IThrowableProxy proxy) {
      var safe =
          proxy instanceof ThrowableProxy made
              ? new ThrowableProxy(LoggedFault.of(made.getThrowable()))
              : proxy;
      return LoggedFault.withoutCallers(super.throwableProxyToString(safe)) + "\n";
    }
  }
}

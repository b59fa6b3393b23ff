package dev.covet.logback;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.event.KeyValuePair;

/** What an app logs, which may be what a client sent. */
class ConsoleLoggingTest {
  private static final String FORGED =
      "a\n2026-01-01T00:00:00.000Z ERROR [x] forged - b\u001b[2J\u202e";

  private static String line(String message, List<KeyValuePair> pairs, @Nullable Throwable thrown) {
    var context = new LoggerContext();
    context.setMDCAdapter(new LogbackMDCAdapter());
    var event =
        new LoggingEvent("", context.getLogger("shop.Items"), Level.INFO, message, thrown, null);
    event.setKeyValuePairs(pairs);
    return ConsoleLogging.layout(context).doLayout(event);
  }

  @Test
  void aMessageIsOneLineAndNothingThatActsOnATerminal() {
    assertThat(line(FORGED, List.of(), null))
        .hasLineCount(1)
        .endsWith(
            " INFO  [-] shop.Items - a\\u000a2026-01-01T00:00:00.000Z ERROR [x] forged -"
                + " b\\u001b[2J\\u202e\n");
  }

  @Test
  void soAreValuesWhichEndAtTheirQuotes() {
    var pairs =
        List.of(new KeyValuePair("path", "/x\" status=\"200\n"), new KeyValuePair("n", "1\\"));

    assertThat(line("request", pairs, null))
        .endsWith(" - request path=\"/x\\\" status=\\\"200\\u000a\" n=\"1\\\\\"\n");
  }

  @Test
  void soIsWhatAnExceptionSays() {
    var thrown = new IllegalStateException(FORGED, new IllegalArgumentException(FORGED));

    assertThat(line("failed", List.of(), thrown))
        .contains(" - failed\n", "IllegalStateException: a\\u000a2026", "\tat dev.covet.logback.")
        .doesNotContain("\n2026-01-01");
  }

  @Test
  void aLongMessageIsCut() {
    assertThat(line("x".repeat(100_000), List.of(), null)).hasSizeLessThan(9_000);
  }
}

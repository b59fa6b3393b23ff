package dev.covet.logback;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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

  /** Who writes an app looks for the lines of that, and need not know what called them. */
  @Test
  void aStackEndsWithTheFramesOfTheProgram() {
    var thrown = new IllegalStateException("no stock");
    thrown.setStackTrace(
        Stream.of("java.util.List", "shop.Items", "dev.covet.app.Endpoint", "java.lang.Thread")
            .map(each -> new StackTraceElement(each, "call", "A.java", 7))
            .toArray(StackTraceElement[]::new));

    assertThat(line("failed", List.of(), thrown))
        .endsWith("\tat java.util.List.call(A.java:7)\n\tat shop.Items.call(A.java:7)\n");
  }

  @Test
  void aLongMessageIsCut() {
    assertThat(line("x".repeat(100_000), List.of(), null)).hasSizeLessThan(9_000);
  }

  @Test
  void aFileOfTheAppReplacesIt(@TempDir Path folder) throws Exception {
    Files.writeString(
        folder.resolve("logback.xml"), "<configuration><root level=\"ERROR\"/></configuration>");

    assertThat(rootLevel(folder)).isEqualTo("ERROR");
  }

  @Test
  void withoutAFileItIsThere(@TempDir Path folder) throws Exception {
    assertThat(rootLevel(folder)).isEqualTo("INFO");
  }

  /** The level of the root logger in a program with another folder on its class path. */
  private static String rootLevel(Path folder) throws Exception {
    var urls = new ArrayList<>(List.of(folder.toUri().toURL()));
    for (var path : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      urls.add(Path.of(path).toUri().toURL());
    }
    var platform = ClassLoader.getPlatformClassLoader();
    try (var loader = new URLClassLoader(urls.toArray(URL[]::new), platform)) {
      var factory =
          loader.loadClass("org.slf4j.LoggerFactory").getMethod("getILoggerFactory").invoke(null);
      var root = call(factory, "getLogger", Logger.ROOT_LOGGER_NAME);
      var level = call(root, "getLevel").toString();
      call(factory, "stop");
      return level;
    }
  }

  private static Object call(Object on, String method, Object... arguments) throws Exception {
    var types = Stream.of(arguments).map(Object::getClass).toArray(Class<?>[]::new);
    var result = on.getClass().getMethod(method, types).invoke(on, arguments);
    return Objects.requireNonNullElse(result, "");
  }
}

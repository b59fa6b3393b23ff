package dev.covet.logback;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.AppenderBase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class NeverBlockingTest {
  private final LoggerContext context = new LoggerContext();
  private final Logger log = context.getLogger("test");

  @Test
  void aConsoleThatStandsStillHoldsUpNobody() {
    var open = new CountDownLatch(1);
    var console = new Console(open);
    var appender = attach(console);

    for (var i = 0; i < NeverBlocking.QUEUE_MAX + 100; i++) {
      log.info("line {}", i);
    }

    assertThat(appender.dropped()).isBetween(99L, 100L);
    open.countDown();
    appender.stop();
    assertThat(console.lines).hasSize(NeverBlocking.QUEUE_MAX + 100 - (int) appender.dropped());
    assertThat(console.lines.getFirst()).isEqualTo("line 0");
  }

  @Test
  void whatWaitsIsWrittenAtTheEnd() {
    var console = new Console(new CountDownLatch(0));
    var appender = attach(console);

    log.info("last words");
    appender.stop();

    assertThat(console.lines).containsExactly("last words");
  }

  /** An app that drains still answers. */
  @Test
  void whileTheProcessEndsNoRequestWaitsForTheConsole() throws InterruptedException {
    var open = new CountDownLatch(1);
    var console = new Console(open);
    var appender = attach(console);

    appender.processEnds();
    var request = Thread.startVirtualThread(() -> log.info("of a request"));
    assertThat(request.join(Duration.ofSeconds(10))).isTrue();
    open.countDown();
    log.info("last words");
    appender.stop();

    assertThat(console.lines).containsExactlyInAnyOrder("of a request", "last words");
  }

  @Test
  void withoutAConfigurationLinesGoThroughIt() {
    new ConsoleLogging().configure(context);
    var root = context.getLogger(Logger.ROOT_LOGGER_NAME);

    assertThat(root.getLevel()).isEqualTo(Level.INFO);
    assertThat(root.getAppender("console")).isInstanceOf(NeverBlocking.class);
    context.stop();
  }

  private NeverBlocking<ILoggingEvent> attach(Console console) {
    context.setMDCAdapter(new LogbackMDCAdapter());
    context.start();
    console.setContext(context);
    console.start();
    var appender = new NeverBlocking<ILoggingEvent>(console);
    appender.setContext(context);
    appender.start();
    log.addAppender(appender);
    return appender;
  }

  /** A console that writes nothing until it is opened. */
  private static final class Console extends AppenderBase<ILoggingEvent> {
    final List<String> lines = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch open;

    Console(CountDownLatch open) {
      this.open = open;
    }

    @Override
    protected void append(ILoggingEvent event) {
      try {
        open.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      lines.add(event.getFormattedMessage());
    }
  }
}

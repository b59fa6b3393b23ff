package dev.covet.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** S0.run.proc: how a program ends, by signals, {@code System.exit}, and what keeps it. */
@Order(1) // it takes long
@Timeout(300)
class ProgramEndTest extends Processes {
  @Test
  void requestsHaveSoLongToFinishAsTheSettingSays() throws Exception {
    var process = start(Map.of("SHUTDOWN_SECONDS_MAX", "0.2"), "--port=0", "--host=127.0.0.1");
    try (BufferedReader lines = process.inputReader();
        var client = HttpClient.newHttpClient()) {
      var root = lines.readLine().replace("/docs", "");
      var slow = HttpRequest.newBuilder(URI.create(root + "/slow")).build();
      var answer = client.sendAsync(slow, BodyHandlers.ofString());
      get(root + "/roster");
      process.destroy();

      assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
      assertThat(answer).failsWithin(Duration.ofSeconds(5));
    } finally {
      process.destroyForcibly();
    }
  }

  /**
   * The SIGTERM row of security.md: not ready, and still there for whoever has not seen that yet;
   * for longer than a machine needs that has much to do.
   */
  @Test
  void anAppThatIsToStopIsNotReadyAndServesOnForAWhile() throws Exception {
    var process = start(Map.of("DRAIN_DELAY_SECONDS", "60"), "--port=0", "--host=127.0.0.1");
    try (BufferedReader lines = process.inputReader()) {
      var root = lines.readLine().replace("/docs", "");
      assertThat(get(root + "/ready")).isEqualTo("{\"status\":\"up\"}");
      process.toHandle().destroy();

      while (get(root + "/ready").contains("up")) Thread.onSpinWait();
      assertThat(get(root + "/health")).isEqualTo("{\"status\":\"down\"}");
      assertThat(get(root + "/live")).isEqualTo("{\"status\":\"up\"}");
      assertThat(get(root + "/roster")).isEqualTo("[]");
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void onceTheWhileIsOverItEnds() throws Exception {
    var process = start(Map.of("DRAIN_DELAY_SECONDS", "0.5"), "--port=0", "--host=127.0.0.1");
    try (BufferedReader lines = process.inputReader()) {
      get(lines.readLine().replace("/docs", "/ready"));
      var began = System.nanoTime();
      process.toHandle().destroy();

      assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
      assertThat(System.nanoTime() - began).isGreaterThan(500_000_000);
      assertThat(process.exitValue()).isZero();
    } finally {
      process.destroyForcibly();
    }
  }

  /** The SIGTERM row of security.md: a handler that spins on its loop, interrupted in vain. */
  @Test
  void aHandlerThatNeverEndsKeepsNothingFromStopping() throws Exception {
    var process = start(Map.of("SHUTDOWN_SECONDS_MAX", "0.5"), "--port=0", "--host=127.0.0.1");
    try (BufferedReader lines = process.inputReader();
        var client = HttpClient.newHttpClient()) {
      var root = lines.readLine().replace("/docs", "");
      var spin = HttpRequest.newBuilder(URI.create(root + "/spin")).build();
      for (var i = 0; i < 80; i++) client.send(spin, BodyHandlers.ofString());
      var forever = HttpRequest.newBuilder(URI.create(root + "/spin?on")).build();
      var answer = client.sendAsync(forever, BodyHandlers.ofString());
      assertThat(get(root + "/roster")).isEqualTo("[]");
      process.toHandle().destroy();

      assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isZero();
      assertThat(answer).failsWithin(Duration.ofSeconds(5));
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void neitherDoesAStopHook() throws Exception {
    var process = start(Map.of("SHUTDOWN_SECONDS_MAX", "0.5"), "--port=0", "--host=127.0.0.1");
    try (BufferedReader lines = process.inputReader()) {
      get(lines.readLine().replace("/docs", "/hang"));
      process.toHandle().destroy();

      assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isZero();
      assertThat(lines.lines().toList())
          .anyMatch(line -> line.contains("stop_did_not_end"))
          .anyMatch(line -> line.contains("at golden.roster.RosterApp.hang"));
    } finally {
      process.destroyForcibly();
    }
  }

  /** The SIGTERM row of security.md: a second signal means now. */
  @Test
  void aSecondSignalEndsItAtOnce() throws Exception {
    var process = start(Map.of(), "--port=0", "--host=127.0.0.1");
    try (BufferedReader lines = process.inputReader()) {
      get(lines.readLine().replace("/docs", "/hang"));
      process.toHandle().destroy();
      assertThat(process.waitFor(1, TimeUnit.SECONDS)).isFalse();
      process.toHandle().destroy();

      assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isEqualTo(143);
    } finally {
      process.destroyForcibly();
    }
  }

  /** The process belongs to its owner: a code is a code, also from a handler, and at once. */
  @ParameterizedTest
  @ValueSource(ints = {0, 80})
  void theCodeOfTheProcessIsTheOneOfSystemExit(int callsBefore) throws Exception {
    var process = start(Map.of(), "--port=0", "--host=127.0.0.1");
    try (BufferedReader lines = process.inputReader();
        var client = HttpClient.newHttpClient()) {
      var exit = lines.readLine().replace("/docs", "/exit");
      var call = HttpRequest.newBuilder(URI.create(exit)).build();
      for (var i = 0; i < callsBefore; i++) client.send(call, BodyHandlers.ofString());
      assertThatThrownBy(() -> get(exit + "?7")).isInstanceOf(IOException.class);

      assertThat(process.waitFor(8, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isEqualTo(7);
    } finally {
      process.destroyForcibly();
    }
  }

  /** Whoever sends it does not know that the process has begun to end by itself. */
  @Test
  void aFirstSignalCutsNoStopShort() throws Exception {
    var process = start(Map.of("SHUTDOWN_SECONDS_MAX", "2"), "--port=0", "--host=127.0.0.1");
    try (BufferedReader lines = process.inputReader()) {
      var root = lines.readLine().replace("/docs", "");
      get(root + "/hooks");
      assertThatThrownBy(() -> get(root + "/exit?7")).isInstanceOf(IOException.class);
      process.toHandle().destroy();

      assertThat(lines.lines().filter("last word"::equals)).hasSize(16);
      assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isEqualTo(7);
    } finally {
      process.destroyForcibly();
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void hooksOfOthersRunToTheirEnds(boolean bySignal) throws Exception {
    var process = start(Map.of(), "--port=0", "--host=127.0.0.1");
    try (BufferedReader lines = process.inputReader()) {
      var root = lines.readLine().replace("/docs", "");
      get(root + "/hooks");
      if (bySignal) process.toHandle().destroy();
      else assertThatThrownBy(() -> get(root + "/exit?7")).isInstanceOf(IOException.class);

      assertThat(lines.lines().filter("last word"::equals)).hasSize(16);
      assertThat(process.waitFor(8, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isEqualTo(bySignal ? 0 : 7);
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void aHookOfOthersThatNeverEndsKeepsNoProcessThatGotASignal() throws Exception {
    var process = start(Map.of(), "--port=0", "--host=127.0.0.1");
    try (BufferedReader lines = process.inputReader()) {
      get(lines.readLine().replace("/docs", "/hooks/hang"));
      process.toHandle().destroy();

      assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isEqualTo(143);
      assertThat(lines.lines().toList())
          .anyMatch(line -> line.contains("shutdown_hooks_did_not_end"));
    } finally {
      process.destroyForcibly();
    }
  }

  /** A program of which a part ends the process, or waits, while the next ones are not started. */
  static final class Leaving {
    static void main(String[] args) {
      Covet.app()
          .install(setup -> setup.onStop(() -> say("plugin closed")))
          .install(_ -> waiting(args[0]))
          .install(setup -> setup.onStart(() -> leave(args[0])))
          .install(setup -> setup.onStart(() -> say("not reached")))
          .run("--port=0");
    }

    /** Before anything is open. */
    private static void waiting(String how) {
      if (!how.equals("prepare")) return;
      say("starting");
      LockSupport.park();
    }

    private static void leave(String how) throws InterruptedException {
      say("starting");
      if (how.equals("exit")) System.exit(3);
      new CountDownLatch(1).await();
    }

    private static void say(String line) {
      System.out.println(line);
    }
  }

  @Test
  void aSignalBeforeAnythingIsOpenEndsTheProcessToo() throws Exception {
    var process = start(Leaving.class.getName(), Map.of(), "prepare");
    try (BufferedReader lines = process.inputReader()) {
      assertThat(lines.readLine()).isEqualTo("starting");
      process.toHandle().destroy();

      assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isZero();
      assertThat(lines.lines()).isEmpty();
    } finally {
      process.destroyForcibly();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"exit", "wait"})
  void whatWasOpenedIsClosedWhereTheProcessIsEndedDuringStartup(String how) throws Exception {
    var process = start(Leaving.class.getName(), Map.of(), how);
    try (BufferedReader lines = process.inputReader()) {
      assertThat(lines.readLine()).isEqualTo("starting");
      if (how.equals("wait")) process.toHandle().destroy();

      assertThat(lines.lines().toList()).contains("plugin closed").doesNotContain("not reached");
      assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isEqualTo(how.equals("exit") ? 3 : 0);
    } finally {
      process.destroyForcibly();
    }
  }

  /** The OutOfMemoryError row of security.md: a supervisor starts it again. */
  @ParameterizedTest
  @CsvSource({"/memory, 1g", "/memory/gathered, 1g", "/memory/filled, 48m"})
  void aJvmOutOfMemoryEndsTheProcess(String path, String heap) throws Exception {
    var small = Map.of("JAVA_TOOL_OPTIONS", "-Xmx" + heap);
    var process = start(small, "--port", "0", "--host", "127.0.0.1");
    try (BufferedReader lines = process.inputReader();
        BufferedReader errors = process.errorReader();
        var client = HttpClient.newHttpClient()) {
      var root = lines.readLine().replace("/docs", "");
      var slow = HttpRequest.newBuilder(URI.create(root + "/slow")).build();
      var other = client.sendAsync(slow, BodyHandlers.ofString());
      assertThat(get(root + "/roster")).isEqualTo("[]");

      assertThatThrownBy(() -> get(root + path)).isInstanceOf(IOException.class);

      assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isEqualTo(3);
      assertThat(other).failsWithin(Duration.ofSeconds(5));
      if (path.equals("/memory/filled")) return; // there may be no memory left for a line
      assertThat(errors.lines()).anyMatch(line -> line.startsWith("The process is ending: "));
    } finally {
      process.destroyForcibly();
    }
  }
}

package dev.covet.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** S2.dep.rolling: a new process takes over the port of an old one, and no request fails. */
@Order(1) // it takes long
@Timeout(180) // for busy machines
class HandOverTest extends Processes {
  private static final int CLIENTS = 4;
  private static final long PAUSE_NANOS = 3_000_000;
  private static final Map<String, String> SHARED =
      Map.of("REUSE_PORT", "on", "DRAIN_DELAY_SECONDS", "0.5");

  private final AtomicInteger answered = new AtomicInteger();
  private final AtomicBoolean over = new AtomicBoolean();

  /** Asks again and again, on one connection as long as the server keeps it; what went wrong. */
  private String asking(int port) throws IOException {
    while (!over.get()) {
      try (var socket = connect(port)) {
        socket.setSoTimeout(10_000);
        var in = new BufferedInputStream(socket.getInputStream());
        for (var keeps = true; keeps && !over.get(); ) {
          var head = ask(socket, in);
          if (head.isEmpty()) break; // a connection that ended as it was asked: ask again
          if (!head.startsWith("http/1.1 200 ")) return head;
          in.skipNBytes("[]".length());
          answered.incrementAndGet();
          keeps = !head.contains("\r\nconnection: close\r\n");
          LockSupport.parkNanos(PAUSE_NANOS);
        }
      }
    }
    return "";
  }

  /** Connects; again where the old process has just closed its socket, but not where nobody is. */
  private static Socket connect(int port) throws IOException {
    while (true) {
      try {
        return new Socket(InetAddress.getLoopbackAddress(), port);
      } catch (ConnectException e) {
        throw e;
      } catch (SocketException _) {
        Thread.onSpinWait(); // reset before it was read: whoever connects asks again
      }
    }
  }

  /** The head of an answer; nothing if the connection ended before its first byte. */
  private static String ask(Socket socket, InputStream in) throws IOException {
    var head = new StringBuilder();
    try {
      socket
          .getOutputStream()
          .write("GET /roster HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      for (int b; head.indexOf("\r\n\r\n") < 0 && (b = in.read()) >= 0; ) {
        head.append(Character.toLowerCase((char) b));
      }
    } catch (IOException e) {
      if (!head.isEmpty()) throw e;
    }
    return head.toString();
  }

  private void awaitAnswers(int more) {
    for (var end = answered.get() + more; answered.get() < end; )
      LockSupport.parkNanos(PAUSE_NANOS);
  }

  @Test
  void aNewProcessTakesOverAndNoRequestFails() throws Exception {
    var old = start(SHARED, "--port=0", "--host=127.0.0.1");
    Process next = null;
    try (BufferedReader lines = old.inputReader();
        var clients = Executors.newVirtualThreadPerTaskExecutor()) {
      var port = URI.create(lines.readLine()).getPort();
      var asking = new ArrayList<Future<String>>();
      for (var n = 0; n < CLIENTS; n++) asking.add(clients.submit(() -> asking(port)));
      awaitAnswers(100);

      next = start(SHARED, "--port=" + port, "--host=127.0.0.1");
      assertThat(next.inputReader().readLine()).endsWith(":" + port + "/docs");
      awaitAnswers(100);
      old.toHandle().destroy();
      assertThat(old.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(old.exitValue()).isZero();
      awaitAnswers(100);

      over.set(true);
      for (var each : asking) assertThat(each.get()).isEmpty();
    } finally {
      over.set(true);
      old.destroyForcibly();
      if (next != null) next.destroyForcibly();
    }
  }

  /** Whoever has not asked for it is told that the port is taken. */
  @Test
  void withoutTheSettingAPortIsTaken() throws Exception {
    var first = start(SHARED, "--port=0", "--host=127.0.0.1");
    try (BufferedReader lines = first.inputReader()) {
      var port = URI.create(lines.readLine()).getPort();
      var second = run(Map.of(), "--port=" + port, "--host=127.0.0.1");
      assertThat(second.code()).isNotZero();
      assertThat(second.err()).contains("The server cannot listen on 127.0.0.1:" + port);
    } finally {
      first.destroyForcibly();
    }
  }
}

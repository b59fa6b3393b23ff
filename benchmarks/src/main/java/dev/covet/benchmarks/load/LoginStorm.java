package dev.covet.benchmarks.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/**
 * Clients that each send one request, so many in a second whatever becomes of them, each over a
 * connection and from a loopback address of its own; Linux only. Thread-safe.
 */
public final class LoginStorm implements AutoCloseable {
  private static final int ANSWER_MILLIS_MAX = 30_000;

  private final int port;
  private final Call call;
  private final long pauseNanos;
  private final AtomicBoolean ended = new AtomicBoolean();
  private final Map<Integer, Long> answers = new ConcurrentSkipListMap<>();
  private final ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();

  private LoginStorm(int port, Call call, long pauseNanos) {
    this.port = port;
    this.call = call.with("Connection", List.of("close"));
    this.pauseNanos = pauseNanos;
  }

  /** Begins one. */
  public static LoginStorm start(int port, Call call, int perSecond) {
    var storm = new LoginStorm(port, call, TimeUnit.SECONDS.toNanos(1) / perSecond);
    storm.clients.execute(storm::blow);
    return storm;
  }

  private void blow() {
    var next = System.nanoTime();
    for (var client = 0; !ended.get(); client++) {
      var address =
          new byte[] {
            127, (byte) (1 + client / 62_500), (byte) (client / 250), (byte) (1 + client % 250)
          };
      clients.execute(() -> answers.merge(answer(address), 1L, Long::sum));
      next += pauseNanos;
      LockSupport.parkNanos(next - System.nanoTime());
    }
  }

  /** The status of an answer; 0 if there was none. */
  private int answer(byte[] address) {
    try (var socket = new Socket()) {
      socket.setSoTimeout(ANSWER_MILLIS_MAX);
      socket.bind(new InetSocketAddress(InetAddress.getByAddress(address), 0));
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      socket.getOutputStream().write(call.form(0));
      var answer = new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
      return Integer.parseInt(answer.substring(9, 12));
    } catch (IOException | IndexOutOfBoundsException _) {
      return 0;
    }
  }

  /** How many answers had each status, once it is closed. */
  public Map<Integer, Long> answers() {
    return Map.copyOf(answers);
  }

  /** Sends no more, and waits until all was answered. */
  @Override
  public void close() {
    ended.set(true);
    clients.close();
  }
}

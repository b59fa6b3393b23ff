package dev.covet.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import golden.roster.RosterApp;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The SIGTERM row of security.md, S2.dep.rolling: what is at work when a process is to stop.
 * Requests of 5 s and 500 event streams, over HTTP/1.1 and again over HTTP/2, 200 WebSockets, and
 * 100 MB on their way to a reader of 10 MB a second: no answer is cut.
 */
@Order(1) // it takes long
@Timeout(300)
final class StopUnderLoadTest {
  private static final Logger LOG = LoggerFactory.getLogger(StopUnderLoadTest.class);
  private static final int REQUESTS = 20;
  private static final int STREAMS = 500;
  private static final int OF_ONE_CONNECTION = 100;
  private static final int SOCKETS = 200;
  private static final int BIG_BYTES = 100 << 20;
  private static final int BLOCK_BYTES = 256 << 10;

  /** Of a reader of 10 MB a second. */
  private static final long BLOCK_NANOS = BLOCK_BYTES * 100L;

  /** What requests may take to end, and 3 s for a busy machine. */
  private static final long STOP_SECONDS_MAX = 20 + 3;

  private static final List<String> OPTIONS =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "--add-opens=java.base/java.lang=ALL-UNNAMED");
  private static final String LAST_EVENT = "retry: [12][0-9]{3}\n\n$";
  private static final String END = "\r\n0\r\n\r\n"; // of a body in chunks

  @AutoClose private final ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();
  private final CountDownLatch stopping = new CountDownLatch(1);

  /** The roster in a process of its own, and what its clients get. */
  private final class Program implements AutoCloseable {
    private final ChildJvm jvm;
    private final int port;
    private final List<Future<String>> answers = new ArrayList<>();
    private final List<Future<String>> streams = new ArrayList<>();
    private final List<Future<Integer>> sockets = new ArrayList<>();

    Program() throws IOException {
      jvm = ChildJvm.start(OPTIONS, RosterApp.class, "--port=0", "--host=127.0.0.1");
      port = URI.create("http:" + jvm.after("http:")).getPort();
    }

    RawClient connect() throws IOException {
      var socket = new Socket();
      socket.setReceiveBufferSize(BLOCK_BYTES);
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return new RawClient(socket);
    }

    String get(String path) throws IOException {
      try (var client = connect()) {
        return client.get(path).answer().body();
      }
    }

    /** Has clients listen to events until the server ends them; when this returns all have one. */
    void listen(int http1, int http2) throws Exception {
      var begun = new CountDownLatch(http1 + http2);
      for (var n = 0; n < http1; n++) {
        streams.add(clients.submit(() -> listening(begun)));
      }
      for (var left = http2; left > 0; left -= OF_ONE_CONNECTION) {
        var count = Math.min(left, OF_ONE_CONNECTION);
        var all = clients.submit(() -> listening(begun, count));
        for (var n = 0; n < count; n++) {
          var index = n;
          streams.add(clients.submit(() -> all.get().get(index)));
        }
      }
      begun.await();
    }

    private String listening(CountDownLatch begun) throws IOException {
      try (var client = connect().get("/events")) {
        client.awaitText("data: hello\n\n");
        begun.countDown();
        var rest = client.rest();
        assertThat(rest).endsWith(END);
        return rest.substring(0, rest.length() - END.length());
      }
    }

    private List<String> listening(CountDownLatch begun, int count) throws IOException {
      try (var client = FrameClient.to(port)) {
        for (var n = 0; n < count; n++) client.get(2 * n + 1, "/events");
        for (var n = 0; n < count; n++) {
          var stream = client.on(2 * n + 1);
          client.await(() -> stream.body().endsWith("data: hello\n\n"));
          begun.countDown();
        }
        client.await(() -> client.lastStream() >= 0);
        var all = new ArrayList<String>();
        for (var n = 0; n < count; n++) {
          var answer = client.answer(2 * n + 1);
          assertThat(answer.isWhole()).isTrue();
          all.add(answer.body());
        }
        return all;
      }
    }

    /** Opens WebSockets; each comes to the code with which it is closed. */
    void open(int count) throws Exception {
      var begun = new CountDownLatch(count);
      for (var n = 0; n < count; n++) {
        sockets.add(
            clients.submit(() -> {
              try (var socket = FrameSocket.to(port, "/socket")) {
                socket.text("hello");
                assertThat(socket.nextMessage().text()).isEqualTo("hello");
                begun.countDown();
                var code = socket.nextMessage().code();
                socket.close(code);
                assertThat(socket.isAtEnd()).isTrue();
                return code;
              }
            }));
      }
      begun.await();
    }

    /** Has requests at work that take 5 s; when this returns all have begun. */
    void ask(int http1, int http2) throws IOException {
      for (var n = 0; n < http1; n++) {
        answers.add(
            clients.submit(() -> {
              try (var client = connect().get("/sleep?5")) {
                var answer = client.answer();
                assertThat(answer.closes()).isTrue();
                assertThat(client.isClosed()).isTrue();
                return answer.status() + " " + answer.body();
              }
            }));
      }
      var all = clients.submit(() -> asking(http2));
      for (var n = 0; n < http2; n++) {
        var index = n;
        answers.add(clients.submit(() -> all.get().get(index)));
      }
      while (!get("/sleeping").equals("" + (http1 + http2))) LockSupport.parkNanos(5_000_000);
    }

    private List<String> asking(int count) throws IOException {
      try (var client = FrameClient.to(port)) {
        for (var n = 0; n < count; n++) client.get(2 * n + 1, "/sleep?5");
        var all = new ArrayList<String>();
        for (var n = 0; n < count; n++) {
          var answer = client.answer(2 * n + 1);
          all.add(answer.status() + " " + answer.body());
        }
        assertThat(client.goAway()).isZero();
        assertThat(client.isClosed()).isTrue();
        return all;
      }
    }

    /** Takes 10 MB a second, once the process is to stop; how many bytes came behind the head. */
    Future<Long> takeSlowly() throws InterruptedException {
      var begun = new CountDownLatch(1);
      Callable<Long> taking =
          () -> {
            try (var client = connect().get("/big")) {
              client.awaitText("\r\n\r\n");
              begun.countDown();
              stopping.await();
              var count = 0L;
              for (var next = System.nanoTime(); ; next += BLOCK_NANOS) {
                var length = client.some(BLOCK_BYTES);
                count += length;
                if (length < BLOCK_BYTES) return count;
                LockSupport.parkNanos(next + BLOCK_NANOS - System.nanoTime());
              }
            }
          };
      var taken = clients.submit(taking);
      begun.await();
      return taken;
    }

    /** Waits until nobody listens there any more. */
    void awaitRefusal() throws IOException {
      while (true) {
        try (var client = connect()) {
          assertThat(client.socket().isConnected()).isTrue();
        } catch (ConnectException _) {
          return;
        }
      }
    }

    void assertAllTold() throws Exception {
      for (var each : sockets) assertThat(each.get()).isEqualTo(1_001);
      for (var each : streams) assertThat(each.get()).containsPattern(LAST_EVENT);
    }

    @Override
    public void close() {
      jvm.close();
    }
  }

  @Test
  void requestsAtWorkAndBytesThatStillLeaveAreWaitedFor() throws Exception {
    try (var program = new Program()) {
      var big = program.takeSlowly();
      program.listen(STREAMS, STREAMS);
      program.open(SOCKETS);
      program.ask(REQUESTS, REQUESTS);
      var begin = System.nanoTime();
      program.jvm.signal();
      program.awaitRefusal();
      stopping.countDown();

      program.assertAllTold();
      var told = System.nanoTime();
      for (var each : program.answers) assertThat(each.get()).isEqualTo("200 slept 5");
      assertThat(big.get()).isEqualTo(BIG_BYTES);
      assertThat(program.jvm.status()).isZero();
      var seconds = (System.nanoTime() - begin) / 1_000_000_000;
      LOG.info("all told after {} ms, ended after {} s", (told - begin) / 1_000_000, seconds);
      assertThat(seconds).isLessThan(STOP_SECONDS_MAX);
    }
  }

  /** The process belongs to its owner: its code, and its other hooks, are respected. */
  @Test
  void aProcessThatIsEndedByItsOwnerTellsAllToo() throws Exception {
    try (var program = new Program()) {
      program.listen(50, 50);
      program.open(50);
      program.ask(5, 5);
      program.get("/hooks");
      try (var leaving = program.connect()) {
        leaving.get("/exit?3");
        program.assertAllTold();
        for (var each : program.answers) assertThat(each.get()).isEqualTo("200 slept 5");
        for (var n = 0; n < 16; n++) assertThat(program.jvm.after("last word")).isEmpty();
        assertThat(program.jvm.status()).isEqualTo(3);
      }
    }
  }

  /** A second signal means now, whatever is at work. */
  @Test
  void aSecondSignalCutsAll() throws Exception {
    try (var program = new Program()) {
      program.listen(50, 50);
      program.open(50);
      program.ask(5, 5);
      program.jvm.signal();
      program.awaitRefusal();
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(300));
      var begin = System.nanoTime();
      program.jvm.signal();
      assertThat(program.jvm.status()).isEqualTo(143);
      assertThat(System.nanoTime() - begin).isLessThan(TimeUnit.SECONDS.toNanos(4));
      for (var each : program.answers) assertThat(each).failsWithin(20, TimeUnit.SECONDS);
    }
  }
}

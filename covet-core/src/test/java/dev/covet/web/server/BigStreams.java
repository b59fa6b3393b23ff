package dev.covet.web.server;

import dev.covet.base.codec.Codecs;
import dev.covet.base.json.Json;
import dev.covet.base.loop.ThreadMode;
import dev.covet.web.bind.Bodies;
import dev.covet.web.http.Content;
import dev.covet.web.http.Ending;
import dev.covet.web.http.Request;
import dev.covet.web.http.Response;
import io.netty.util.internal.PlatformDependent;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * P8 as a program, so that it can run in little memory: big bodies in both directions through one
 * event loop, beside clients that are slow, stop or ask for something small. Prints what it does;
 * the exit status is 0 if all is well.
 *
 * <p>Arguments: megabytes in each direction, thread mode.
 */
final class BigStreams {
  private static final int MEGABYTE = 1 << 20;

  /** What Netty may hold in direct memory: a few arenas of 4 MB, whatever the bodies' sizes. */
  private static final long DIRECT_BYTES_MAX = 24L * MEGABYTE;

  /** What lives after a collection: the program, its clients, and bounded buffers. */
  private static final long HEAP_BYTES_MAX = 32L * MEGABYTE;

  /** How far a handler may write ahead of its client: our buffers, and those of the kernel. */
  private static final long AHEAD_BYTES_MAX = 12L * MEGABYTE;

  private static final double PING_SECONDS_MAX = 2;

  private static final Bodies BODIES = Bodies.of(new Json());
  private static final int LINE_BYTES = 1_024;

  /** With its quotes and the end of the line it has the bytes of one. */
  private static final String VALUE = "v".repeat(LINE_BYTES - 3);

  private final long bytes;
  private final RunningServer server;
  private final AtomicInteger begun = new AtomicInteger();
  private final Map<Ending, AtomicInteger> endings = new ConcurrentHashMap<>();
  private final AtomicLong slowWritten = new AtomicLong();

  private BigStreams(long bytes, ThreadMode threads) {
    this.bytes = bytes;
    this.server = RunningServer.of(this::handle, threads, Map.of());
  }

  public static void main(String[] arguments) throws Exception {
    var bytes = Long.parseLong(arguments[0]) * MEGABYTE;
    new BigStreams(bytes, ThreadMode.valueOf(arguments[1])).run();
    System.exit(0);
  }

  private Response handle(Request request) {
    begun.incrementAndGet();
    return answer(request)
        .onEnd(how -> endings.computeIfAbsent(how, _ -> new AtomicInteger()).incrementAndGet());
  }

  private Response answer(Request request) {
    return switch (request.path()) {
      case "/up" -> Response.text(Long.toString(Pattern.check(request.stream())));
      case "/down" -> stream(bytes, out -> Pattern.write(out, bytes, new AtomicLong()));
      case "/slow" -> stream(bytes, out -> Pattern.write(out, bytes, slowWritten));
      case "/values" -> BODIES.values(200, Codecs.STRING, values(2 * bytes), "application/jsonl");
      case "/both" -> stream(-1, out -> request.stream().transferTo(out));
      default -> Response.text("pong");
    };
  }

  /** Lines of a kilobyte, twice as many as any other body has. */
  private static Stream<String> values(long bytes) {
    return Stream.generate(() -> VALUE).limit(bytes / LINE_BYTES);
  }

  private static Response stream(long length, Content.Writer writer) {
    return Response.of(200, "application/octet-stream", new Content.Stream(length, writer));
  }

  private void run() throws Exception {
    try (var ping = new Clients.Pinging(server.connect());
        var sender = new Clients.SlowSender(server.connect());
        var reader = new Clients.SlowReader(server.connect(), slowWritten)) {
      step("up", () -> Clients.up(server.connect(), bytes));
      step("down", () -> Clients.down(server.connect(), bytes));
      step("up and down at once", () -> Clients.both(server.connect(), bytes));
      step("values, twice", () -> Clients.values(server.connect(), 2 * bytes));
      step("stopping while sending", () -> Clients.stopSending(server.connect(), bytes));
      step("stopping while reading", () -> Clients.stopReading(server.connect(), bytes));
      sender.finish();
      require(reader.aheadMax() < AHEAD_BYTES_MAX, "written ahead: " + reader.aheadMax());
      require(ping.slowestSeconds() < PING_SECONDS_MAX, "ping took s: " + ping.slowestSeconds());
    }
    awaitEndings();
    server.close();
    System.out.println("ended: " + endings);
  }

  private interface Step {
    void run() throws IOException, InterruptedException;
  }

  private void step(String name, Step step) throws Exception {
    var begin = System.nanoTime();
    step.run();
    System.gc();
    var runtime = Runtime.getRuntime();
    var heap = runtime.totalMemory() - runtime.freeMemory();
    var direct = PlatformDependent.usedDirectMemory();
    System.out.printf(
        "%s: %d MB in %.1f s, heap %.1f MB, direct memory %.1f MB%n",
        name,
        bytes / MEGABYTE,
        (System.nanoTime() - begin) / 1e9,
        (double) heap / MEGABYTE,
        (double) direct / MEGABYTE);
    require(heap < HEAP_BYTES_MAX, "heap");
    require(direct < DIRECT_BYTES_MAX, "direct memory");
  }

  /** Every response has ended, the two whose clients stopped and the slow reader's as gone. */
  private void awaitEndings() {
    for (var end = System.nanoTime() + 30_000_000_000L; System.nanoTime() < end; ) {
      if (endings.values().stream().mapToInt(AtomicInteger::get).sum() == begun.get()) break;
      Thread.onSpinWait();
    }
    var ended = endings.values().stream().mapToInt(AtomicInteger::get).sum();
    require(ended == begun.get(), "of " + begun + " responses ended " + endings);
    require(!endings.containsKey(Ending.FAILED), "failed: " + endings);
    var gone = endings.getOrDefault(Ending.GONE, new AtomicInteger()).get();
    require(gone == 3, "gone: " + endings);
  }

  private static void require(boolean well, String what) {
    if (!well) {
      System.out.println("WRONG: " + what);
      System.exit(1);
    }
  }

  /** Bytes that show whether one was lost or moved. */
  static final class Pattern {
    /** A prime, so that no block begins with the same byte. */
    private static final int PERIOD = 251;

    private Pattern() {}

    static byte at(long position) {
      return (byte) (position % PERIOD);
    }

    /** A block whose first byte stands at a position. */
    static void fill(byte[] block, long position) {
      for (var i = 0; i < block.length; i++) block[i] = at(position + i);
    }

    static boolean isAt(byte[] block, long position) {
      for (var i = 0; i < block.length; i++) if (block[i] != at(position + i)) return false;
      return true;
    }

    static void write(OutputStream out, long count, AtomicLong written) throws IOException {
      var block = new byte[16_384];
      for (long at = 0; at < count; at += block.length) {
        fill(block, at);
        var length = (int) Math.min(block.length, count - at);
        out.write(block, 0, length);
        written.addAndGet(length);
      }
    }

    /** Reads to the end and returns how many bytes came, or -1 if one of them is wrong. */
    static long check(InputStream in) {
      try (in) {
        var block = new byte[16_384];
        long at = 0;
        for (int count; (count = in.read(block)) >= 0; at += count) {
          if (!isAt(count == block.length ? block : Arrays.copyOf(block, count), at)) return -1;
        }
        return at;
      } catch (IOException e) {
        return -1;
      }
    }
  }
}

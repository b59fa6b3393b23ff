package dev.covet.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.api.Mode;
import dev.covet.app.Covet;
import dev.covet.app.RunningApp;
import dev.covet.app.StartOptions;
import dev.covet.base.loop.ThreadMode;
import dev.covet.web.http.Content;
import dev.covet.web.http.Ending;
import dev.covet.web.http.Response;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** S2.net.zerocopy, S3.stack.files, H6: files on their way to a socket. */
@ExtendWith(NoLeaks.class)
@Timeout(300)
final class FileSendingTest {
  /** More than all buffers of both ends take. */
  private static final int LENGTH = 48 << 20;

  private static final int PART = 1 << 20;

  @TempDir Path folder;

  private final BlockingQueue<Ending> endings = new LinkedBlockingQueue<>();

  private Path file() throws IOException {
    var file = folder.resolve("big.bin");
    try (var out = Files.newOutputStream(file)) {
      BigStreams.Pattern.write(out, LENGTH, new AtomicLong());
    }
    Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-01-02T03:04:05Z")));
    return file;
  }

  private RunningApp app(Path file) {
    return Covet.app()
        .get("/file", _ -> Response.file(file).onEnd(endings::add))
        .get("/ping", _ -> Response.text("pong"))
        .start(StartOptions.of(Mode.TEST));
  }

  private Ending ended() throws InterruptedException {
    var ending = endings.poll(30, TimeUnit.SECONDS);
    assertThat(ending).isNotNull();
    return ending;
  }

  /** How often this process has the file open, as the system says. */
  private static long opened(Path file) throws IOException {
    var real = file.toRealPath();
    try (var all = Files.list(Path.of("/proc/self/fd"))) {
      return all.filter(each -> leadsTo(each, real)).count();
    }
  }

  /** The end that a test waits for comes just before that of the file. */
  private static void assertClosed(Path file) throws IOException {
    for (var end = System.nanoTime() + 30_000_000_000L; System.nanoTime() - end < 0; ) {
      if (opened(file) == 0) return;
      Thread.onSpinWait();
    }
    assertThat(opened(file)).isZero();
  }

  private static boolean leadsTo(Path descriptor, Path file) {
    try {
      return Files.readSymbolicLink(descriptor).equals(file);
    } catch (IOException _) {
      return false; // closed meanwhile
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"LOOP", "JDK"})
  void aBigFileComesWholeAgainAndAgainOnOneConnection(ThreadMode threads) throws Exception {
    var file = file();
    try (var app = app(file);
        var server = RunningServer.of(app, threads, Map.of());
        var client = connect(server)) {
      for (var times = 0; times < 3; times++) {
        assertThat(client.get("/file").patternAnswer()).isEqualTo(LENGTH);
        assertThat(ended()).isEqualTo(Ending.SENT);
      }
      assertThat(client.get("/ping").answer().body()).isEqualTo("pong");
      assertClosed(file);
    }
  }

  /** A disk that others use takes its time. */
  private static RawClient connect(RunningServer server) throws IOException {
    var client = server.connect();
    client.socket().setSoTimeout(30_000);
    return client;
  }

  @Test
  void theSystemCopiesItToTheSocket() throws Exception {
    var taken = new CompletableFuture<Boolean>();
    try (var channel = FileChannel.open(file(), StandardOpenOption.READ);
        var server =
            RunningServer.of(_ ->
                Response.of(
                    200,
                    "application/octet-stream",
                    new Content.Stream(
                        LENGTH,
                        out ->
                            taken.complete(
                                out instanceof Content.FileTaker taker
                                    && taker.takeFile(channel, 0, LENGTH)))));
        var client = connect(server)) {
      assertThat(client.get("/").patternAnswer()).isEqualTo(LENGTH);
      assertThat(taken.get(30, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void aPartComesFromWhereItWasAsked() throws Exception {
    try (var app = app(file());
        var server = RunningServer.of(app, ThreadMode.AUTO, Map.of());
        var client = connect(server)) {
      client.send("GET /file HTTP/1.1\r\nHost: a\r\nRange: bytes=%d-\r\n\r\n".formatted(PART));
      client.awaitText("Content-Range: bytes %d-%d/%d".formatted(PART, LENGTH - 1, LENGTH));
      client.awaitText("\r\n\r\n");
      assertThat(client.patternGoesOn(PART, LENGTH)).isTrue();
    }
  }

  /** More than 32 bits count; the file has a hole, which takes no place on the disk. */
  @Test
  void aPartMayLieBeyondFourGigabytes() throws Exception {
    var file = folder.resolve("hole.bin");
    var end = ByteBuffer.allocate(1 << 17);
    for (var i = 0; i < end.limit(); i++) end.put(i, (byte) ('a' + i % 26));
    var from = 5L << 30;
    try (var hole = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      hole.write(end, from);
    }
    try (var app = app(file);
        var server = RunningServer.of(app, ThreadMode.AUTO, Map.of());
        var client = connect(server)) {
      client.send("GET /file HTTP/1.1\r\nHost: a\r\nRange: bytes=%d-\r\n\r\n".formatted(from));
      var answer = client.answer();
      assertThat(answer.head())
          .contains("Content-Range: bytes 5368709120-5368840191/5368840192\r\n");
      assertThat(answer.body()).isEqualTo(new String(end.array(), StandardCharsets.US_ASCII));
    }
  }

  @Test
  void aFileThatShrinksMeanwhileIsCutOff() throws Exception {
    var file = file();
    try (var log = new LogLines("dev.covet.web.server");
        var app = app(file);
        var server = RunningServer.of(app, ThreadMode.AUTO, Map.of());
        var client = connect(server)) {
      assertThat(client.get("/file").patternBytes(PART)).isTrue();
      try (var writing = FileChannel.open(file, StandardOpenOption.WRITE)) {
        writing.truncate(PART);
      }
      assertThat(client.restLength()).isLessThan(LENGTH - PART);
      assertThat(ended()).isEqualTo(Ending.FAILED);
      assertThat(log.with("response_failed")).anyMatch(line -> line.contains("/file"));
      assertClosed(file);
    }
  }

  @Test
  void aFileThatIsWrittenAnewMeanwhileIsCutOffBeforeItsLastByte() throws Exception {
    var file = file();
    try (var app = app(file);
        var server = RunningServer.of(app, ThreadMode.AUTO, Map.of());
        var client = connect(server)) {
      assertThat(client.get("/file").patternBytes(PART)).isTrue();
      try (var anew = FileChannel.open(file, StandardOpenOption.WRITE)) {
        anew.write(ByteBuffer.wrap(new byte[] {1}), 0);
      }
      assertThat(client.restLength()).isLessThan(LENGTH - PART);
      assertThat(ended()).isEqualTo(Ending.FAILED);
    }
  }

  @Test
  void aFileThatGrowsMeanwhileIsAsLongAsWasSaid() throws Exception {
    var file = file();
    try (var app = app(file);
        var server = RunningServer.of(app, ThreadMode.AUTO, Map.of());
        var client = connect(server)) {
      assertThat(client.get("/file").patternBytes(PART)).isTrue();
      Files.writeString(file, "more", StandardOpenOption.APPEND);
      assertThat(client.patternGoesOn(PART, LENGTH)).isTrue();
      assertThat(ended()).isEqualTo(Ending.SENT);
      assertThat(client.get("/ping").answer().body()).isEqualTo("pong");
    }
  }

  @Test
  void aFileThatIsReplacedMeanwhileIsTheOldOneToItsEnd() throws Exception {
    var file = file();
    try (var app = app(file);
        var server = RunningServer.of(app, ThreadMode.AUTO, Map.of());
        var client = connect(server)) {
      assertThat(client.get("/file").patternBytes(PART)).isTrue();
      Files.delete(file);
      Files.writeString(file, "another");
      assertThat(client.patternGoesOn(PART, LENGTH)).isTrue();
      assertThat(ended()).isEqualTo(Ending.SENT);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"LOOP", "JDK"})
  void aClientThatLeavesHasTheFileClosed(ThreadMode threads) throws Exception {
    var file = file();
    try (var app = app(file);
        var server = RunningServer.of(app, threads, Map.of())) {
      for (var i = 0; i < 20; i++) {
        try (var client = connect(server)) {
          client.get("/file").awaitText("200");
          client.socket().setSoLinger(true, 0);
        }
        assertThat(ended()).isEqualTo(Ending.GONE);
      }
      assertClosed(file);
      try (var other = connect(server)) {
        assertThat(other.get("/file").patternAnswer()).isEqualTo(LENGTH);
      }
    }
  }

  @Test
  void aClientThatTakesNothingIsResetAndTheFileClosed() throws Exception {
    var file = file();
    try (var app = app(file);
        var server = RunningServer.of(app, ThreadMode.AUTO, Map.of("writeStallSecondsMax", 0.3));
        var stalled = connect(server);
        var other = connect(server)) {
      stalled.get("/file");
      assertThat(other.get("/ping").answer().body()).isEqualTo("pong");
      assertThat(ended()).isEqualTo(Ending.GONE);
      assertClosed(file);
      assertThat(stalled.isCutOff()).isTrue();
    }
  }

  /** H6: a process may have few. */
  @Test
  void clientsThatTakeNothingHoldFewThreadsOfTheSystem() throws Exception {
    var count = 120;
    try (var app = app(file());
        var server =
            RunningServer.of(app, ThreadMode.AUTO, Map.of("writeStallSecondsMax", 600.0))) {
      var clients = new ArrayList<RawClient>();
      for (var n = 0; n < count; n++) {
        clients.add(connect(server).get("/file"));
        clients.getLast().awaitText("200 OK");
      }
      assertThat(server.server().connections()).isEqualTo(count);
      assertThat(ringThreads()).isLessThan(count / 2);
      try (var other = connect(server)) {
        assertThat(other.get("/file").patternAnswer()).isEqualTo(LENGTH);
      }
      for (var client : clients) client.close();
      for (var n = 0; n < count; n++) assertThat(ended()).isIn(Ending.GONE, Ending.SENT);
    }
  }

  /** How many threads the kernel has for what this process has asked of its rings. */
  private static long ringThreads() throws IOException {
    var tasks = Path.of("/proc/self/task");
    if (!Files.isDirectory(tasks)) return 0; // only Linux has rings
    try (var all = Files.list(tasks)) {
      return all.filter(task -> name(task).startsWith("iou-wrk")).count();
    }
  }

  private static String name(Path task) {
    try {
      return Files.readString(task.resolve("comm"));
    } catch (IOException _) {
      return ""; // it has ended
    }
  }

  @Test
  void headOpensNothing() throws Exception {
    var file = file();
    try (var app = app(file);
        var server = RunningServer.of(app, ThreadMode.AUTO, Map.of());
        var client = connect(server)) {
      client.send("HEAD /file HTTP/1.1\r\nHost: a\r\n\r\n");
      var head = client.headAnswer().head();
      assertThat(head)
          .contains("Content-Length: " + LENGTH)
          .contains("Last-Modified: Fri, 02 Jan 2026 03:04:05 GMT")
          .contains("Accept-Ranges: bytes");
      assertThat(client.get("/ping").answer().body()).isEqualTo("pong");
      assertClosed(file);
    }
  }
}

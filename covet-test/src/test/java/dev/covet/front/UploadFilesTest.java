package dev.covet.front;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.covet.api.Conflict;
import dev.covet.api.Mode;
import dev.covet.app.App;
import dev.covet.app.Covet;
import dev.covet.app.StartOptions;
import dev.covet.base.limit.LimitSource;
import dev.covet.test.Answer;
import dev.covet.test.TestClient;
import dev.covet.web.http.Method;
import dev.covet.web.http.Request;
import dev.covet.web.http.Response;
import dev.covet.web.http.Upload;
import dev.covet.web.server.Server;
import dev.covet.web.server.ServerSettings;
import dev.covet.web.server.carrier.ServerLimits;
import gallery.Gallery;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** B3, S3.stack.files: large files are on disk while their requests last, and no longer. */
@Timeout(300)
final class UploadFilesTest {
  private static final byte[] LARGE = new byte[200_000];

  private final AtomicReference<String> seen = new AtomicReference<>("");
  private final AtomicReference<@Nullable Upload> kept = new AtomicReference<>();

  @TempDir Path folder;

  private App app() {
    return Covet.app().set("UPLOAD_FOLDER", folder.toString()).add(Gallery.class);
  }

  /** The files of uploads, wherever they are. */
  private List<Path> files() throws IOException {
    try (var all = Files.walk(folder)) {
      return all.filter(each -> each.getFileName().toString().startsWith("part-")).toList();
    }
  }

  private void assertThatFilesAreGone() throws Exception {
    for (var i = 0; i < 500 && !files().isEmpty(); i++) Thread.sleep(10);
    assertThat(files()).isEmpty();
  }

  private static Answer send(TestClient client, String path, byte[] bytes) {
    return client.request(Method.POST, path).file("file", Upload.of("f", "a/b", bytes)).send();
  }

  private Response look(Request request) {
    try {
      kept.set(request.uploads("file").getFirst());
      var file = files().getFirst();
      seen.set(modes(file) + modes(Objects.requireNonNull(file.getParent())));
      return Response.text("" + Files.size(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String modes(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void aLargeFileIsTheOwnersAloneAndGoneAfterwards(Way way) throws Exception {
    try (var client = way.client(app().post("/look", this::look))) {
      assertThat(send(client, "/look", LARGE).text()).isEqualTo("200000");
      assertThat(seen.get()).isEqualTo("rw-------rwx------");
      assertThatFilesAreGone();
      var late = Objects.requireNonNull(kept.get());
      assertThatThrownBy(late::bytes).isInstanceOf(IllegalStateException.class);
    }
    try (var all = Files.list(folder)) {
      assertThat(all).isEmpty();
    }
  }

  @Test
  void aSmallFileIsInMemory() throws Exception {
    try (var client = Way.HTTP1_LOOP.client(app())) {
      assertThat(send(client, "/gallery/small", new byte[500]).status()).isEqualTo(200);
      try (var all = Files.list(folder)) {
        assertThat(all).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void aFileIsGoneAlsoAfterAnError(Way way) throws Exception {
    var app =
        app()
            .post(
                "/conflict",
                request -> {
                  throw new Conflict("after " + request.uploads("file").size());
                })
            .post(
                "/broken",
                request -> {
                  throw new IllegalStateException("after " + request.uploads("file").size());
                });
    try (var client = way.client(app)) {
      assertThat(send(client, "/conflict", LARGE).status()).isEqualTo(409);
      assertThat(send(client, "/broken", LARGE).status()).isEqualTo(500);
      assertThat(send(client, "/gallery/map", LARGE).status()).isEqualTo(200);
      assertThat(send(client, "/gallery/parameters/7", LARGE).status()).isEqualTo(422);
      assertThatFilesAreGone();
    }
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void filesAreMovedAndCopiedWhereNothingIs(Way way) throws Exception {
    try (var client = way.client(app())) {
      for (var bytes : List.of(new byte[10], LARGE)) {
        var copied = folder.resolve("copied-" + bytes.length);
        var moved = folder.resolve("moved-" + bytes.length);
        assertThat(keep(client, bytes, copied, false)).isEqualTo("kept");
        assertThat(keep(client, bytes, moved, true)).isEqualTo("kept");
        assertThat(keep(client, bytes, moved, true)).isEqualTo("there is one");
        assertThat(Files.readAllBytes(copied)).isEqualTo(bytes);
        assertThat(Files.readAllBytes(moved)).isEqualTo(bytes);
      }
      assertThatFilesAreGone();
    }
  }

  private static String keep(TestClient client, byte[] bytes, Path to, boolean moved) {
    return client
        .request(Method.POST, "/gallery/kept")
        .field("to", to.toString())
        .field("moved", "" + moved)
        .file("file", Upload.of("f", "a/b", bytes))
        .send()
        .text();
  }

  /** B3: all files of the process together have a limit. */
  @Test
  void filesOfAllRequestsTogetherAreLimited() throws Exception {
    var entered = new Semaphore(0);
    var go = new CountDownLatch(1);
    var app =
        app()
            .set("UPLOAD_DISK_BYTES_MAX", "300000")
            .post(
                "/hold",
                request -> {
                  var size = request.uploads("file").getFirst().size();
                  entered.release();
                  await(go);
                  return Response.text("" + size);
                });
    try (var client = Way.HTTP1_JDK.client(app).within(Duration.ofSeconds(20))) {
      var first = Thread.ofVirtual().start(() -> send(client, "/hold", LARGE));
      assertThat(entered.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
      var refused = send(client, "/gallery/sums", LARGE);
      go.countDown();
      first.join();

      assertThat(refused.status()).isEqualTo(503);
      assertThat(refused.errorCode()).contains("UPLOAD_DISK_BYTES_MAX");
      assertThat(refused.header("Retry-After")).contains("1");
      assertThat(client.metrics().value("limit_hits_total", "limit", "UPLOAD_DISK_BYTES_MAX"))
          .isEqualTo(1);
      assertThatFilesAreGone();
      assertThat(send(client, "/gallery/sums", LARGE).text()).isEqualTo("200000");
      assertThat(send(client, "/gallery/sums", new byte[400_000]).status()).isEqualTo(413);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** V0: the handler takes too long; and the client leaves in the middle of a file. */
  @Test
  void aFileIsGoneWhereItsRequestEndsInTheMiddle() throws Exception {
    var entered = new Semaphore(0);
    var app =
        app()
            .post(
                "/hang",
                request -> {
                  var size = request.uploads("file").size();
                  entered.release();
                  await(new CountDownLatch(1));
                  return Response.text("" + size);
                });
    try (var running = app.start(StartOptions.of(Mode.TEST));
        var server =
            Server.start(
                running,
                ServerSettings.of("127.0.0.1", 0)
                    .withLimits(
                        LimitSource.with(Map.of("handlerSecondsMax", 0.5), ServerLimits::from)),
                running.loops())) {
      assertThat(late(server.port())).startsWith("HTTP/1.1 504 ");
      assertThat(entered.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
      assertThatFilesAreGone();
      leave(server.port());
      assertThatFilesAreGone();
    }
  }

  private static byte[] form() {
    var head = "--b\r\nContent-Disposition: form-data; name=file; filename=f\r\n\r\n";
    return (head + "x".repeat(200_000) + "\r\n--b--\r\n").getBytes(ISO_8859_1);
  }

  private static void write(Socket socket, int length) throws IOException {
    var head =
        "POST /hang HTTP/1.1\r\nHost: a\r\nConnection: close\r\n"
            + "Content-Type: multipart/form-data; boundary=b\r\nContent-Length: "
            + form().length
            + "\r\n\r\n";
    socket.getOutputStream().write(head.getBytes(ISO_8859_1));
    socket.getOutputStream().write(form(), 0, length);
  }

  private static String late(int port) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(20_000);
      write(socket, form().length);
      return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
    }
  }

  private void leave(int port) throws Exception {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      write(socket, 150_000);
      for (var i = 0; i < 500 && files().isEmpty(); i++) Thread.sleep(10);
      assertThat(files()).hasSize(1);
    }
  }
}

package dev.covet.front;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import gallery.GalleryApp;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * P8, B3: a file far larger than the memory goes to disk, and what a killed process has left is
 * gone at the next start. {@code ./covet soak upload} sends a larger one.
 */
@Order(1)
@Timeout(300)
final class BigUploadTest {
  private static final long MEGABYTES = Long.getLong("covet.upload.megabytes", 150);
  private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:(\\d+)/docs");
  private static final byte[] MEGABYTE = new byte[1_048_576];
  private static final String HEAD =
      "--b\r\nContent-Disposition: form-data; name=file; filename=f\r\n\r\n";
  private static final String END = "\r\n--b--\r\n";

  @TempDir Path folder;

  /** The gallery in a process of its own, with little memory. */
  private final class Program implements AutoCloseable {
    private final Process process;
    private final BufferedReader lines;
    private final int port;

    Program() throws IOException {
      var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
      var builder =
          new ProcessBuilder(
              java,
              "-Xmx64m",
              "--add-opens=java.base/java.lang=ALL-UNNAMED",
              "-cp",
              System.getProperty("java.class.path"),
              GalleryApp.class.getName());
      builder.environment().put("COVET_MODE", "development");
      builder.environment().put("PORT", "0");
      builder.environment().put("MULTIPART_BYTES_MAX", "5000000000");
      builder.environment().put("UPLOAD_DISK_BYTES_MAX", "5000000000");
      builder.environment().put("UPLOAD_FOLDER", folder.toString());
      process = builder.redirectErrorStream(true).start();
      lines = process.inputReader();
      port = port();
    }

    private int port() throws IOException {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        var found = ADDRESS.matcher(line);
        if (found.find()) return Integer.parseInt(found.group(1));
      }
      throw new AssertionError("the program did not start");
    }

    /** A connection on which so much of a form was sent, of which there is more to come. */
    Socket send(long megabytes, long announced) throws IOException {
      var socket = new Socket(InetAddress.getLoopbackAddress(), port);
      socket.setSoTimeout(60_000);
      var length = HEAD.length() + announced * MEGABYTE.length + END.length();
      var head =
          "POST /gallery/map HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
              + "Content-Type: multipart/form-data; boundary=b\r\nContent-Length: "
              + length
              + "\r\n\r\n"
              + HEAD;
      socket.getOutputStream().write(head.getBytes(ISO_8859_1));
      for (var i = 0L; i < megabytes; i++) socket.getOutputStream().write(MEGABYTE);
      return socket;
    }

    @Override
    public void close() {
      process.destroyForcibly().onExit().join();
    }
  }

  private long held() throws IOException {
    try (var all = Files.walk(folder)) {
      return all.filter(each -> each.getFileName().toString().startsWith("part-")).count();
    }
  }

  private void awaitHeld(long count) throws Exception {
    for (var i = 0; i < 3_000 && held() != count; i++) Thread.sleep(10);
    assertThat(held()).isEqualTo(count);
  }

  @Test
  void aFileLargerThanTheMemoryGoesToDisk() throws Exception {
    try (var program = new Program();
        var socket = program.send(MEGABYTES, MEGABYTES)) {
      socket.getOutputStream().write(END.getBytes(ISO_8859_1));
      var answer = new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
      assertThat(answer)
          .startsWith("HTTP/1.1 200 ")
          .contains("f;application/octet-stream;" + MEGABYTES * MEGABYTE.length + " bytes");
      awaitHeld(0);
    }
  }

  @Test
  void whatAKilledProcessHasLeftIsGoneAtTheNextStart() throws Exception {
    try (var program = new Program();
        var socket = program.send(2, 100)) {
      assertThat(socket.isConnected()).isTrue();
      awaitHeld(1);
    }
    assertThat(held()).isEqualTo(1);
    try (var next = new Program()) {
      assertThat(next.port).isPositive();
      awaitHeld(0);
    }
  }
}

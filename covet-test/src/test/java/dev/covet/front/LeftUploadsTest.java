package dev.covet.front;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import gallery.GalleryApp;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** B3: what a killed process has left of files that were on their way is gone at the next start. */
@Order(1)
@Timeout(300)
final class LeftUploadsTest {
  private static final byte[] MEGABYTE = new byte[1_048_576];
  private static final String HEAD =
      "--b\r\nContent-Disposition: form-data; name=file; filename=f\r\n\r\n";

  @TempDir Path folder;

  private OwnProcess start() throws IOException {
    var settings = Map.of("MULTIPART_BYTES_MAX", "5000000000", "UPLOAD_FOLDER", folder.toString());
    return new OwnProcess(GalleryApp.class, folder, settings);
  }

  /** A connection on which so much of a form was sent, of which there is more to come. */
  private static Socket send(OwnProcess to, int megabytes) throws IOException {
    var socket = new Socket(InetAddress.getLoopbackAddress(), to.address().getPort());
    var head =
        "POST /gallery/map HTTP/1.1\r\nHost: localhost\r\n"
            + "Content-Type: multipart/form-data; boundary=b\r\nContent-Length: 1000000000\r\n\r\n"
            + HEAD;
    socket.getOutputStream().write(head.getBytes(ISO_8859_1));
    for (var i = 0; i < megabytes; i++) socket.getOutputStream().write(MEGABYTE);
    return socket;
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
  void whatAKilledProcessHasLeftIsGoneAtTheNextStart() throws Exception {
    try (var program = start();
        var socket = send(program, 2)) {
      assertThat(socket.isConnected()).isTrue();
      awaitHeld(1);
    }
    assertThat(held()).isEqualTo(1);
    try (var next = start()) {
      assertThat(next.address().getPort()).isPositive();
      awaitHeld(0);
    }
  }
}

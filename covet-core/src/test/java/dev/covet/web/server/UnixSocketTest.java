package dev.covet.web.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.covet.base.config.StartFailure;
import dev.covet.web.address.Cidr;
import dev.covet.web.http.Handler;
import dev.covet.web.http.Response;
import dev.covet.web.server.tls.TlsSettings;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A server that listens on a file. */
@ExtendWith(NoLeaks.class)
final class UnixSocketTest {
  private static final Handler PEER =
      request -> Response.text(request.peer().getHostString() + " " + request.scheme());

  private static final String CLOSING = "GET /a HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";

  @TempDir Path folder;

  private Path path() {
    return folder.resolve("app.sock");
  }

  private ServerSettings settings() {
    return ServerSettings.of("unix:" + path(), 8000);
  }

  private RunningServer server() {
    return RunningServer.of(PEER, settings());
  }

  private String asked(String text) throws IOException {
    try (var client = SocketChannel.open(UnixDomainSocketAddress.of(path()))) {
      client.write(ByteBuffer.wrap(text.getBytes(ISO_8859_1)));
      return new String(Channels.newInputStream(client).readAllBytes(), ISO_8859_1);
    }
  }

  @Test
  void requestsAreAnsweredOverAFile() throws Exception {
    try (var server = server()) {
      assertThat(asked(CLOSING)).startsWith("HTTP/1.1 200").endsWith("unix http");
      assertThat(asked("GET /a HTTP/1.1\r\nHost: a\r\n\r\n" + CLOSING))
          .contains("unix httpHTTP/1.1");
      assertThat(asked("bad\r\n\r\n")).startsWith("HTTP/1.1 400");
      assertThat(server.server().port()).isZero();
      assertThat(settings().address(0)).isEqualTo("unix:" + path());
    }
  }

  @Test
  void itIsOpenToOwnerAndGroupAndGoneAfterTheStop() throws Exception {
    try (var _ = server()) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path())))
          .isEqualTo("rw-rw----");
    }
    assertThat(Files.exists(path(), LinkOption.NOFOLLOW_LINKS)).isFalse();
  }

  @Test
  void whatAProcessThatWasKilledHasLeftIsReplaced() throws Exception {
    try (var left = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      left.bind(UnixDomainSocketAddress.of(path()));
    }
    assertThat(path()).exists();
    try (var _ = server()) {
      assertThat(asked(CLOSING)).startsWith("HTTP/1.1 200");
    }
  }

  @Test
  void aSocketOnWhichAnotherListensIsLeftAlone() throws Exception {
    try (var _ = server()) {
      assertThatThrownBy(() -> server().close())
          .isInstanceOf(StartFailure.class)
          .hasMessageContaining(path() + ": another process listens on it");
      assertThat(asked(CLOSING)).startsWith("HTTP/1.1 200");
    }
  }

  @Test
  void aFileOfAnotherKindIsLeftAlone() throws Exception {
    Files.writeString(path(), "mine");
    assertThatThrownBy(() -> server().close())
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining("that is a file of another kind");
    assertThat(Files.readString(path())).isEqualTo("mine");
  }

  @Test
  void aFolderThatIsNotThereStopsTheStart() {
    var settings = ServerSettings.of("unix:" + folder.resolve("no/app.sock"), 0);
    assertThatThrownBy(() -> RunningServer.of(PEER, settings).close())
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining("cannot listen on unix:" + folder.resolve("no/app.sock"));
  }

  @Test
  void theSocketOfAServerThatCameLaterStays() throws Exception {
    try (var first = server()) {
      Files.delete(path());
      try (var _ = server()) {
        first.server().close();
        assertThat(asked(CLOSING)).startsWith("HTTP/1.1 200");
      }
    }
  }

  @Test
  void aProxyBehindItMaySayWhoItsClientIs() throws Exception {
    var hop = Cidr.of("127.0.0.1").orElseThrow();
    var settings = settings().withProxies(new Proxies(List.of(), List.of(hop)));
    try (var _ = RunningServer.of(PEER, settings)) {
      var line = "PROXY TCP4 192.0.2.1 198.51.100.1 4660 443\r\n";
      assertThat(asked(line + CLOSING)).endsWith("192.0.2.1 http");
    }
  }

  @Test
  void tlsIsSpokenOnItToo() throws Exception {
    var settings = settings().withTls(TlsSettings.of(TestKey.ONE.in(folder)));
    try (var _ = RunningServer.of(PEER, settings)) {
      assertThat(asked(CLOSING)).startsWith("HTTP/1.1 400");
    }
  }
}

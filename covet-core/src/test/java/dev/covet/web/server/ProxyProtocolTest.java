package dev.covet.web.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.base.limit.LimitSource;
import dev.covet.web.address.Cidr;
import dev.covet.web.http.Handler;
import dev.covet.web.http.Response;
import dev.covet.web.server.carrier.ServerLimits;
import dev.covet.web.server.tls.TlsSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** security.md C2: the PROXY protocol, from whom it is believed, and then it must be there. */
@ExtendWith(NoLeaks.class)
final class ProxyProtocolTest {
  private static final Handler PEER =
      request ->
          Response.text(
              request.scheme()
                  + " "
                  + request.peer().getAddress().getHostAddress()
                  + " "
                  + (request.peer().getPort() == 4660));

  private static final String GET = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";
  private static final String SIGNATURE = "0d0a0d0a000d0a515549540a";
  private static final String ADDRESSES = "c0000201" + "c6336401" + "1234" + "01bb";

  private static RunningServer server(Map<String, Double> limits, TlsSettings tls) {
    var hop = Cidr.of("127.0.0.1").orElseThrow();
    return RunningServer.of(
        PEER,
        ServerSettings.of("127.0.0.1", 0)
            .withLimits(LimitSource.with(limits, ServerLimits::from))
            .withProxies(new Proxies(List.of(), List.of(hop)))
            .withTls(tls));
  }

  private static RunningServer server() {
    return server(Map.of(), TlsSettings.OFF);
  }

  private static byte[] with(byte[] header, String text) {
    var all = new ByteArrayOutputStream();
    all.writeBytes(header);
    all.writeBytes(text.getBytes(ISO_8859_1));
    return all.toByteArray();
  }

  private static byte[] hex(String text) {
    return HexFormat.of().parseHex(text);
  }

  @ParameterizedTest
  @CsvSource({
    "PROXY TCP4 192.0.2.1 198.51.100.1 4660 443, http 192.0.2.1 true",
    "PROXY TCP4 255.255.255.255 255.255.255.255 65535 65535, http 255.255.255.255 false",
    "PROXY TCP6 2001:db8::1 2001:db8::2 4660 443, http 2001:db8:0:0:0:0:0:1 true",
    "PROXY TCP6 ::ffff:192.0.2.1 ::1 4660 443, http 192.0.2.1 true",
    "PROXY UNKNOWN, http 127.0.0.1 false",
    "PROXY UNKNOWN ffff:f:f::f ffff::f 65535 65535, http 127.0.0.1 false"
  })
  void aLineTellsWhoTheClientIs(String line, String peer) throws Exception {
    try (var server = server();
        var client = server.connect()) {
      assertThat(client.send(line + "\r\n" + GET + GET).answer().body()).isEqualTo(peer);
      assertThat(client.answer().body()).isEqualTo(peer);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2111000c" + ADDRESSES + ", http 192.0.2.1 true",
    "21110010" + ADDRESSES + "04000101, http 192.0.2.1 true",
    "21210024"
        + "20010db8000000000000000000000001"
        + "20010db8000000000000000000000002"
        + "123401bb, http 2001:db8:0:0:0:0:0:1 true",
    "20000000, http 127.0.0.1 false",
    "2011000c" + ADDRESSES + ", http 127.0.0.1 false",
    "21000000, http 127.0.0.1 false"
  })
  void bytesTellWhoTheClientIs(String rest, String peer) throws Exception {
    try (var server = server();
        var client = server.connect()) {
      assertThat(client.send(with(hex(SIGNATURE + rest), GET)).answer().body()).isEqualTo(peer);
    }
  }

  @Test
  void unixAddressesAreThoseOfTheProxy() throws Exception {
    try (var server = server();
        var client = server.connect()) {
      var header = hex(SIGNATURE + "213100d8" + "00".repeat(216));
      assertThat(client.send(with(header, GET)).answer().body()).isEqualTo("http 127.0.0.1 false");
    }
  }

  @Test
  void theLongestHeadersAreTaken() throws Exception {
    var line = "PROXY UNKNOWN " + "x".repeat(107 - 16) + "\r\n";
    var bytes = hex(SIGNATURE + "21110208" + ADDRESSES + "00".repeat(508));
    assertThat(line).hasSize(107);
    assertThat(bytes).hasSize(536);
    try (var server = server();
        var one = server.connect();
        var two = server.connect()) {
      assertThat(one.send(line + GET).answer().status()).isEqualTo(200);
      assertThat(two.send(with(bytes, GET)).answer().body()).isEqualTo("http 192.0.2.1 true");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"PROXY TCP4 192.0.2.1 198.51.100.1 4660 443\r\n", ""})
  void aHeaderMayComeByteByByte(String line) throws Exception {
    var header =
        line.isEmpty() ? hex(SIGNATURE + "2111000c" + ADDRESSES) : line.getBytes(ISO_8859_1);
    try (var server = server();
        var client = server.connect()) {
      client.socket().setTcpNoDelay(true);
      for (var each : header) {
        client.send(new byte[] {each});
        LockSupport.parkNanos(100_000);
      }
      assertThat(client.send(GET).answer().body()).isEqualTo("http 192.0.2.1 true");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET / HTTP/1.1\r\nHost: a\r\n\r\n",
        "PROXY\r\n",
        "PROXY TCP4\r\n",
        "PROXY  TCP4 192.0.2.1 198.51.100.1 1 2\r\n",
        "PROXY TCP5 192.0.2.1 198.51.100.1 1 2\r\n",
        "PROXY TCP4 192.0.2.1 198.51.100.1 1\r\n",
        "PROXY TCP4 192.0.2.1 198.51.100.1 1 2 3\r\n",
        "PROXY TCP4 192.0.2 198.51.100.1 1 2\r\n",
        "PROXY TCP4 192.0.2.256 198.51.100.1 1 2\r\n",
        "PROXY TCP4 192.0.2.01 198.51.100.1 1 2\r\n",
        "PROXY TCP4 2001:db8::1 2001:db8::2 1 2\r\n",
        "PROXY TCP6 192.0.2.1 198.51.100.1 1 2\r\n",
        "PROXY TCP4 localhost 198.51.100.1 1 2\r\n",
        "PROXY TCP4 192.0.2.1 198.51.100.1 65536 2\r\n",
        "PROXY TCP4 192.0.2.1 198.51.100.1 -1 2\r\n",
        "PROXY TCP4 192.0.2.1 198.51.100.1 01 2\r\n",
        "PROXY TCP4 192.0.2.1 198.51.100.1 1 2\n",
        "proxy TCP4 192.0.2.1 198.51.100.1 1 2\r\n",
        "\r\nPROXY TCP4 192.0.2.1 198.51.100.1 1 2\r\n"
      })
  void aLineThatIsNoneIsClosedWithoutAnAnswer(String line) throws Exception {
    try (var server = server();
        var client = server.connect()) {
      client.send(line + GET);
      assertThat(client.isClosed()).isTrue();
    }
  }

  @Test
  void aLineThatIsTooLongIsClosed() throws Exception {
    try (var server = server();
        var client = server.connect()) {
      client.send("PROXY UNKNOWN " + "x".repeat(107 - 14));
      assertThat(client.isClosed()).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0d0a0d0a000d0a515549540b" + "2111000c" + ADDRESSES,
        SIGNATURE + "1111000c" + ADDRESSES,
        SIGNATURE + "2211000c" + ADDRESSES,
        SIGNATURE + "2112000c" + ADDRESSES,
        SIGNATURE + "2141000c" + ADDRESSES,
        SIGNATURE + "2111000b" + ADDRESSES,
        SIGNATURE + "2121000c" + ADDRESSES,
        SIGNATURE + "21310010" + ADDRESSES + "00000000",
        SIGNATURE + "21110209",
        SIGNATURE + "2111ffff"
      })
  void bytesThatAreNoneAreClosedWithoutAnAnswer(String bytes) throws Exception {
    try (var server = server();
        var client = server.connect()) {
      client.send(with(hex(bytes), GET));
      assertThat(client.isClosed()).isTrue();
    }
  }

  @Test
  void itStandsBeforeTls(@TempDir Path folder) throws Exception {
    var tls = TlsSettings.of(TestKey.ONE.in(folder));
    try (var server = server(Map.of(), tls);
        var plain = new Socket(InetAddress.getLoopbackAddress(), server.server().port())) {
      plain
          .getOutputStream()
          .write("PROXY TCP4 192.0.2.1 198.51.100.1 4660 443\r\n".getBytes(ISO_8859_1));
      try (var client = new RawClient(TlsSocket.to("one.example").over(plain))) {
        assertThat(client.send(GET).answer().body()).isEqualTo("https 192.0.2.1 true");
      }
    }
  }

  /** So load balancers ask whether the app is well, by TLS, too. */
  @Test
  void aProxyThatAsksForItselfIsAnsweredByTls(@TempDir Path folder) throws Exception {
    var tls = TlsSettings.of(TestKey.ONE.in(folder));
    try (var server = server(Map.of(), tls);
        var plain = new Socket(InetAddress.getLoopbackAddress(), server.server().port())) {
      plain.getOutputStream().write(hex(SIGNATURE + "20000000"));
      try (var client = new RawClient(TlsSocket.to("").over(plain))) {
        assertThat(client.send(GET).answer().body()).isEqualTo("https 127.0.0.1 false");
      }
    }
  }

  @Test
  void whoDoesNotSayItInTimeIsClosed() throws Exception {
    var before = System.nanoTime();
    try (var server = server();
        var client = server.connect()) {
      client.socket().setSoTimeout(9_000);
      client.send("PROXY TCP4 ");
      assertThat(client.isClosed()).isTrue();
      assertThat((System.nanoTime() - before) / 1e9).isBetween(4.9, 8.5);
    }
  }

  @Test
  void fromOthersItIsNoRequest() throws Exception {
    try (var server = RunningServer.of(PEER);
        var client = server.connect()) {
      var line = "PROXY TCP4 192.0.2.1 198.51.100.1 4660 443\r\n";
      assertThat(client.send(line + GET).answer().status()).isEqualTo(400);
    }
  }

  @Test
  void connectionsAreCountedByClient() throws Exception {
    try (var server = server(Map.of("connectionsPerAddressMax", 1.0), TlsSettings.OFF);
        var one = from(server, "192.0.2.1");
        var other = from(server, "192.0.2.2")) {
      assertThat(one.answer().status()).isEqualTo(200);
      assertThat(other.answer().status()).isEqualTo(200);
      try (var second = from(server, "192.0.2.1")) {
        assertThat(second.isClosed()).isTrue();
      }
      one.socket().close();
      var end = System.nanoTime() + 30_000_000_000L;
      while (server.server().connections() > 1 && System.nanoTime() < end) Thread.onSpinWait();
      try (var again = from(server, "192.0.2.1")) {
        assertThat(again.answer().status()).isEqualTo(200);
      }
    }
  }

  private static RawClient from(RunningServer server, String address) throws IOException {
    return server.connect().send("PROXY TCP4 " + address + " 198.51.100.1 4660 443\r\n" + GET);
  }
}

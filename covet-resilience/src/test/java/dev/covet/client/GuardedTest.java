package dev.covet.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.covet.api.BadRequest;
import dev.covet.api.UpstreamError;
import dev.covet.base.observe.Metrics;
import dev.covet.web.http.Content;
import dev.covet.web.http.Headers;
import dev.covet.web.http.Method;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Security.md O1: a URL that comes from a client leads nowhere inside. */
class GuardedTest {
  private static final char[] PASSWORD = "changeit".toCharArray();

  @TempDir private static Path folder;
  private static SSLContext tls;
  private static HttpsServer server;

  private final List<String> lookedUp = Collections.synchronizedList(new ArrayList<>());

  @BeforeAll
  static void serve() throws Exception {
    tls = tls(keys());
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(tls));
    server.createContext("/hello", exchange -> Answering.send(exchange, 200, "{}"));
    server.createContext(
        "/asked", exchange -> Answering.send(exchange, 200, exchange.getRequestURI().toString()));
    server.createContext(
        "/to/",
        exchange -> {
          exchange
              .getResponseHeaders()
              .set("Location", exchange.getRequestURI().getPath().substring("/to/".length()));
          Answering.send(exchange, 302, "");
        });
    server.start();
  }

  @AfterAll
  static void stop() {
    server.stop(0);
  }

  private static KeyStore keys() throws IOException, GeneralSecurityException {
    var file = folder.resolve("keys.p12");
    var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    var made =
        new ProcessBuilder(
                keytool,
                "-genkeypair",
                "-keystore",
                file.toString(),
                "-storepass",
                "changeit",
                "-alias",
                "key",
                "-keyalg",
                "EC",
                "-dname",
                "CN=service.example",
                "-ext",
                "san=dns:service.example")
            .redirectErrorStream(true)
            .start();
    made.getInputStream().readAllBytes();
    var keys = KeyStore.getInstance("PKCS12");
    try (var in = Files.newInputStream(file)) {
      keys.load(in, PASSWORD);
    }
    return keys;
  }

  private static SSLContext tls(KeyStore keys) throws GeneralSecurityException {
    var own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    own.init(keys, PASSWORD);
    var trusted = KeyStore.getInstance("PKCS12");
    try {
      trusted.load(null, null);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    trusted.setCertificateEntry("key", keys.getCertificate("key"));
    var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    var context = SSLContext.getInstance("TLS");
    context.init(own.getKeyManagers(), trust.getTrustManagers(), null);
    return context;
  }

  /** Only this server's loopback address counts as public. */
  private Http http(HostNames.Lookup lookup, Predicate<InetAddress> isPublic) {
    HostNames.Lookup noted =
        host -> {
          lookedUp.add(host);
          return lookup.all(host);
        };
    var dialer = new Dialer(noted, isPublic, tls.getSocketFactory());
    return new Http(HttpLimits.USUAL, new Metrics(), dialer);
  }

  private static String url(String path) {
    return "https://service.example:" + server.getAddress().getPort() + path;
  }

  private static InetAddress[] here(String host) throws UnknownHostException {
    return host.equals("inside.example")
        ? InetAddress.getAllByName("10.0.0.1")
        : InetAddress.getAllByName("127.0.0.1");
  }

  @Test
  void whatIsPublicIsCalled() {
    try (var http = http(GuardedTest::here, InetAddress::isLoopbackAddress)) {
      assertThat(http.guarded().get(url("/hello")).send().status()).isEqualTo(200);
      assertThat(http.guarded().get(url("/to//hello")).send().status()).isEqualTo(200);
    }
  }

  /** As it is: encoded already, and without what only a browser has use for. */
  @Test
  void aWebhooksAddressKeepsItsQuery() {
    try (var http = http(GuardedTest::here, InetAddress::isLoopbackAddress)) {
      assertThat(asked(http, "/asked?by=a%20b&c#top", "?why=d+e"))
          .isEqualTo("/asked?by=a%20b&c&why=d+e");
      assertThat(asked(http, "/asked/", "?why=d+e")).isEqualTo("/asked/?why=d+e");
      assertThat(asked(http, "/asked?by=a", "")).isEqualTo("/asked?by=a");
    }
  }

  private static String asked(Http http, String address, String query) {
    var caller = http.named(URI.create(url(address)));
    var content = caller.call(Method.POST, query, Headers.empty(), new byte[0]).content();
    return content instanceof Content.Bytes bytes
        ? new String(bytes.array(), StandardCharsets.UTF_8)
        : "";
  }

  @Test
  void theAddressOfAServiceThatIsNoneIsTheClientsFault() {
    try (var http = http(GuardedTest::here, InetAddress::isLoopbackAddress)) {
      var guarded = http.guarded();
      assertThatThrownBy(() -> guarded.at("not a url")).isInstanceOf(BadRequest.class);
      assertThatThrownBy(() -> guarded.at("https://x/?a")).isInstanceOf(BadRequest.class);
      assertThatThrownBy(() -> http.named(URI.create("/relative"))).isInstanceOf(BadRequest.class);
      assertThatThrownBy(() -> http.at("not a url"))
          .isInstanceOf(IllegalArgumentException.class)
          .isNotInstanceOf(BadRequest.class);
    }
  }

  @Test
  void theAddressThatWasCheckedIsTheOneThatIsDialled() {
    try (var http =
        http(
            _ -> InetAddress.getAllByName(lookedUp.size() == 1 ? "127.0.0.1" : "10.0.0.1"),
            InetAddress::isLoopbackAddress)) {
      assertThat(http.guarded().get(url("/hello")).send().status()).isEqualTo(200);
      assertThat(lookedUp).containsExactly("service.example");
    }
  }

  @Test
  void oneAddressInsideIsEnoughToRefuse() {
    try (var http =
        http(
            _ ->
                new InetAddress[] {
                  InetAddress.ofLiteral("127.0.0.1"), InetAddress.ofLiteral("10.0.0.1")
                },
            InetAddress::isLoopbackAddress)) {
      refuses(http, url("/hello"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://service.example/",
        "https://u:p@service.example/",
        "file:///etc/passwd",
        "https://",
        "not a url",
        "https://127.0.0.1/",
        "https://localhost/",
        "https://2130706433/",
        "https://[::1]/",
        "https://[::ffff:127.0.0.1]/",
        "https://169.254.169.254/latest/meta-data"
      })
  void whatIsInsideOrNoAddressIsTheClientsFault(String url) {
    try (var http = http(InetAddress::getAllByName, PublicAddress::is)) {
      refuses(http, url);
    }
  }

  private static void refuses(Http http, String url) {
    assertThatThrownBy(() -> http.guarded().get(url).send())
        .isInstanceOf(BadRequest.class)
        .hasMessage("This URL cannot be called");
  }

  @Test
  void aRedirectLeadsNowhereInsideEither() {
    try (var http = http(GuardedTest::here, InetAddress::isLoopbackAddress)) {
      refuses(http, url("/to/https://inside.example/"));
      refuses(http, url("/to/http://service.example/"));
    }
  }

  @Test
  void aConnectionOfAPlainCallIsNoneOfAGuardedOne() {
    try (var http = http(GuardedTest::here, _ -> false)) {
      assertThat(http.get(url("/hello")).send().status()).isEqualTo(200);
      refuses(http, url("/hello"));
    }
  }

  @Test
  void theNameInTheCertificateCounts() {
    try (var http = http(GuardedTest::here, InetAddress::isLoopbackAddress)) {
      var other = url("/hello").replace("service.example", "other.example");
      assertThatThrownBy(() -> http.guarded().get(other).send()).isInstanceOf(UpstreamError.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "10.1.2.3",
        "100.64.0.1",
        "100.127.255.255",
        "127.0.0.1",
        "127.8.8.8",
        "169.254.169.254",
        "172.16.0.1",
        "172.31.255.255",
        "192.0.0.8",
        "192.0.2.1",
        "192.88.99.1",
        "192.168.1.1",
        "198.18.0.1",
        "198.19.255.255",
        "198.51.100.1",
        "203.0.113.9",
        "224.0.0.1",
        "239.255.255.255",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::ffff:10.0.0.1",
        "::ffff:127.0.0.1",
        "::127.0.0.1",
        "::ffff:0:10.0.0.1",
        "64:ff9b::10.0.0.1",
        "64:ff9b:1::1",
        "100::1",
        "2001::1",
        "2001:db8::1",
        "2002:7f00:1::",
        "2002:a00:1::",
        "3fff::1",
        "5f00::1",
        "fc00::1",
        "fd12:3456::1",
        "fe80::1",
        "fec0::1",
        "ff02::1",
        "4000::1"
      })
  void addressesInside(String address) {
    assertThat(PublicAddress.is(InetAddress.ofLiteral(address))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.1.1.1",
        "8.8.8.8",
        "100.63.255.255",
        "100.128.0.1",
        "172.15.0.1",
        "172.32.0.1",
        "192.167.0.1",
        "198.17.0.1",
        "223.255.255.255",
        "::ffff:8.8.8.8",
        "64:ff9b::8.8.8.8",
        "2002:808:808::",
        "2600::1",
        "2a00:1450::1",
        "2606:4700::1111"
      })
  void addressesOutside(String address) {
    assertThat(PublicAddress.is(InetAddress.ofLiteral(address))).isTrue();
  }
}

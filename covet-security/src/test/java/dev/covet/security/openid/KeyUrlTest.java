package dev.covet.security.openid;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.sun.net.httpserver.HttpServer;
import dev.covet.api.Unavailable;
import dev.covet.security.MovedClock;
import dev.covet.security.jwt.Forge;
import dev.covet.security.jwt.KeyUrl;
import dev.covet.security.jwt.TokenKey;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** security.md A3. */
class KeyUrlTest {
  private final MovedClock clock = new MovedClock();
  private final AtomicInteger asked = new AtomicInteger();
  private final AtomicReference<String> text = new AtomicReference<>(set("a"));
  private final KeyUrl keys =
      new KeyUrl(
          () -> {
            asked.incrementAndGet();
            if (text.get().isEmpty()) throw new IOException("away");
            return text.get();
          },
          clock);

  private static String set(String... ids) {
    var all = java.util.stream.Stream.of(ids).map(KeyUrlTest::key).toList();
    return new JWKSet(List.copyOf(all)).toString(false);
  }

  private static ECKey key(String id) {
    return new ECKey.Builder(Forge.EC.toPublicJWK()).keyID(id).build();
  }

  /** RFC 8725, 2.1: a secret that all can read makes nobody's tokens good. */
  @Test
  void whatIsNoPublicKeyIsPassedOver() {
    text.set(new JWKSet(List.of(key("a"), Forge.HMAC)).toString(false));
    assertThat(keys.keys().all()).extracting(TokenKey::id).containsExactly("a");

    text.set(new JWKSet(List.of(Forge.HMAC)).toString(false));
    clock.advance(Duration.ofMinutes(5));
    assertThat(keys.keys().all()).extracting(TokenKey::id).containsExactly("a");
  }

  /** RFC 7517, 5: what is not understood is no fault of the set. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'kty':'AKP','alg':'ML-DSA-44','kid':'z','pub':'AAAA'}",
        "{'kty':'EC','crv':'BP-256','kid':'z','x':'AAAA','y':'AAAA'}",
        "{'kty':'OKP','crv':'Ed999','kid':'z','x':'AAAA'}",
        "{'kty':'RSA','kid':'z','e':'AQAB'}",
        "{'kty':'RSA','kid':'z','e':'AQAB','n':'AQAB','use':'enc','key_ops':['verify']}",
        "{'kty':'RSA','kid':'z','e':'AQAB','n':'AQAB','x5c':['bm8=']}",
        "{'kid':5}",
        "'text'",
        "null"
      })
  void aKeyThatCannotBeReadSaysNothingOfTheOthers(String odd) {
    text.set(set("a", "b").replace("[", "[" + odd.replace('\'', '"') + ","));

    assertThat(keys.keys().all()).extracting(TokenKey::id).containsExactly("a", "b");
  }

  @Test
  void theyAreAskedForOnceInFiveMinutes() {
    var first = keys.keys();
    clock.advance(Duration.ofMinutes(4));
    assertThat(keys.keys()).isSameAs(first);
    assertThat(asked).hasValue(1);

    clock.advance(Duration.ofMinutes(1));
    assertThat(keys.keys()).isSameAs(first); // what is the same stays the same
    assertThat(asked).hasValue(2);
  }

  @Test
  void anUnknownKeyIsAskedForOnceInThirtySeconds() {
    keys.keys();
    text.set(set("a", "b"));
    for (var i = 0; i < 100; i++) keys.newer();
    assertThat(asked).hasValue(1);

    clock.advance(Duration.ofSeconds(30));
    for (var i = 0; i < 100; i++) keys.newer();
    assertThat(asked).hasValue(2);
    assertThat(keys.keys().all()).hasSize(2);
  }

  @Test
  void theLastGoodOnesHoldForADay() {
    keys.keys();
    text.set("");
    clock.advance(Duration.ofHours(23));
    assertThat(keys.keys().all()).hasSize(1);

    clock.advance(Duration.ofHours(1));
    assertThatThrownBy(keys::keys).isInstanceOf(Unavailable.class);
    text.set(set("c"));
    clock.advance(Duration.ofSeconds(30));
    assertThat(keys.keys().all()).hasSize(1);
  }

  @Test
  void withoutAnyItIsUnavailableAndNotAskedForEachRequest() {
    text.set("");
    for (var i = 0; i < 100; i++) {
      assertThatThrownBy(keys::keys).isInstanceOf(Unavailable.class);
    }
    assertThat(asked).hasValue(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "{",
        "{\"keys\":7}",
        "{\"keys\":[]}",
        "<html>",
        "{\"keys\":[{\"kty\":\"x\"}]}"
      })
  void whatIsNoKeySetChangesNothing(String broken) {
    var good = keys.keys();
    text.set(broken);
    clock.advance(Duration.ofMinutes(5));

    assertThat(keys.keys()).isSameAs(good);
  }

  @Test
  void moreThanAHundredAreRefused() {
    var many = java.util.stream.IntStream.range(0, 101).mapToObj(i -> "k" + i);
    text.set(set(many.toArray(String[]::new)));

    assertThatThrownBy(keys::keys).isInstanceOf(Unavailable.class);
  }

  /** Answers of a provider, over a real socket. */
  static final class Provider implements AutoCloseable {
    private final HttpServer server;
    final AtomicInteger elsewhere = new AtomicInteger();

    Provider() throws IOException {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext(
          "/elsewhere",
          exchange -> {
            elsewhere.incrementAndGet();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
          });
      server.start();
    }

    String url() {
      return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void answer(String path, int status, String body, String... header) {
      server.createContext(
          path,
          exchange -> {
            if (header.length > 0) exchange.getResponseHeaders().add(header[0], header[1]);
            var bytes = body.getBytes(UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
          });
    }

    @Override
    public void close() {
      server.stop(0);
    }
  }

  @AutoClose private final SafeFetch fetch = new SafeFetch();

  @Test
  void aProviderIsFoundByItsDocument() throws IOException {
    try (var provider = new Provider()) {
      var url = provider.url();
      provider.answer(
          "/.well-known/openid-configuration",
          200,
          "{\"issuer\":\"%s\",\"jwks_uri\":\"%s/keys\",\"x\":[1]}".formatted(url, url));
      provider.answer("/keys", 200, set("a"));

      assertThat(Discovery.of(fetch, url).keySet(fetch)).isEqualTo(set("a"));
    }
  }

  @Test
  void aDocumentOfAnotherIssuerIsRefused() throws IOException {
    try (var provider = new Provider()) {
      provider.answer(
          "/.well-known/openid-configuration",
          200,
          "{\"issuer\":\"https://evil.example\",\"jwks_uri\":\"%s/elsewhere\"}"
              .formatted(provider.url()));

      assertThatThrownBy(() -> Discovery.of(fetch, provider.url())).isInstanceOf(IOException.class);
      assertThat(provider.elsewhere).hasValue(0);
    }
  }

  @Test
  void aRedirectIsNotFollowed() throws IOException {
    try (var provider = new Provider()) {
      provider.answer("/keys", 302, "", "Location", provider.url() + "/elsewhere");

      assertThatThrownBy(() -> fetch.text(URI.create(provider.url() + "/keys")))
          .hasMessageEndingWith("answered 302");
      assertThat(provider.elsewhere).hasValue(0);
    }
  }

  @Test
  void aLongAnswerIsNotReadToItsEnd() throws IOException {
    try (var provider = new Provider()) {
      provider.answer("/keys", 200, " ".repeat(SafeFetch.BYTES_MAX + 1));
      provider.answer("/just", 200, " ".repeat(SafeFetch.BYTES_MAX));

      assertThatThrownBy(() -> fetch.text(URI.create(provider.url() + "/keys")))
          .isInstanceOf(IOException.class);
      assertThat(fetch.text(URI.create(provider.url() + "/just"))).hasSize(SafeFetch.BYTES_MAX);
    }
  }

  /** One that says nothing, and one that does not come to an end. */
  @ParameterizedTest
  @ValueSource(strings = {"", "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nx"})
  void whoDoesNotAnswerInTimeIsLeft(String said) throws Exception {
    try (var server = new ServerSocket(0, 9, InetAddress.getLoopbackAddress());
        var impatient = new SafeFetch(Duration.ofMillis(200))) {
      var address = URI.create("http://127.0.0.1:" + server.getLocalPort());
      var talking =
          Thread.startVirtualThread(() -> {
            try (var socket = server.accept()) {
              socket.getOutputStream().write(said.getBytes(UTF_8));
              assertThat(socket.getInputStream().readAllBytes()).isNotEmpty();
            } catch (IOException _) {
              // it is left
            }
          });

      assertThatThrownBy(() -> impatient.post(address, "a=b", "")).isInstanceOf(IOException.class);
      assertThat(talking.join(Duration.ofSeconds(30))).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://id.example/",
        "ftp://id.example/",
        "file:///etc/passwd",
        "https://user@id.example/",
        "http://127.0.0.1.evil.example/",
        "https:",
        "id.example",
      })
  void othersThanHttpsAreNotAsked(String address) {
    assertThat(SafeFetch.isSafe(URI.create(address.equals("https:") ? "https:x" : address)))
        .isFalse();
  }
}

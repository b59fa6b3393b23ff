package dev.covet.front;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import castle.Hall;
import castle.Visitor;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.sun.net.httpserver.HttpServer;
import dev.covet.api.Mode;
import dev.covet.app.App;
import dev.covet.app.Covet;
import dev.covet.app.StartOptions;
import dev.covet.data.Database;
import dev.covet.security.AuditLog;
import dev.covet.security.CookieSessions;
import dev.covet.security.Jwt;
import dev.covet.test.Answer;
import dev.covet.test.TestClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tokens of another issuer, found by OpenID Connect Discovery: S3.sec.jwt; security.md A1, A3. */
class IssuerTest {
  private final ECKey first = key("first");
  private final ECKey second = key("second");
  private final AtomicInteger asked = new AtomicInteger();
  private volatile List<ECKey> published = List.of(first);
  private HttpServer server;

  private static ECKey key(String id) {
    try {
      return new ECKeyGenerator(Curve.P_256).keyID(id).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  @BeforeEach
  void publish() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    answer(
        "/.well-known/openid-configuration",
        () -> "{\"issuer\":\"%s\",\"jwks_uri\":\"%s/keys\"}".formatted(url(), url()));
    answer(
        "/keys",
        () -> {
          asked.incrementAndGet();
          return new JWKSet(List.copyOf(published)).toPublicJWKSet().toString();
        });
    server.start();
  }

  private void answer(String path, Supplier<String> text) {
    server.createContext(
        path,
        exchange -> {
          var bytes = text.get().getBytes(UTF_8);
          exchange.sendResponseHeaders(200, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
  }

  @AfterEach
  void end() {
    server.stop(0);
  }

  private String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private App app(String issuer) {
    return Covet.app()
        .install(Database.memory())
        .install(Jwt.of(Visitor.class).issuer(issuer).audience("castle"))
        .install(CookieSessions.of(Visitor.class))
        .install(AuditLog.toLog())
        .add(Hall.class);
  }

  private static String token(ECKey key, String issuer, String audience, TestClient client)
      throws JOSEException {
    var exp = client.clock().instant().getEpochSecond() + 3_600;
    var claims =
        "{\"id\":7,\"name\":\"Ann\",\"scopes\":[],\"iss\":\"%s\",\"aud\":[\"%s\"],\"exp\":%s}"
            .formatted(issuer, audience, exp);
    var header = new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build();
    var token = new JWSObject(header, new Payload(claims));
    token.sign(new ECDSASigner(key));
    return token.serialize();
  }

  private static Answer sit(TestClient client, String token) {
    return client.header("Authorization", "Bearer " + token).get("/hall");
  }

  @Test
  void itsTokensAreTakenAndItsKeysMayChange() throws JOSEException {
    try (var client = TestClient.of(app(url())).http1()) {
      var old = token(first, url(), "castle", client);
      assertThat(sit(client, old).text()).isEqualTo("Ann");
      assertThat(sit(client, token(first, url(), "other", client)).status()).isEqualTo(401);
      assertThat(sit(client, token(first, "https://evil", "castle", client)).status())
          .isEqualTo(401);

      published = List.of(second);
      var young = token(second, url(), "castle", client);
      for (var i = 0; i < 5; i++) assertThat(sit(client, young).status()).isEqualTo(401);
      assertThat(asked).hasValue(1);
      client.clock().advance(Duration.ofSeconds(30));
      assertThat(sit(client, young).text()).isEqualTo("Ann");
      assertThat(sit(client, old).status()).isEqualTo(401);
      assertThat(asked).hasValue(2);
    }
  }

  @Test
  void whileItIsAwayWhoComesFirstMayComeAgainLater() throws JOSEException {
    try (var client = TestClient.of(app(url())).http1()) {
      server.removeContext("/keys");
      var token = token(first, url(), "castle", client);
      var answer = sit(client, token);

      assertThat(answer.status()).isEqualTo(503);
      assertThat(answer.text()).contains("Tokens cannot be checked at the moment");
      assertThat(answer.header("Retry-After")).contains("1");
    }
  }

  @Test
  void whatCannotBeSafeDoesNotStart() {
    assertThatThrownBy(() -> start(app("http://id.example.org")))
        .hasMessageContaining("JWT_ISSUER must be an address by https");
    var forAnybody = Covet.app().install(Jwt.of(Visitor.class).issuer("https://id.example.org"));
    assertThatThrownBy(() -> start(forAnybody)).hasMessageContaining("Say for whom yours are");
  }

  private static void start(App app) {
    app.start(StartOptions.of(Mode.TEST)).close();
  }
}

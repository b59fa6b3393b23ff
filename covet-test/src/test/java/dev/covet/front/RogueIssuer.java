package dev.covet.front;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/** An issuer that says what a test has it say, over a real socket. */
final class RogueIssuer implements AutoCloseable {
  private static final ECKey KEY = key();
  private static final ECKey OTHER = key();

  private final HttpServer server;

  /** Members of its document beside the usual ones. */
  volatile String promises = "";

  volatile int status = 200;
  volatile String answer = "{}";
  volatile String asked = "";
  volatile String proof = "";
  private volatile CountDownLatch isAsked = new CountDownLatch(0);
  private volatile CountDownLatch goesOn = new CountDownLatch(0);

  RogueIssuer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    server.createContext("/.well-known/openid-configuration", it -> send(it, 200, document()));
    server.createContext("/keys", it -> send(it, 200, new JWKSet(KEY).toPublicJWKSet().toString()));
    server.createContext("/token", this::token);
    server.start();
  }

  private static ECKey key() {
    try {
      return new ECKeyGenerator(Curve.P_256).keyID("k").generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private String document() {
    return """
    {"issuer": "*", "jwks_uri": "*/keys", "authorization_endpoint": "*/page?tenant=1",
     "token_endpoint": "*/token", "response_types_supported": ["code"]%s}\
    """
        .replace("*", url())
        .formatted(promises);
  }

  private void token(HttpExchange exchange) throws IOException {
    asked = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    proof = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
    isAsked.countDown();
    await(goesOn);
    send(exchange, status, answer);
  }

  private static void await(CountDownLatch latch) {
    try {
      if (!latch.await(10, TimeUnit.SECONDS)) throw new IllegalStateException("nobody came");
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Has the next code wait for an answer until {@link #goesOn}. */
  void hangs() {
    isAsked = new CountDownLatch(1);
    goesOn = new CountDownLatch(1);
  }

  /** Waits for a code. */
  void isAsked() {
    await(isAsked);
  }

  void goesOn() {
    goesOn.countDown();
  }

  private static void send(HttpExchange exchange, int status, String text) throws IOException {
    var bytes = text.getBytes(UTF_8);
    exchange.getResponseHeaders().add("Location", "/elsewhere");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  /** Gives an ID token for the next code. */
  void gives(String token) {
    status = 200;
    answer = "{\"access_token\":\"abc\",\"token_type\":\"Bearer\",\"id_token\":\"" + token + "\"}";
  }

  /** Each makes of a token that is right one that anybody can make. */
  static final List<UnaryOperator<String>> SPOILT =
      List.of(
          right -> base64("{\"alg\":\"none\"}") + "." + payload(right) + ".",
          right -> base64("{\"alg\":\"HS256\",\"kid\":\"k\"}") + "." + payload(right) + ".AAAA",
          right -> right.substring(0, right.lastIndexOf('.') + 1),
          right -> right + "x".repeat(8_192),
          _ -> "x",
          _ -> "");

  static String base64(String text) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
  }

  private static String payload(String token) {
    return token.split("\\.", -1)[1];
  }

  static String signed(Map<String, Object> claims, String type) {
    return signed(claims, type, KEY);
  }

  static String signedByAnother(Map<String, Object> claims) {
    return signed(claims, "JWT", OTHER);
  }

  private static String signed(Map<String, Object> claims, String type, ECKey key) {
    var header =
        new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("k").type(new JOSEObjectType(type)).build();
    var token = new JWSObject(header, new Payload(claims));
    try {
      token.sign(new ECDSASigner(key));
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
    return token.serialize();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}

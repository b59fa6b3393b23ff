package dev.covet.security.jwt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import dev.covet.api.Unauthorized;
import dev.covet.base.observe.Metrics;
import dev.covet.security.Me;
import dev.covet.security.MovedClock;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Makes tokens, good and bad ones, by the JDK alone; and verifiers with the keys to them. */
public final class Forge {
  public static final OctetSequenceKey HMAC = hmac("h", 1);
  static final RSAKey RSA = rsa("r");
  static final RSAKey THEIRS = rsa("r");
  static final RSAKey PSS =
      new RSAKey.Builder(RSA).keyID("p").algorithm(JWSAlgorithm.PS256).build();
  public static final ECKey EC = ec();

  static final Me ANN = new Me(7, "Ann", List.of("admin"));
  static final String ANN_JSON = "{\"id\":7,\"name\":\"Ann\",\"roles\":[\"admin\"]";

  final MovedClock clock = new MovedClock();
  final Set<String> revoked = ConcurrentHashMap.newKeySet();
  final List<String> reasons = new ArrayList<>();
  final KeySource source = source(HMAC, RSA, PSS, EC);

  static OctetSequenceKey hmac(String id, int seed) {
    var bytes = new byte[32];
    bytes[0] = (byte) seed;
    return new OctetSequenceKey.Builder(bytes).keyID(id).build();
  }

  static RSAKey rsa(String id) {
    return made(() -> new RSAKeyGenerator(2048).keyID(id).generate());
  }

  static ECKey ec() {
    return made(() -> new ECKeyGenerator(Curve.P_256).keyID("e").generate());
  }

  static <T> T made(Callable<T> how) {
    try {
      return how.call();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  static TokenKeys keys(JWK... keys) {
    return new TokenKeys("", Stream.of(keys).flatMap(key -> TokenKey.of(key).stream()).toList());
  }

  static KeySource source(JWK... keys) {
    return new KeySource.Fixed(keys(keys));
  }

  JwtVerifier<Me> verifier(TokenTerms terms) {
    return verifier(source, terms);
  }

  JwtVerifier<Me> verifier(KeySource from, TokenTerms terms) {
    var limits = new JwtLimits(8192, 128, 30, 10_000);
    return new JwtVerifier<>(
        Me.PART.codec(),
        new JwtVerifier.By(
            from, terms, limits, clock, revoked::contains, reasons::add, new Metrics()));
  }

  JwtVerifier<Me> own() {
    return verifier(new TokenTerms(Optional.empty(), Optional.empty(), TokenTerms.OWN));
  }

  /** What is signed: a header and a payload as texts, so that nothing keeps them well-formed. */
  static String signed(String header, String payload, Signing by) {
    var input = part(header.getBytes(UTF_8)) + "." + part(payload.getBytes(UTF_8));
    return input + "." + part(by.sign(input.getBytes(UTF_8)));
  }

  static String part(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Signs. */
  interface Signing {
    byte[] sign(byte[] input);

    static Signing mac(String name, byte[] key) {
      return input ->
          made(() -> {
            var mac = Mac.getInstance(name);
            mac.init(new SecretKeySpec(key, name));
            return mac.doFinal(input);
          });
    }

    static Signing of(String name, PrivateKey key) {
      return input ->
          made(() -> {
            var signature = Signature.getInstance(name);
            signature.initSign(key);
            signature.update(input);
            return signature.sign();
          });
    }
  }

  static final Signing BY_HMAC = Signing.mac("HmacSHA256", HMAC.toByteArray());

  String payload(String more) {
    return ANN_JSON + ",\"exp\":" + (clock.seconds() + 900) + more + "}";
  }

  String token(String header) {
    return signed(header, payload(""), BY_HMAC);
  }

  static final String HEADER = "{\"alg\":\"HS256\",\"kid\":\"h\",\"typ\":\"at+jwt\"}";

  static String header(String algorithm, String kid) {
    return "{\"alg\":\"%s\",\"kid\":\"%s\",\"typ\":\"at+jwt\"}".formatted(algorithm, kid);
  }

  static Signing pss() {
    return input ->
        made(() -> {
          var signature = Signature.getInstance("RSASSA-PSS");
          signature.setParameter(
              new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
          signature.initSign(PSS.toPrivateKey());
          signature.update(input);
          return signature.sign();
        });
  }

  void refused(String token) {
    refused(own(), token);
  }

  static void refused(JwtVerifier<Me> verifier, String token) {
    assertThatThrownBy(() -> verifier.verify(token))
        .isInstanceOfSatisfying(
            Unauthorized.class, e -> assertThat(e.getMessage()).startsWith("The token "));
  }
}

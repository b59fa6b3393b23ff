package dev.covet.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import dev.covet.api.Unauthorized;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Signature;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** S3.sec.jwt; security.md A1, A2. */
class JwtVerifierTest {
  private static final OctetSequenceKey HMAC = hmac("h", 1);
  private static final RSAKey RSA = rsa("r");
  private static final RSAKey THEIRS = rsa("r");
  private static final RSAKey PSS =
      new RSAKey.Builder(RSA).keyID("p").algorithm(JWSAlgorithm.PS256).build();
  private static final ECKey EC = ec();

  private static final Me ANN = new Me(7, "Ann", List.of("admin"));
  private static final String ANN_JSON = "{\"id\":7,\"name\":\"Ann\",\"roles\":[\"admin\"]";

  private final MovedClock clock = new MovedClock();
  private final Set<String> revoked = ConcurrentHashMap.newKeySet();
  private final KeySource source = source(HMAC, RSA, PSS, EC);

  private static OctetSequenceKey hmac(String id, int seed) {
    var bytes = new byte[32];
    bytes[0] = (byte) seed;
    return new OctetSequenceKey.Builder(bytes).keyID(id).build();
  }

  private static RSAKey rsa(String id) {
    return made(() -> new RSAKeyGenerator(2048).keyID(id).generate());
  }

  private static ECKey ec() {
    return made(() -> new ECKeyGenerator(Curve.P_256).keyID("e").generate());
  }

  private static <T> T made(java.util.concurrent.Callable<T> how) {
    try {
      return how.call();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static TokenKeys keys(JWK... keys) {
    return new TokenKeys("", Stream.of(keys).flatMap(key -> TokenKey.of(key).stream()).toList());
  }

  private static KeySource source(JWK... keys) {
    return new KeySource.Fixed(keys(keys));
  }

  private JwtVerifier<Me> verifier(TokenTerms terms) {
    return verifier(source, terms);
  }

  private JwtVerifier<Me> verifier(KeySource from, TokenTerms terms) {
    var limits = new JwtLimits(8192, 128, 30, 10_000);
    return new JwtVerifier<>(
        Me.PART.codec(), new JwtVerifier.By(from, terms, limits, clock, revoked::contains));
  }

  private JwtVerifier<Me> own() {
    return verifier(new TokenTerms(Optional.empty(), Optional.empty(), TokenTerms.OWN));
  }

  /** What is signed: a header and a payload as texts, so that nothing keeps them well-formed. */
  private static String signed(String header, String payload, Key by) {
    var input = part(header.getBytes(UTF_8)) + "." + part(payload.getBytes(UTF_8));
    return input + "." + part(by.sign(input.getBytes(UTF_8)));
  }

  private static String part(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Signs by the JDK alone. */
  private interface Key {
    byte[] sign(byte[] input);

    static Key mac(String name, byte[] key) {
      return input ->
          made(() -> {
            var mac = javax.crypto.Mac.getInstance(name);
            mac.init(new javax.crypto.spec.SecretKeySpec(key, name));
            return mac.doFinal(input);
          });
    }

    static Key of(String name, java.security.PrivateKey key) {
      return input ->
          made(() -> {
            var signature = Signature.getInstance(name);
            signature.initSign(key);
            signature.update(input);
            return signature.sign();
          });
    }
  }

  private static final Key BY_HMAC = Key.mac("HmacSHA256", HMAC.toByteArray());

  private String payload(String more) {
    return ANN_JSON + ",\"exp\":" + (clock.seconds() + 900) + more + "}";
  }

  private String token(String header) {
    return signed(header, payload(""), BY_HMAC);
  }

  private static final String HEADER = "{\"alg\":\"HS256\",\"kid\":\"h\",\"typ\":\"at+jwt\"}";

  private static String header(String algorithm, String kid) {
    return "{\"alg\":\"%s\",\"kid\":\"%s\",\"typ\":\"at+jwt\"}".formatted(algorithm, kid);
  }

  @Test
  void aTokenSaysWhoIsSignedIn() {
    assertThat(own().verify(token(HEADER))).isEqualTo(ANN);
  }

  @Test
  void everyKindOfKeyVerifiesItsOwnAlgorithm() throws Exception {
    var rsa = Key.of("SHA256withRSA", RSA.toPrivateKey());
    var ec = Key.of("SHA256withECDSAinP1363Format", EC.toPrivateKey());
    var verifier = own();

    assertThat(verifier.verify(signed(header("RS256", "r"), payload(""), rsa))).isEqualTo(ANN);
    assertThat(verifier.verify(signed(header("ES256", "e"), payload(""), ec))).isEqualTo(ANN);
    assertThat(verifier.verify(signed(header("PS256", "p"), payload(""), pss()))).isEqualTo(ANN);
  }

  private static Key pss() {
    return input ->
        made(() -> {
          var signature = Signature.getInstance("RSASSA-PSS");
          signature.setParameter(
              new java.security.spec.PSSParameterSpec(
                  "SHA-256", "MGF1", java.security.spec.MGF1ParameterSpec.SHA256, 32, 1));
          signature.initSign(PSS.toPrivateKey());
          signature.update(input);
          return signature.sign();
        });
  }

  /** The vector of RFC 8037, A.4, with the key of A.1. */
  @Test
  void edwardsCurvesAreVerifiedByTheJdk() throws Exception {
    var key =
        JWK.parse(
            "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo\"}");
    var token =
        com.nimbusds.jose.JWSObject.parse(
            "eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc."
                + "hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg");
    var found = TokenKey.of(key).orElseThrow();

    assertThat(found.algorithm()).isEqualTo(JWSAlgorithm.EdDSA);
    assertThat(token.verify(found.verifier())).isTrue();
    var other = com.nimbusds.jose.JWSObject.parse(token.serialize().replace(".hgyY", ".hgyZ"));
    assertThat(other.verify(found.verifier())).isFalse();
  }

  private void refused(String token) {
    refused(own(), token);
  }

  private static void refused(JwtVerifier<Me> verifier, String token) {
    assertThatThrownBy(() -> verifier.verify(token))
        .isInstanceOfSatisfying(
            Unauthorized.class, e -> assertThat(e.getMessage()).startsWith("The token "));
  }

  @ParameterizedTest
  @MethodSource("headers")
  void aHeaderChoosesNothing(String why, String header) {
    refused(token(header));
  }

  static Stream<org.junit.jupiter.params.provider.Arguments> headers() {
    var cases = new TreeMap<String, String>();
    cases.put("no algorithm", "{\"alg\":\"none\",\"typ\":\"at+jwt\"}");
    cases.put("no algorithm, spelt", "{\"alg\":\"nOnE\",\"typ\":\"at+jwt\"}");
    cases.put("none at all", "{\"typ\":\"at+jwt\"}");
    cases.put("another of the same key", header("HS512", "h"));
    cases.put("another key's", header("HS256", "r"));
    cases.put("unknown key", header("HS256", "x"));
    cases.put("a path", header("HS256", "../../dev/null"));
    cases.put("SQL", header("HS256", "h' UNION SELECT 'x"));
    cases.put("long kid", header("HS256", "h".repeat(129)));
    cases.put("a number as kid", "{\"alg\":\"HS256\",\"kid\":7,\"typ\":\"at+jwt\"}");
    cases.put(
        "critical",
        "{\"alg\":\"HS256\",\"kid\":\"h\",\"typ\":\"at+jwt\",\"crit\":[\"exp\"],\"exp\":1}");
    cases.put("empty critical", "{\"alg\":\"HS256\",\"kid\":\"h\",\"typ\":\"at+jwt\",\"crit\":[]}");
    cases.put(
        "bare payload",
        "{\"alg\":\"HS256\",\"kid\":\"h\",\"typ\":\"at+jwt\",\"b64\":false,\"crit\":[\"b64\"]}");
    cases.put(
        "bare, uncritical", "{\"alg\":\"HS256\",\"kid\":\"h\",\"typ\":\"at+jwt\",\"b64\":false}");
    cases.put("zipped", "{\"alg\":\"HS256\",\"kid\":\"h\",\"typ\":\"at+jwt\",\"zip\":\"DEF\"}");
    cases.put(
        "encrypted", "{\"alg\":\"dir\",\"enc\":\"A256GCM\",\"kid\":\"h\",\"typ\":\"at+jwt\"}");
    cases.put("another type", "{\"alg\":\"HS256\",\"kid\":\"h\",\"typ\":\"logout+jwt\"}");
    cases.put("an ID token", "{\"alg\":\"HS256\",\"kid\":\"h\",\"typ\":\"JWT\"}");
    cases.put("no type", "{\"alg\":\"HS256\",\"kid\":\"h\"}");
    cases.put("twice", "{\"alg\":\"none\",\"alg\":\"HS256\",\"kid\":\"h\",\"typ\":\"at+jwt\"}");
    return cases.entrySet().stream()
        .map(
            each -> org.junit.jupiter.params.provider.Arguments.of(each.getKey(), each.getValue()));
  }

  /** A key, an address or a certificate in the header is read by nobody. */
  @ParameterizedTest
  @ValueSource(strings = {"jku", "x5u"})
  void anAddressInTheHeaderIsNotAsked(String name) throws Exception {
    try (var nobody = new java.net.ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
      nobody.setSoTimeout(1);
      var url = "https://127.0.0.1:" + nobody.getLocalPort() + "/keys";
      var header =
          "{\"alg\":\"HS256\",\"kid\":\"x\",\"typ\":\"at+jwt\",\"%s\":\"%s\"}".formatted(name, url);

      refused(token(header));
      assertThatThrownBy(nobody::accept).isInstanceOf(java.net.SocketTimeoutException.class);
    }
  }

  @Test
  void aKeyInTheHeaderIsNotUsed() throws Exception {
    var header =
        "{\"alg\":\"RS256\",\"kid\":\"r\",\"typ\":\"at+jwt\",\"jwk\":%s}"
            .formatted(THEIRS.toPublicJWK().toJSONString());

    refused(signed(header, payload(""), Key.of("SHA256withRSA", THEIRS.toPrivateKey())));
  }

  /** The public key of RSA as a secret of HMAC: the oldest trick there is. */
  @Test
  void aPublicKeyIsNoSecret() throws Exception {
    var pem = RSA.toRSAPublicKey().getEncoded();

    refused(signed(header("HS256", "r"), payload(""), Key.mac("HmacSHA256", pem)));
    refused(
        signed("{\"alg\":\"HS256\",\"typ\":\"at+jwt\"}", payload(""), Key.mac("HmacSHA256", pem)));
  }

  @Test
  void anotherAlgorithmOfTheSameKeyIsRefused() throws Exception {
    var rsa = Key.of("SHA512withRSA", RSA.toPrivateKey());
    var sha256 = Key.of("SHA256withRSA", PSS.toPrivateKey());

    refused(signed(header("RS512", "r"), payload(""), rsa));
    refused(signed(header("RS256", "p"), payload(""), sha256));
  }

  /** CVE-2022-21449: a signature of nothing but zeros. */
  @Test
  void zerosAreNoSignature() {
    refused(signed(header("ES256", "e"), payload(""), _ -> new byte[64]));
    refused(signed(header("ES256", "e"), payload(""), _ -> new byte[0]));
    refused(signed(header("HS256", "h"), payload(""), _ -> new byte[32]));
  }

  @Test
  void whatIsTamperedWithIsRefused() {
    var token = token(HEADER);
    var verifier = own();
    assertThat(verifier.verify(token)).isEqualTo(ANN);
    for (var i = 0;
        i < token.length() - 1;
        i += 7) { // the last character has bits that say nothing
      var other = token.charAt(i) == 'A' ? 'B' : 'A';
      if (token.charAt(i) == '.') continue;
      refused(verifier, token.substring(0, i) + other + token.substring(i + 1));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "..", "...", "a.b.c", "a.b", "ä.b.c", "a b.c.d", "{}", "null"})
  void whatIsNoTokenIsRefused(String token) {
    refused(token);
  }

  @Test
  void whatStandsAroundATokenIsRefused() {
    var token = token(HEADER);

    Stream.of(" " + token, token + " ", token + "=", token + ".", token + "\n", "." + token)
        .forEach(this::refused);
  }

  @Test
  void aHugeTokenIsNotLookedAt() {
    refused(signed(HEADER, payload(",\"x\":\"" + "y".repeat(8192) + "\""), BY_HMAC));
    refused("a".repeat(10_000_000));
  }

  @Test
  void itHoldsUntilItExpiresAndAsLongAsClocksMayDiffer() {
    var token = token(HEADER);
    var verifier = own();
    clock.advance(Duration.ofSeconds(929));
    assertThat(verifier.verify(token)).isEqualTo(ANN);

    clock.advance(Duration.ofSeconds(1));
    assertThatThrownBy(() -> verifier.verify(token)).hasMessage("The token has expired");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ",\"exp\":null",
        ",\"exp\":\"soon\"",
        ",\"exp\":-1",
        ",\"exp\":0",
        ",\"exp\":[]"
      })
  void withoutATimeToExpireItIsNone(String exp) {
    refused(signed(HEADER, ANN_JSON + exp + "}", BY_HMAC));
  }

  @Test
  void timesMayBeFractionsAndFarAway() {
    assertThat(own().verify(signed(HEADER, ANN_JSON + ",\"exp\":1e300}", BY_HMAC))).isEqualTo(ANN);
    var fraction = ANN_JSON + ",\"exp\":" + clock.seconds() + ".75}";
    assertThat(own().verify(signed(HEADER, fraction, BY_HMAC))).isEqualTo(ANN);
  }

  @Test
  void anEarlyOneIsRefused() {
    var now = clock.seconds();

    refused(signed(HEADER, payload(",\"nbf\":" + (now + 31)), BY_HMAC));
    assertThat(own().verify(signed(HEADER, payload(",\"nbf\":" + (now + 30)), BY_HMAC)))
        .isEqualTo(ANN);
  }

  @Test
  void issuerAndAudienceAreThoseThatWereSaid() {
    var terms = new TokenTerms(Optional.of("https://id"), Optional.of("tasks"), TokenTerms.OTHERS);
    var verifier = verifier(terms);
    Map.of(
            ",\"iss\":\"https://id\",\"aud\":\"tasks\"", true,
            ",\"iss\":\"https://id\",\"aud\":[\"x\",\"tasks\"]", true,
            ",\"iss\":\"https://id\"", false,
            ",\"iss\":\"https://id\",\"aud\":[]", false,
            ",\"iss\":\"https://id\",\"aud\":\"task\"", false,
            ",\"iss\":\"https://id/\",\"aud\":\"tasks\"", false,
            ",\"aud\":\"tasks\"", false)
        .forEach((more, holds) -> {
          var token = signed("{\"alg\":\"HS256\",\"kid\":\"h\"}", payload(more), BY_HMAC);
          if (holds) {
            assertThat(verifier.verify(token)).isEqualTo(ANN);
          } else {
            refused(verifier, token);
          }
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"name\":\"Ann\",\"roles\":[]", "{\"id\":\"x\",\"name\":\"Ann\",\"roles\":[]",
        "{\"id\":7,\"id\":8,\"name\":\"Ann\",\"roles\":[]", "{\"id\":7,\"name\":null,\"roles\":[]",
      })
  void whoDoesNotFitThePrincipalIsRefused(String claims) {
    var exp = ",\"exp\":" + (clock.seconds() + 900) + "}";
    refused(signed(HEADER, claims + exp, BY_HMAC));
  }

  @Test
  void aPayloadThatIsNoObjectIsRefused() {
    Stream.of("", "null", "[]", "7", "\"x\"", "{", payload("").repeat(2))
        .forEach(payload -> refused(signed(HEADER, payload, BY_HMAC)));
  }

  @Test
  void aSignInThatEndedIsSeenThoughTheTokenIsKnown() {
    var token = signed(HEADER, payload(",\"sid\":\"s1\""), BY_HMAC);
    var verifier = own();
    assertThat(verifier.verify(token)).isEqualTo(ANN);

    revoked.add("s1");
    refused(verifier, token);
  }

  /** What is known of a token is known of the keys, too; a file changes without a restart. */
  @Test
  void aKeyThatIsTakenAwayIsSeenThoughTheTokenIsKnown(@TempDir Path folder) throws Exception {
    var file = folder.resolve("keys.json");
    Files.writeString(file, new JWKSet(List.of(HMAC, RSA)).toString(false));
    var verifier =
        verifier(
            new KeyFile(file, clock),
            new TokenTerms(Optional.empty(), Optional.empty(), TokenTerms.OWN));
    var token = token(HEADER);
    assertThat(verifier.verify(token)).isEqualTo(ANN);

    Files.writeString(file, new JWKSet(List.of(RSA)).toString(false));
    clock.advance(Duration.ofSeconds(10));
    refused(verifier, token);
  }

  @Test
  void keysThatAreTooShortOrForEncryptionAreNone() {
    var weak = new OctetSequenceKey.Builder(new byte[31]).keyID("w").build();
    var short1 = made(() -> new RSAKeyGenerator(1024, true).keyID("s").generate());
    var other = new RSAKey.Builder(RSA).keyUse(KeyUse.ENCRYPTION).build();

    assertThat(keys(weak, short1, other).all()).isEmpty();
  }

  @Test
  void noKeyIsInAText() throws Exception {
    var set = TokenKeys.parse(new JWKSet(List.of(HMAC, RSA)).toString(false));

    assertThat(set.toString()).contains("HS256").doesNotContain(HMAC.getKeyValue().toString());
    assertThat(set.all().toString()).doesNotContain(RSA.getPrivateExponent().toString());
  }

  @Test
  void theCacheKeepsWhatItMay() {
    var cache = new TokenCache<Integer>(10);
    for (var i = 0; i < 1000; i++) cache.put(TokenCache.Digest.of("t" + i), i);

    assertThat(cache.size()).isLessThanOrEqualTo(10);
    assertThat(cache.get(TokenCache.Digest.of("t999"))).isEqualTo(999);
    assertThat(cache.get(TokenCache.Digest.of("t0"))).isNull();
  }
}

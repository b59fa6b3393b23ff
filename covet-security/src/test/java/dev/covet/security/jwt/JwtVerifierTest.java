package dev.covet.security.jwt;

import static dev.covet.security.jwt.Forge.ANN;
import static dev.covet.security.jwt.Forge.BY_HMAC;
import static dev.covet.security.jwt.Forge.EC;
import static dev.covet.security.jwt.Forge.HEADER;
import static dev.covet.security.jwt.Forge.HMAC;
import static dev.covet.security.jwt.Forge.PSS;
import static dev.covet.security.jwt.Forge.RSA;
import static dev.covet.security.jwt.Forge.THEIRS;
import static dev.covet.security.jwt.Forge.header;
import static dev.covet.security.jwt.Forge.keys;
import static dev.covet.security.jwt.Forge.made;
import static dev.covet.security.jwt.Forge.pss;
import static dev.covet.security.jwt.Forge.signed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import dev.covet.security.jwt.Forge.Signing;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** S3.sec.jwt; security.md A1, A2. */
class JwtVerifierTest {
  private final Forge forge = new Forge();

  @Test
  void aTokenSaysWhoIsSignedIn() {
    assertThat(forge.own().verify(forge.token(HEADER))).isEqualTo(ANN);
  }

  /** The answer never says it; who develops an app is told. */
  @Test
  void whyATokenDoesNotHoldIsToldWithoutTheToken() {
    forge.refused("no.token");
    forge.refused(forge.token(header("HS256", "x")));
    forge.refused(forge.token("{\"alg\":\"HS256\",\"kid\":\"h\",\"typ\":\"JWT\"}"));
    var others = new TokenTerms(Optional.of("somebody"), Optional.empty(), TokenTerms.OWN);
    Forge.refused(forge.verifier(others), forge.token(HEADER));

    assertThat(forge.reasons)
        .containsExactly("malformed", "signature", "header", "issuer_or_audience");
  }

  @Test
  void everyKindOfKeyVerifiesItsOwnAlgorithm() throws Exception {
    var rsa = Signing.of("SHA256withRSA", RSA.toPrivateKey());
    var ec = Signing.of("SHA256withECDSAinP1363Format", EC.toPrivateKey());
    var verifier = forge.own();

    assertThat(verifier.verify(signed(header("RS256", "r"), forge.payload(""), rsa)))
        .isEqualTo(ANN);
    assertThat(verifier.verify(signed(header("ES256", "e"), forge.payload(""), ec))).isEqualTo(ANN);
    assertThat(verifier.verify(signed(header("PS256", "p"), forge.payload(""), pss())))
        .isEqualTo(ANN);
  }

  /** The vector of RFC 8037, A.4, with the key of A.1. */
  @Test
  void edwardsCurvesAreVerifiedByTheJdk() throws Exception {
    var key =
        JWK.parse(
            "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo\"}");
    var token =
        JWSObject.parse(
            "eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc."
                + "hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg");
    var found = TokenKey.of(key).orElseThrow();

    assertThat(found.algorithm()).isEqualTo(JWSAlgorithm.EdDSA);
    assertThat(token.verify(found.verifier())).isTrue();
    var other = JWSObject.parse(token.serialize().replace(".hgyY", ".hgyZ"));
    assertThat(other.verify(found.verifier())).isFalse();
  }

  @ParameterizedTest
  @MethodSource("headers")
  void aHeaderChoosesNothing(String why, String header) {
    forge.refused(forge.token(header));
  }

  static Stream<Arguments> headers() {
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
    return cases.entrySet().stream().map(each -> Arguments.of(each.getKey(), each.getValue()));
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

      forge.refused(forge.token(header));
      assertThatThrownBy(nobody::accept).isInstanceOf(java.net.SocketTimeoutException.class);
    }
  }

  @Test
  void aKeyInTheHeaderIsNotUsed() throws Exception {
    var header =
        "{\"alg\":\"RS256\",\"kid\":\"r\",\"typ\":\"at+jwt\",\"jwk\":%s}"
            .formatted(THEIRS.toPublicJWK().toJSONString());

    forge.refused(
        signed(header, forge.payload(""), Signing.of("SHA256withRSA", THEIRS.toPrivateKey())));
  }

  /** The public key of RSA as a secret of HMAC: the oldest trick there is. */
  @Test
  void aPublicKeyIsNoSecret() throws Exception {
    var pem = RSA.toRSAPublicKey().getEncoded();

    forge.refused(signed(header("HS256", "r"), forge.payload(""), Signing.mac("HmacSHA256", pem)));
    forge.refused(
        signed(
            "{\"alg\":\"HS256\",\"typ\":\"at+jwt\"}",
            forge.payload(""),
            Signing.mac("HmacSHA256", pem)));
  }

  @Test
  void anotherAlgorithmOfTheSameKeyIsRefused() throws Exception {
    var rsa = Signing.of("SHA512withRSA", RSA.toPrivateKey());
    var sha256 = Signing.of("SHA256withRSA", PSS.toPrivateKey());

    forge.refused(signed(header("RS512", "r"), forge.payload(""), rsa));
    forge.refused(signed(header("RS256", "p"), forge.payload(""), sha256));
  }

  /** CVE-2022-21449: a signature of nothing but zeros. */
  @Test
  void zerosAreNoSignature() {
    forge.refused(signed(header("ES256", "e"), forge.payload(""), _ -> new byte[64]));
    forge.refused(signed(header("ES256", "e"), forge.payload(""), _ -> new byte[0]));
    forge.refused(signed(header("HS256", "h"), forge.payload(""), _ -> new byte[32]));
  }

  @Test
  void whatIsTamperedWithIsRefused() {
    var token = forge.token(HEADER);
    var verifier = forge.own();
    assertThat(verifier.verify(token)).isEqualTo(ANN);
    for (var i = 0; i < token.length(); i += 7) {
      var other = token.charAt(i) == 'A' ? 'B' : 'A';
      if (token.charAt(i) == '.') continue;
      Forge.refused(verifier, token.substring(0, i) + other + token.substring(i + 1));
    }
  }

  /** The last character has bits that say nothing; who keeps a list of tokens keeps texts. */
  @Test
  void aTokenHasOneTextAlone() {
    var token = forge.token(HEADER);
    var last = token.length() - 1;
    var all = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".toCharArray();
    for (var other : all) {
      if (token.charAt(last) != other) forge.refused(token.substring(0, last) + other);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "..", "...", "a.b.c", "a.b", "ä.b.c", "a b.c.d", "{}", "null"})
  void whatIsNoTokenIsRefused(String token) {
    forge.refused(token);
  }

  @Test
  void whatStandsAroundATokenIsRefused() {
    var token = forge.token(HEADER);

    Stream.of(" " + token, token + " ", token + "=", token + ".", token + "\n", "." + token)
        .forEach(forge::refused);
  }

  @Test
  void aHugeTokenIsNotLookedAt() {
    forge.refused(signed(HEADER, forge.payload(",\"x\":\"" + "y".repeat(8192) + "\""), BY_HMAC));
    forge.refused("a".repeat(10_000_000));
  }

  @Test
  void aSignInThatEndedIsSeenThoughTheTokenIsKnown() {
    var token = signed(HEADER, forge.payload(",\"sid\":\"s1\""), BY_HMAC);
    var verifier = forge.own();
    assertThat(verifier.verify(token)).isEqualTo(ANN);

    forge.revoked.add("s1");
    Forge.refused(verifier, token);
  }

  /** What is known of a token is known of the keys, too; a file changes without a restart. */
  @Test
  void aKeyThatIsTakenAwayIsSeenThoughTheTokenIsKnown(@TempDir Path folder) throws Exception {
    var file = folder.resolve("keys.json");
    Files.writeString(file, new JWKSet(List.of(HMAC, RSA)).toString(false));
    var verifier =
        forge.verifier(
            new KeyFile(file, forge.clock),
            new TokenTerms(Optional.empty(), Optional.empty(), TokenTerms.OWN));
    var token = forge.token(HEADER);
    assertThat(verifier.verify(token)).isEqualTo(ANN);

    Files.writeString(file, new JWKSet(List.of(RSA)).toString(false));
    forge.clock.advance(Duration.ofSeconds(10));
    Forge.refused(verifier, token);
  }

  @Test
  void keysThatAreTooShortOrForEncryptionAreNone() {
    var weak = new OctetSequenceKey.Builder(new byte[31]).keyID("w").build();
    var short1 = made(() -> new RSAKeyGenerator(1024, true).keyID("s").generate());
    var other = new RSAKey.Builder(RSA).keyUse(KeyUse.ENCRYPTION).build();

    assertThat(keys(weak, short1, other).all()).isEmpty();
  }

  /** RFC 7517, 4.5: they should have different names, and need not have any. */
  @Test
  void ofTwoKeysWithOneNameOrNoneEitherMayHaveSigned() throws Exception {
    var ours = Signing.of("SHA256withRSA", RSA.toPrivateKey());
    var other = Signing.of("SHA256withRSA", Forge.rsa("r").toPrivateKey());
    var nameless = new RSAKey.Builder(RSA).keyID(null).build();
    var terms = new TokenTerms(Optional.empty(), Optional.empty(), TokenTerms.OWN);

    var named = header("RS256", "r");
    var plain = "{\"alg\":\"RS256\",\"typ\":\"at+jwt\"}";

    var ofOneName = forge.verifier(Forge.source(Forge.THEIRS, EC, RSA, HMAC), terms);
    var ofNone = forge.verifier(Forge.source(nameless, Forge.THEIRS), terms);
    assertThat(ofOneName.verify(signed(named, forge.payload(""), ours))).isEqualTo(ANN);
    for (var verifier : List.of(ofOneName, ofNone)) {
      assertThat(verifier.verify(signed(plain, forge.payload(""), ours))).isEqualTo(ANN);
      Forge.refused(verifier, signed(plain, forge.payload(""), other));
      Forge.refused(verifier, signed(named, forge.payload(""), other));
    }
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

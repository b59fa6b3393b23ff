package dev.covet.security.jwt;

import static dev.covet.security.jwt.Forge.ANN;
import static dev.covet.security.jwt.Forge.ANN_JSON;
import static dev.covet.security.jwt.Forge.BY_HMAC;
import static dev.covet.security.jwt.Forge.HEADER;
import static dev.covet.security.jwt.Forge.signed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** S3.sec.jwt: what a token says, and until when; security.md A1. */
class JwtClaimsTest {
  private final Forge forge = new Forge();

  @Test
  void itHoldsUntilItExpiresAndAsLongAsClocksMayDiffer() {
    var token = forge.token(HEADER);
    var verifier = forge.own();
    forge.clock.advance(Duration.ofSeconds(929));
    assertThat(verifier.verify(token)).isEqualTo(ANN);

    forge.clock.advance(Duration.ofSeconds(1));
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
    forge.refused(signed(HEADER, ANN_JSON + exp + "}", BY_HMAC));
  }

  @Test
  void timesMayBeFractionsAndFarAway() {
    assertThat(forge.own().verify(signed(HEADER, ANN_JSON + ",\"exp\":1e300}", BY_HMAC)))
        .isEqualTo(ANN);
    var fraction = ANN_JSON + ",\"exp\":" + forge.clock.seconds() + ".75}";
    assertThat(forge.own().verify(signed(HEADER, fraction, BY_HMAC))).isEqualTo(ANN);
  }

  @Test
  void anEarlyOneIsRefused() {
    var now = forge.clock.seconds();

    forge.refused(signed(HEADER, forge.payload(",\"nbf\":" + (now + 31)), BY_HMAC));
    assertThat(forge.own().verify(signed(HEADER, forge.payload(",\"nbf\":" + (now + 30)), BY_HMAC)))
        .isEqualTo(ANN);
  }

  @Test
  void issuerAndAudienceAreThoseThatWereSaid() {
    var terms = new TokenTerms(Optional.of("https://id"), Optional.of("tasks"), TokenTerms.OTHERS);
    var verifier = forge.verifier(terms);
    Map.of(
            ",\"iss\":\"https://id\",\"aud\":\"tasks\"", true,
            ",\"iss\":\"https://id\",\"aud\":[\"x\",\"tasks\"]", true,
            ",\"iss\":\"https://id\"", false,
            ",\"iss\":\"https://id\",\"aud\":[]", false,
            ",\"iss\":\"https://id\",\"aud\":\"task\"", false,
            ",\"iss\":\"https://id/\",\"aud\":\"tasks\"", false,
            ",\"aud\":\"tasks\"", false)
        .forEach((more, holds) -> {
          var token = signed("{\"alg\":\"HS256\",\"kid\":\"h\"}", forge.payload(more), BY_HMAC);
          if (holds) {
            assertThat(verifier.verify(token)).isEqualTo(ANN);
          } else {
            Forge.refused(verifier, token);
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
    var exp = ",\"exp\":" + (forge.clock.seconds() + 900) + "}";
    forge.refused(signed(HEADER, claims + exp, BY_HMAC));
  }

  @Test
  void aPayloadThatIsNoObjectIsRefused() {
    Stream.of("", "null", "[]", "7", "\"x\"", "{", forge.payload("").repeat(2))
        .forEach(payload -> forge.refused(signed(HEADER, payload, BY_HMAC)));
  }
}

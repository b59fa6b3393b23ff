package dev.covet.security.jwt;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import dev.covet.base.json.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;

/** Makes access tokens (RFC 9068): the principal's claims, and until when they hold. */
public record AccessTokens(KeySource keys, TokenTerms terms, Duration life, InstantSource clock) {
  private static final JOSEObjectType TYPE = new JOSEObjectType(TokenTerms.ACCESS);
  private static final int BYTES_HINT = 512;

  /**
   * Whose token it is to be.
   *
   * @param claims the principal as a JSON object
   * @param subject what its {@code @Id} holds; empty for nothing
   * @param signIn the sign-in that it belongs to; empty for none
   */
  public record Whose(String claims, String subject, String signIn) {}

  /**
   * A token of a principal.
   *
   * @throws IllegalStateException if no key is known that signs
   */
  public String of(Whose whose) {
    var key =
        keys.keys()
            .signing()
            .orElseThrow(() -> new IllegalStateException("No key is there to sign tokens with"));
    var header = new JWSHeader.Builder(key.algorithm()).type(TYPE);
    if (!key.id().isEmpty()) header.keyID(key.id());
    var token = new JWSObject(header.build(), new Payload(payload(whose)));
    try {
      token.sign(Objects.requireNonNull(key.signer()));
    } catch (JOSEException e) {
      throw new IllegalStateException("A token cannot be signed", e);
    }
    return token.serialize();
  }

  /** The claims' object, and what is said of the token behind its members. */
  private byte[] payload(Whose whose) {
    var now = clock.instant().getEpochSecond();
    var out = new JsonWriter(BYTES_HINT);
    out.beginObject();
    out.name("iat");
    out.write(now);
    out.name("exp");
    out.write(now + life.toSeconds());
    terms.issuer().ifPresent(it -> out.field("iss", it));
    terms.audience().ifPresent(it -> out.field("aud", it));
    if (!whose.signIn().isEmpty()) out.field("sid", whose.signIn());
    if (!whose.subject().isEmpty()) out.field("sub", whose.subject());
    out.endObject();
    var ours = new String(out.toBytes(), StandardCharsets.UTF_8);
    var body = whose.claims().substring(0, whose.claims().lastIndexOf('}'));
    var joint = body.strip().equals("{") ? "" : ",";
    return (body + joint + ours.substring(1)).getBytes(StandardCharsets.UTF_8);
  }
}

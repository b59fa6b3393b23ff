package dev.covet.security.jwt;

import dev.covet.api.JsonValue;
import dev.covet.api.Model;
import dev.covet.schema.Property;
import dev.covet.schema.Schema;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The claims of a token that say whether it holds (RFC 7519, 4.1); those of the principal stand
 * beside them.
 *
 * @param iss who issued it
 * @param aud whom it is for: a text, or several
 * @param exp until when it holds, in seconds since 1970, which may have a fraction
 * @param nbf from when on it holds
 * @param sid the sign-in that it belongs to
 */
@Model
public record Claims(
    @Nullable String iss,
    @Nullable JsonValue aud,
    @Nullable BigDecimal exp,
    @Nullable BigDecimal nbf,
    @Nullable String sid) {
  /** Names that a principal's components cannot have. */
  public static final List<String> NAMES = List.of("iss", "aud", "exp", "nbf", "iat", "sid");

  /** Later than any time that means something, in seconds since 1970. */
  private static final long SECONDS_MAX = 1L << 40;

  /** {@link #exp} in whole seconds; 0 if there is none, which has always passed. */
  long expires() {
    return exp == null ? 0 : exp.min(BigDecimal.valueOf(SECONDS_MAX)).longValue();
  }

  /** Whether it does not hold yet. */
  boolean isEarly(long latest) {
    return nbf != null && nbf.compareTo(BigDecimal.valueOf(latest)) > 0;
  }

  /** What the members of a record's JSON are called. */
  public static List<String> names(Schema schema) {
    return schema instanceof Schema.Ref(var _, var target)
        ? target.get().properties().stream().map(Property::name).toList()
        : List.of();
  }

  boolean isFor(String audience) {
    return switch (aud) {
      case JsonValue.Text(var one) -> one.equals(audience);
      case JsonValue.Items(var several) -> several.contains(new JsonValue.Text(audience));
      case null, default -> false;
    };
  }
}

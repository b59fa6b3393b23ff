package dev.covet.base.codec;

import dev.covet.base.json.Codec;
import dev.covet.schema.Constraint;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How many values of clients stand in one hash table. A table of the JDK finds a value among many
 * of one hash code as long as they have an order ({@code HashMap} makes trees of them) or cannot be
 * made to have one code; of others, such as records, it would compare each with each.
 */
final class Hashed {
  /** The reason of the problem that there are more. */
  static final String TOO_MANY = "must be one of at most " + Constraint.UNORDERED_MAX + " items";

  private Hashed() {}

  /** Whether one more value may come to so many. */
  static boolean hasRoom(int size, @Nullable Object value) {
    return size < Constraint.UNORDERED_MAX || isOrdered(value);
  }

  private static boolean isOrdered(@Nullable Object value) {
    return switch (value) {
      case String _, Boolean _, Character _, Enum<?> _, UUID _, URI _ -> true;
      case Byte _, Short _, Integer _, Long _, Float _, Double _ -> true;
      case BigInteger _, BigDecimal _ -> true;
      case Instant _, LocalDate _, LocalTime _, OffsetDateTime _, OffsetTime _ -> true;
      case Duration _, Year _, YearMonth _, MonthDay _, ZoneId _ -> true;
      case null -> true;
      default -> false;
    };
  }

  /**
   * Whether a number is there for the first time, however it is written: 1 is 1.0. Other values
   * tell that themselves.
   *
   * @param numbers those that were there, to which it comes
   * @param scalar the value, or that of a value class
   */
  static boolean isNewNumber(Set<Object> numbers, @Nullable Object scalar) {
    return switch (scalar) {
      case BigDecimal decimal -> numbers.add(decimal.stripTrailingZeros());
      case Double number -> numbers.add(number + 0.0); // -0.0 is 0.0
      case Float number -> numbers.add(number + 0.0f);
      case null, default -> true;
    };
  }

  /** What a value is in JSON if it is a value class's. */
  static <T> @Nullable Object scalar(Codec<T> codec, @Nullable T value) {
    return switch (codec) {
      case OrNull<T>(var of) -> scalar(of, value);
      case CheckedValue<T>(var of, var _) -> scalar(of, value);
      case WrappedCodec<T, ?> wrapped when value != null -> wrapped.scalar(value);
      default -> value;
    };
  }
}

package dev.covet.processor.model.type;

import dev.covet.schema.ScalarText;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Year;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the text of a {@code @Default} means. It is read by the grammar by which values of requests
 * are read at run time ({@code base.codec.TextScalars}): a default that no client could send is
 * none.
 */
public final class DefaultText {
  private static final Pattern WHOLE = Pattern.compile("-?[0-9]++");

  /** A number (RFC 8259, 6), but that zeros may lead. */
  private static final Pattern NUMBER =
      Pattern.compile("-?[0-9]++(?:\\.[0-9]++)?+(?:[eE][+-]?[0-9]++)?+");

  /** No text is one of two of these kinds, but for moments. */
  private static final List<ScalarText<? extends TemporalAccessor>> TIMES =
      List.of(
          ScalarText.DATE,
          ScalarText.INSTANT,
          ScalarText.TIME,
          ScalarText.DATE_TIME,
          ScalarText.OFFSET_TIME,
          ScalarText.ZONED_DATE_TIME,
          ScalarText.YEAR_MONTH,
          ScalarText.MONTH_DAY);

  /** The limits of numbers in requests. */
  private static final int NUMBER_CHARS_MAX = 1_000;

  private static final int EXPONENT_MAX = 1_000;
  private static final int YEAR_MAX = 9999;

  private DefaultText() {}

  /** The value of a scalar as JSON writes it, without quotes; empty if the text is none. */
  public static Optional<String> canonical(ScalarKind kind, String text) {
    try {
      return Optional.ofNullable(
          switch (kind) {
            case BOOLEAN -> bool(text);
            case STRING, SECRET -> text;
            case BYTE -> Byte.toString(integer(text).byteValueExact());
            case SHORT -> Short.toString(integer(text).shortValueExact());
            case INT -> Integer.toString(integer(text).intValueExact());
            case LONG -> Long.toString(integer(text).longValueExact());
            case BIG_INTEGER -> whole(integer(text));
            case FLOAT -> Float.isFinite(number(text).floatValue()) ? json(text) : null;
            case DOUBLE -> Double.isFinite(number(text).doubleValue()) ? json(text) : null;
            case DECIMAL -> json(text);
            case CHAR -> again(ScalarText.CHAR, text);
            case UUID -> again(ScalarText.UUID, text);
            case URI -> again(ScalarText.URI, text);
            case DATE -> again(ScalarText.DATE, text);
            case INSTANT -> again(ScalarText.INSTANT, text);
            case TIME -> again(ScalarText.TIME, text);
            case DATE_TIME -> again(ScalarText.DATE_TIME, text);
            case OFFSET_DATE_TIME -> again(ScalarText.OFFSET_DATE_TIME, text);
            case OFFSET_TIME -> again(ScalarText.OFFSET_TIME, text);
            case ZONED_DATE_TIME -> again(ScalarText.ZONED_DATE_TIME, text);
            case DURATION -> again(ScalarText.DURATION, text);
            case PERIOD -> again(ScalarText.PERIOD, text);
            case YEAR -> year(integer(text).intValueExact());
            case YEAR_MONTH -> again(ScalarText.YEAR_MONTH, text);
            case MONTH_DAY -> again(ScalarText.MONTH_DAY, text);
            case ZONE_ID -> again(ScalarText.ZONE_ID, text);
            case ZONE_OFFSET -> again(ScalarText.ZONE_OFFSET, text);
          });
    } catch (ArithmeticException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The time that a text means, whatever kind of time that is. */
  static Optional<TemporalAccessor> time(String text) {
    return TIMES.stream()
        .<@Nullable TemporalAccessor>map(kind -> kind.parse(text))
        .filter(Objects::nonNull)
        .findFirst()
        .or(() -> canonical(ScalarKind.YEAR, text).map(year -> Year.of(Integer.parseInt(year))));
  }

  private static @Nullable String bool(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true", "1", "on", "yes" -> "true";
      case "false", "0", "off", "no" -> "false";
      default -> null;
    };
  }

  private static BigInteger integer(String text) {
    if (!WHOLE.matcher(text).matches()) throw new NumberFormatException("no whole number");
    return number(text).toBigIntegerExact();
  }

  private static BigDecimal number(String text) {
    if (text.length() > NUMBER_CHARS_MAX || !NUMBER.matcher(text).matches()) {
      throw new NumberFormatException("no number");
    }
    var e = text.toLowerCase(Locale.ROOT).indexOf('e');
    if (e >= 0 && Math.abs(Long.parseLong(text.substring(e + 1))) > EXPONENT_MAX) {
      throw new NumberFormatException("too far from 0");
    }
    return new BigDecimal(text);
  }

  private static String json(String text) {
    return number(text).toString();
  }

  private static @Nullable String whole(BigInteger number) {
    return number.abs().toString().length() <= NUMBER_CHARS_MAX ? number.toString() : null;
  }

  private static @Nullable String year(int year) {
    return year >= 1 && year <= YEAR_MAX ? Integer.toString(year) : null;
  }

  /** The value of a text as a text again. */
  private static <T> @Nullable String again(ScalarText<T> kind, String text) {
    var value = kind.parse(text);
    return value == null ? null : kind.text(value);
  }
}

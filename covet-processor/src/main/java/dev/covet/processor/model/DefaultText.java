package dev.covet.processor.model;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the text of a {@code @Default} means. It is read by the grammar by which values of requests
 * are read at run time ({@code base.json.TextScalars}): a default that no client could send is
 * none.
 */
public final class DefaultText {
  /** A number (RFC 8259, 6), but that zeros may lead. */
  private static final Pattern NUMBER =
      Pattern.compile("-?[0-9]++(?:\\.[0-9]++)?+(?:[eE][+-]?[0-9]++)?+");

  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");

  /** A moment (RFC 3339, 5.6), without leap seconds. */
  private static final Pattern INSTANT =
      Pattern.compile(
          DATE + "[tT]\\d\\d:\\d\\d:[0-5]\\d(?:\\.\\d{1,9})?(?:[zZ]|[+-]\\d\\d:\\d\\d)");

  private static final Pattern UUIDS =
      Pattern.compile("\\p{XDigit}{8}-(?:\\p{XDigit}{4}-){3}\\p{XDigit}{12}");

  /** The limits of numbers in requests. */
  private static final int NUMBER_CHARS_MAX = 1_000;

  private static final int EXPONENT_MAX = 1_000;
  private static final int YEAR_MAX = 9999;

  private DefaultText() {}

  /** A default as a client would send it; the text itself where it is none, which was reported. */
  static String sent(TypeModel type, String text, CompilationModel model) {
    return switch (type) {
      case TypeModel.Scalar(var kind, var _) -> canonical(kind, text).orElse(text);
      case TypeModel.EnumType(var name, var _) ->
          constant(model.constants(name), text).map(EnumModel.Constant::jsonName).orElse(text);
      default -> text;
    };
  }

  /** The value of a scalar as JSON writes it, without quotes; empty if the text is none. */
  public static Optional<String> canonical(ScalarKind kind, String text) {
    try {
      return Optional.ofNullable(
          switch (kind) {
            case BOOLEAN -> bool(text);
            case STRING -> text;
            case INT -> Integer.toString(number(text).intValueExact());
            case LONG -> Long.toString(number(text).longValueExact());
            case DOUBLE -> Double.isFinite(number(text).doubleValue()) ? json(text) : null;
            case DECIMAL -> json(text);
            case UUID -> UUIDS.matcher(text).matches() ? UUID.fromString(text).toString() : null;
            case DATE -> DATE.matcher(text).matches() ? date(text) : null;
            case INSTANT -> INSTANT.matcher(text).matches() ? instant(text) : null;
          });
    } catch (ArithmeticException | IllegalArgumentException | DateTimeException e) {
      return Optional.empty();
    }
  }

  private static @Nullable String bool(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true", "1", "on", "yes" -> "true";
      case "false", "0", "off", "no" -> "false";
      default -> null;
    };
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

  private static String date(String text) {
    return inYears(LocalDate.parse(text)).toString();
  }

  private static String instant(String text) {
    Instant value = OffsetDateTime.parse(text.toUpperCase(Locale.ROOT)).toInstant();
    inYears(value.atOffset(ZoneOffset.UTC).toLocalDate());
    return value.toString();
  }

  private static LocalDate inYears(LocalDate date) {
    if (date.getYear() < 1 || date.getYear() > YEAR_MAX) {
      throw new DateTimeException("not of the years 1 to 9999");
    }
    return date;
  }

  /** The constant that a text means: by its name for clients, else by that in Java. */
  public static Optional<EnumModel.Constant> constant(
      List<EnumModel.Constant> constants, String text) {
    return constants.stream()
        .filter(each -> each.jsonName().equals(text))
        .findFirst()
        .or(() -> constants.stream().filter(each -> each.name().equals(text)).findFirst());
  }
}

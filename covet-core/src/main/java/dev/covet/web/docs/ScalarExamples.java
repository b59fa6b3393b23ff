package dev.covet.web.docs;

import dev.covet.api.JsonValue;
import dev.covet.schema.Constraint;
import dev.covet.schema.Kind;
import dev.covet.schema.Schema;
import dev.covet.web.docs.pattern.PatternText;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Makes scalars that look real: of what is known of values that are called so, the first that the
 * limits allow; else one that follows from the limits.
 */
final class ScalarExamples {
  /** Longest text that is made to be long enough. */
  private static final int CHARS_MAX = 2_000;

  private static final byte[] BYTES = "Hello, world".getBytes(StandardCharsets.UTF_8);

  private ScalarExamples() {}

  /**
   * A value; empty if none is found.
   *
   * @param known what values look like that are called so
   * @param nth which one of several, from 0
   */
  static Optional<JsonValue> of(Schema.Scalar scalar, List<String> known, int nth) {
    var limits = new ScalarConstraints(scalar.limits());
    if (limits.isNull()) return Optional.of(JsonValue.NULL);
    return switch (scalar.kind()) {
      case BOOLEAN ->
          Stream.of(true, false)
              .filter(limits::allow)
              .findFirst()
              .<JsonValue>map(JsonValue.Bool::new);
      case BYTE, SHORT, INT, LONG, BIG_INTEGER, FLOAT, DOUBLE, DECIMAL, YEAR ->
          number(scalar.kind(), limits, known, nth).map(JsonValue.Decimal::new);
      case STRING, SECRET -> text(limits, known, nth).map(JsonValue.Text::new);
      case FILE -> Optional.empty(); // no JSON
      case BYTES -> bytes(limits).map(JsonValue.Text::new);
      default -> fixed(scalar.kind(), limits, known, nth).map(JsonValue.Text::new);
    };
  }

  private static Optional<BigDecimal> number(
      Kind kind, ScalarConstraints limits, List<String> known, int nth) {
    var usual =
        switch (kind) {
          case YEAR -> Stream.of(limits.isPast() ? "2020" : limits.isFuture() ? "2099" : "2026");
          case FLOAT, DOUBLE, DECIMAL -> Stream.of("1.5", "2.5", "0.5", "1");
          default -> Stream.of("1", "2", "3", "10", "100");
        };
    var named =
        kind == Kind.YEAR && (limits.isPast() || limits.isFuture()) ? List.<String>of() : known;
    var likely =
        Stream.concat(rotated(named, nth).stream(), rotated(usual.toList(), nth).stream())
            .flatMap(ScalarExamples::decimal);
    return Stream.concat(likely, limits.bounds().stream())
        .filter(each -> limits.allow(kind, each))
        .findFirst();
  }

  private static Stream<BigDecimal> decimal(String text) {
    return text.matches("-?\\d{1,12}(\\.\\d{1,6})?")
        ? Stream.of(new BigDecimal(text))
        : Stream.empty();
  }

  private static Optional<String> text(ScalarConstraints limits, List<String> known, int nth) {
    var usual = List.of("ada@example.com", "grace@example.com", "text", "Text 7", "a1", "7");
    return Stream.concat(rotated(known, nth).stream(), rotated(usual, nth).stream())
        .filter(limits::allow)
        .findFirst()
        .or(() -> sized(known.getFirst(), limits))
        .or(() ->
            limits.patterns().stream()
                .flatMap(each -> PatternText.of(each, limits::allow).stream())
                .findFirst());
  }

  /** A text that is as long as it must be. */
  private static Optional<String> sized(String text, ScalarConstraints limits) {
    var size = limits.size();
    if (size.min() > CHARS_MAX) return Optional.empty();
    var longer = text.length() < size.min() ? (text + " ").repeat(size.min()) : text;
    var most = Math.max(size.min(), Math.min(text.length(), size.max()));
    var cut = longer.substring(0, Math.min(most, longer.length())).strip();
    return Stream.of(cut, cut + "a".repeat(Math.max(0, size.min() - cut.length())))
        .filter(limits::allow)
        .findFirst();
  }

  private static Optional<String> bytes(ScalarConstraints limits) {
    var size = limits.size();
    if (size.min() > CHARS_MAX) return Optional.empty();
    var length = Math.clamp(BYTES.length, size.min(), size.max());
    return Optional.of(Base64.getEncoder().encodeToString(Arrays.copyOf(BYTES, length)));
  }

  /** A text of a kind that has few; what is past is long past, and what is to come is far away. */
  private static Optional<String> fixed(
      Kind kind, ScalarConstraints limits, List<String> known, int nth) {
    if (limits.isPast() && limits.isFuture()) return Optional.empty();
    var isTimed = limits.isPast() || limits.isFuture();
    var day = isTimed ? (limits.isPast() ? "2024-05-1" : "2099-05-1") + nth % 10 : day(known, nth);
    return switch (kind) {
      case CHAR -> text(limits, List.of("a", "b", "c", "A", "1"), nth);
      case UUID -> Optional.of("3f2b8c1e-7d4a-4e6b-9c0d-5a1f2e3b4c" + (10 + nth));
      case URI -> Optional.of("https://example.com/" + (nth == 0 ? "" : nth));
      case DATE -> Optional.of(day);
      case INSTANT -> Optional.of(day + "T12:00:00Z");
      case DATE_TIME -> Optional.of(day + "T12:00:00");
      case OFFSET_DATE_TIME -> Optional.of(day + "T12:00:00+01:00");
      case ZONED_DATE_TIME ->
          Optional.of(day + "T12:00:00+02:00[Europe/Berlin]").map(each -> zoned(each, day));
      case YEAR_MONTH -> Optional.of(day.substring(0, 7));
      case TIME -> Optional.of("12:3" + nth % 10 + ":00").filter(_ -> !isTimed);
      case OFFSET_TIME -> Optional.of("12:3" + nth % 10 + ":00+01:00").filter(_ -> !isTimed);
      case MONTH_DAY -> Optional.of("--05-1" + nth % 10).filter(_ -> !isTimed);
      case DURATION -> Optional.of("PT" + (nth + 1) * 30 + "M");
      case PERIOD -> Optional.of("P" + (nth + 1) + "M");
      case ZONE_ID -> Optional.of(nth == 0 ? "Europe/Berlin" : "Europe/Lisbon");
      case ZONE_OFFSET -> Optional.of("+0" + (1 + nth % 9) + ":00");
      default -> Optional.empty();
    };
  }

  /** Berlin is two hours ahead of UTC in summer, one in winter. */
  private static String zoned(String text, String day) {
    var month = Integer.parseInt(day.substring(5, 7));
    return month > 3 && month < 10 ? text : text.replace("+02:00", "+01:00");
  }

  private static String day(List<String> known, int nth) {
    return known.stream()
        .filter(each -> each.matches("\\d{4}-\\d\\d-\\d\\d"))
        .skip(nth)
        .findFirst()
        .orElseGet(() -> "2026-02-1" + nth % 10);
  }

  /** The list from its nth element on, then what is before it. */
  private static List<String> rotated(List<String> all, int nth) {
    var at = all.isEmpty() ? 0 : nth % all.size();
    return Stream.concat(all.subList(at, all.size()).stream(), all.subList(0, at).stream())
        .toList();
  }

  /** How many elements a list, or members a map, may have of which one or two look best. */
  static int count(List<Constraint> limits, int best) {
    var size = new ScalarConstraints(limits).size();
    return Math.clamp(best, size.min(), Math.max(size.min(), size.max()));
  }
}

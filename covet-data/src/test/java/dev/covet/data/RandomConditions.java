package dev.covet.data;

import static dev.covet.data.Expressions.and;
import static dev.covet.data.Expressions.not;
import static dev.covet.data.Expressions.or;
import static golden.kinds.Kinds.SAMPLE;
import static golden.kinds.KindsTable.KINDS;

import dev.covet.data.query.Condition;
import dev.covet.data.query.Expression;
import dev.covet.data.query.TextExpression;
import dev.covet.data.table.Column;
import golden.kinds.Kinds;
import golden.kinds.State;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Conditions, and what the same asks in Java; rows that lie near each other. */
final class RandomConditions {
  private static final List<String> LETTERS =
      List.of(
          "a",
          "A",
          "b",
          "%",
          "_",
          "\\",
          "*",
          "?",
          "[",
          "]",
          " ",
          "\u00e4",
          "\u00c4",
          "\ufffd",
          "\ud83d\ude00",
          "'",
          "\"");

  private static final BigDecimal CENT = new BigDecimal("0.01");

  /** Text by code point, as D45 says; Java's own order is by UTF-16 unit. */
  private static final Comparator<String> BY_CODE_POINT =
      (one, other) -> Arrays.compare(one.codePoints().toArray(), other.codePoints().toArray());

  private final Random random;

  RandomConditions(long seed) {
    this.random = new Random(seed);
  }

  /** A condition and what it is for a row: null for unknown. */
  record Asked(Condition<Kinds> condition, Function<Kinds, @Nullable Boolean> inJava) {}

  private record Valued<V>(
      Expression<Kinds, V> expression,
      Function<Kinds, @Nullable V> inJava,
      V value,
      Comparator<? super V> order) {}

  Kinds row() {
    var values = KINDS.shape().values(SAMPLE);
    set(values, KINDS.id, new UUID(random.nextLong(), random.nextLong()));
    set(values, KINDS.flag, random.nextBoolean());
    set(values, KINDS.small, random.nextInt(7) - 3);
    set(values, KINDS.big, random.nextInt(4) == 0 ? null : (Long) number());
    set(values, KINDS.real, real());
    set(values, KINDS.text, text());
    set(values, KINDS.state, random.nextBoolean() ? State.TODO : State.DONE);
    set(values, KINDS.price, decimal(2));
    set(values, KINDS.day, day());
    set(values, KINDS.moment, moment(1_000));
    set(values, KINDS.moments, moments());
    return KINDS.shape().make(values);
  }

  private List<Instant> moments() {
    return Stream.generate(() -> moment(1_000)).limit(random.nextInt(3)).toList();
  }

  private static <V> void set(
      @Nullable Object[] values, Column<Kinds, V> column, @Nullable V value) {
    values[column.index()] = value;
  }

  private long number() {
    return switch (random.nextInt(8)) {
      case 0 -> Long.MAX_VALUE;
      case 1 -> Long.MIN_VALUE;
      default -> random.nextInt(5) - 2;
    };
  }

  private double real() {
    return List.of(0.0, -1.5, 0.1, 0.2, 0.30000000000000004, 1e300, Double.MIN_VALUE)
        .get(random.nextInt(7));
  }

  private String text() {
    var text = new StringBuilder();
    for (var left = random.nextInt(5); left > 0; left--) {
      text.append(LETTERS.get(random.nextInt(LETTERS.size())));
    }
    return text.toString();
  }

  private BigDecimal decimal(int scale) {
    return BigDecimal.valueOf(random.nextInt(9) - 4, scale);
  }

  private LocalDate day() {
    return LocalDate.of(2026, 1, 1 + random.nextInt(4));
  }

  private Instant moment(int stepNanos) {
    return Instant.ofEpochSecond(random.nextInt(2) - 1, (long) random.nextInt(3) * stepNanos);
  }

  /** A condition of at most so many levels. */
  Asked condition(int levels) {
    if (levels == 0 || random.nextInt(3) == 0) {
      return leaf();
    }
    var one = condition(levels - 1);
    var other = condition(levels - 1);
    return switch (random.nextInt(3)) {
      case 0 -> new Asked(not(one.condition), row -> opposite(one.inJava.apply(row)));
      case 1 ->
          new Asked(
              and(one.condition, other.condition),
              row -> both(one.inJava.apply(row), other.inJava.apply(row)));
      default ->
          new Asked(
              or(one.condition, other.condition),
              row ->
                  opposite(
                      both(opposite(one.inJava.apply(row)), opposite(other.inJava.apply(row)))));
    };
  }

  private static @Nullable Boolean opposite(@Nullable Boolean it) {
    return it == null ? null : !it;
  }

  private static @Nullable Boolean both(@Nullable Boolean one, @Nullable Boolean other) {
    if (Boolean.FALSE.equals(one) || Boolean.FALSE.equals(other)) {
      return false;
    }
    return (one == null || other == null) ? null : true;
  }

  private Asked leaf() {
    return switch (random.nextInt(16)) {
      case 0, 1, 2, 3 -> ofText();
      case 4 -> ofList(moment(500));
      default -> valued(random.nextInt(14));
    };
  }

  private static Asked ofList(Instant element) {
    return new Asked(KINDS.moments.has(element), row -> row.moments().contains(element));
  }

  private Asked valued(int kind) {
    return switch (kind) {
      case 0 -> number(KINDS.big, Kinds::big, number());
      case 1 -> number(KINDS.small, Kinds::small, random.nextInt(7) - 3);
      case 2 -> number(KINDS.price, Kinds::price, decimal(2 + random.nextInt(3)));
      case 3 -> number(KINDS.moment, Kinds::moment, moment(500));
      case 4 -> compared(new Valued<>(KINDS.text, Kinds::text, text(), BY_CODE_POINT));
      case 5 -> number(KINDS.day, Kinds::day, day());
      case 6 -> number(KINDS.real, Kinds::real, real());
      default -> workedOut(kind);
    };
  }

  private Asked workedOut(int kind) {
    return switch (kind) {
      case 7 ->
          number(
              KINDS.small.plus(2).times(KINDS.small),
              it -> Math.multiplyExact(it.small() + 2L, it.small()),
              (long) random.nextInt(9));
      case 8 ->
          number(
              KINDS.price.times(KINDS.small).minus(CENT),
              it -> it.price().multiply(BigDecimal.valueOf(it.small())).subtract(CENT),
              decimal(2));
      case 9 ->
          number(
              KINDS.text.length(),
              it -> (long) it.text().codePointCount(0, it.text().length()),
              (long) random.nextInt(4));
      case 10, 11, 12 -> divided(kind);
      default -> number(KINDS.big.orElse(1L), it -> it.big() == null ? 1L : it.big(), number());
    };
  }

  private Asked divided(int kind) {
    return switch (kind) {
      case 10 ->
          number(
              KINDS.small.modulo(KINDS.small.minus(1)),
              it -> it.small() == 1 ? null : (long) (it.small() % (it.small() - 1)),
              (long) random.nextInt(5) - 2);
      case 11 ->
          number(
              KINDS.price.dividedBy(KINDS.small),
              it ->
                  it.small() == 0
                      ? null
                      : it.price().divide(BigDecimal.valueOf(it.small()), 2, RoundingMode.DOWN),
              decimal(2));
      default ->
          number(
              KINDS.small.dividedBy(-2), it -> (long) (it.small() / -2), (long) random.nextInt(3));
    };
  }

  private <V extends Comparable<? super V>> Asked number(
      Expression<Kinds, V> expression, Function<Kinds, @Nullable V> inJava, V value) {
    return compared(new Valued<>(expression, inJava, value, Comparator.naturalOrder()));
  }

  private <V> Asked compared(Valued<V> it) {
    var of = it.expression;
    var value = it.value;
    return switch (random.nextInt(10)) {
      case 0 -> asked(of.eq(value), it, sign -> sign == 0);
      case 1 -> asked(of.ne(value), it, sign -> sign != 0);
      case 2 -> asked(of.lt(value), it, sign -> sign < 0);
      case 3 -> asked(of.le(value), it, sign -> sign <= 0);
      case 4 -> asked(of.gt(value), it, sign -> sign > 0);
      case 5 -> asked(of.ge(value), it, sign -> sign >= 0);
      case 6 -> asked(of.between(value, value), it, sign -> sign == 0);
      case 7 -> asked(of.in(List.of(value)), it, sign -> sign == 0);
      case 8 -> asked(of.notIn(List.of(value, value)), it, sign -> sign != 0);
      default ->
          random.nextBoolean()
              ? new Asked(of.isNull(), row -> it.inJava.apply(row) == null)
              : new Asked(of.isNotNull(), row -> it.inJava.apply(row) != null);
    };
  }

  private static <V> Asked asked(
      Condition<Kinds> condition, Valued<V> it, Function<Integer, Boolean> fits) {
    return new Asked(
        condition,
        row -> {
          var own = it.inJava.apply(row);
          return own == null ? null : fits.apply(it.order.compare(own, it.value));
        });
  }

  private Asked ofText() {
    var part = text();
    return switch (random.nextInt(9)) {
      case 0 -> matching(KINDS.text.contains(part), part, (it, own) -> low(it).contains(low(own)));
      case 1 ->
          matching(KINDS.text.startsWith(part), part, (it, own) -> low(it).startsWith(low(own)));
      case 2 -> matching(KINDS.text.endsWith(part), part, (it, own) -> low(it).endsWith(low(own)));
      case 3 ->
          matching(KINDS.text.like(part), part, (it, own) -> regex(own).matcher(it).matches());
      case 4 ->
          matching(
              KINDS.text.ilike(part),
              part,
              (it, own) -> regex(low(own)).matcher(low(it)).matches());
      case 5 -> made(KINDS.text.lower(), RandomConditions::low);
      case 6 -> made(KINDS.text.upper(), RandomConditions::up);
      case 7 -> made(KINDS.text.trim(), it -> it.replaceAll("^ +| +$", ""));
      default -> made(KINDS.text.concat(part).concat(KINDS.text), it -> it + part + it);
    };
  }

  private Asked made(TextExpression<Kinds> expression, Function<String, String> inJava) {
    return compared(
        new Valued<>(expression, row -> inJava.apply(row.text()), text(), BY_CODE_POINT));
  }

  private static Asked matching(
      Condition<Kinds> condition, String part, BiFunction<String, String, Boolean> fits) {
    return new Asked(condition, row -> fits.apply(row.text(), part));
  }

  private static String low(String text) {
    return ascii(text, 'A', 'Z', 'a' - 'A');
  }

  private static String up(String text) {
    return ascii(text, 'a', 'z', 'A' - 'a');
  }

  private static String ascii(String text, char from, char to, int by) {
    var changed = new StringBuilder();
    text.chars().forEach(c -> changed.append((char) ((c >= from && c <= to) ? c + by : c)));
    return changed.toString();
  }

  private static Pattern regex(String like) {
    var regex = new StringBuilder();
    var codePoints = like.codePoints().toArray();
    for (var at = 0; at < codePoints.length; at++) {
      var c = codePoints[at];
      if (c == '%' || c == '_') {
        regex.append(c == '%' ? ".*" : ".");
      } else {
        var literal = c == '\\' && at + 1 < codePoints.length ? codePoints[++at] : c;
        regex.append(Pattern.quote(Character.toString(literal)));
      }
    }
    return Pattern.compile(regex.toString(), Pattern.DOTALL);
  }
}

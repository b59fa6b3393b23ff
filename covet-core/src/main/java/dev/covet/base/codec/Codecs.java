package dev.covet.base.codec;

import dev.covet.api.Changes;
import dev.covet.api.Changes.Shape;
import dev.covet.api.JsonValue;
import dev.covet.api.Problem;
import dev.covet.api.Secret;
import dev.covet.base.json.Codec;
import dev.covet.base.json.JsonReader;
import dev.covet.base.json.JsonWriter;
import dev.covet.base.json.Keys;
import dev.covet.base.json.Numbers;
import dev.covet.base.problem.Place;
import dev.covet.schema.Kind;
import dev.covet.schema.ScalarText;
import dev.covet.schema.Schema;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Codecs of types that are no records, and codecs made of others. */
public final class Codecs {
  /** {@code true} and {@code false}. */
  public static final Codec<Boolean> BOOLEAN =
      of(Kind.BOOLEAN, TextForm.EXACT_BOOLEAN, JsonReader::readBoolean, JsonWriter::write);

  /** Whole numbers of 32 bits. */
  public static final Codec<Integer> INT =
      of(Kind.INT, TextForm.INT, JsonReader::readInt, JsonWriter::write);

  /** Whole numbers of 64 bits. */
  public static final Codec<Long> LONG =
      of(Kind.LONG, TextForm.LONG, JsonReader::readLong, JsonWriter::write);

  /** Doubles. */
  public static final Codec<Double> DOUBLE =
      of(Kind.DOUBLE, TextForm.DOUBLE, JsonReader::readDouble, JsonWriter::write);

  /** Exact numbers. */
  public static final Codec<BigDecimal> DECIMAL =
      of(Kind.DECIMAL, TextForm.DECIMAL, JsonReader::readDecimal, JsonWriter::write);

  /** Texts. */
  public static final Codec<String> STRING =
      of(Kind.STRING, TextForm.STRING, JsonReader::readString, JsonWriter::write);

  /** Identifiers. */
  public static final Codec<UUID> UUID =
      of(Kind.UUID, TextForm.UUID, in -> in.readText(ScalarText.UUID), JsonWriter::write);

  /** Days. */
  public static final Codec<LocalDate> DATE =
      of(Kind.DATE, TextForm.DATE, in -> in.readText(ScalarText.DATE), JsonWriter::write);

  /** Moments. */
  public static final Codec<Instant> INSTANT =
      of(Kind.INSTANT, TextForm.INSTANT, in -> in.readText(ScalarText.INSTANT), JsonWriter::write);

  /** Whole numbers of 8 bits. */
  public static final Codec<Byte> BYTE =
      of(Kind.BYTE, TextForm.BYTE, JsonReader::readByte, (out, value) -> out.write((int) value));

  /** Whole numbers of 16 bits. */
  public static final Codec<Short> SHORT =
      of(Kind.SHORT, TextForm.SHORT, JsonReader::readShort, (out, value) -> out.write((int) value));

  /** Whole numbers. */
  public static final Codec<BigInteger> BIG_INTEGER =
      of(Kind.BIG_INTEGER, TextForm.BIG_INTEGER, JsonReader::readBigInteger, JsonWriter::write);

  /** Floats. */
  public static final Codec<Float> FLOAT =
      of(Kind.FLOAT, TextForm.FLOAT, JsonReader::readFloat, JsonWriter::write);

  /** Characters. */
  public static final Codec<Character> CHAR = of(Kind.CHAR, TextForm.CHAR, ScalarText.CHAR);

  /** Bytes, in base64. */
  public static final Codec<byte[]> BYTES = new BytesCodec();

  /** Texts that are shown to nobody; what is for others has no place for them. */
  public static final Codec<Secret> SECRET =
      of(
          Kind.SECRET,
          TextForm.SECRET,
          Codecs::readSecret,
          (out, value) -> out.write(value.value()));

  /** Addresses. */
  public static final Codec<URI> URI = of(Kind.URI, TextForm.URI, ScalarText.URI);

  /** Times of day. */
  public static final Codec<LocalTime> TIME = of(Kind.TIME, TextForm.TIME, ScalarText.TIME);

  /** Days with a time of day. */
  public static final Codec<LocalDateTime> DATE_TIME =
      of(Kind.DATE_TIME, TextForm.DATE_TIME, ScalarText.DATE_TIME);

  /** Moments with an offset. */
  public static final Codec<OffsetDateTime> OFFSET_DATE_TIME =
      of(Kind.OFFSET_DATE_TIME, TextForm.OFFSET_DATE_TIME, ScalarText.OFFSET_DATE_TIME);

  /** Times of day with an offset. */
  public static final Codec<OffsetTime> OFFSET_TIME =
      of(Kind.OFFSET_TIME, TextForm.OFFSET_TIME, ScalarText.OFFSET_TIME);

  /** Moments with a time zone. */
  public static final Codec<ZonedDateTime> ZONED_DATE_TIME =
      of(Kind.ZONED_DATE_TIME, TextForm.ZONED_DATE_TIME, ScalarText.ZONED_DATE_TIME);

  /** Lengths of time. */
  public static final Codec<Duration> DURATION =
      of(Kind.DURATION, TextForm.DURATION, ScalarText.DURATION);

  /** Lengths of time in days or longer. */
  public static final Codec<Period> PERIOD = of(Kind.PERIOD, TextForm.PERIOD, ScalarText.PERIOD);

  /** Years, as numbers. */
  public static final Codec<Year> YEAR =
      of(Kind.YEAR, TextForm.YEAR, Codecs::readYear, JsonWriter::write);

  /** Months. */
  public static final Codec<YearMonth> YEAR_MONTH =
      of(Kind.YEAR_MONTH, TextForm.YEAR_MONTH, ScalarText.YEAR_MONTH);

  /** Days of every year. */
  public static final Codec<MonthDay> MONTH_DAY =
      of(Kind.MONTH_DAY, TextForm.MONTH_DAY, ScalarText.MONTH_DAY);

  /** Time zones. */
  public static final Codec<ZoneId> ZONE_ID =
      of(Kind.ZONE_ID, TextForm.ZONE_ID, ScalarText.ZONE_ID);

  /** Distances from UTC. */
  public static final Codec<ZoneOffset> ZONE_OFFSET =
      of(Kind.ZONE_OFFSET, TextForm.ZONE_OFFSET, ScalarText.ZONE_OFFSET);

  /** Any JSON value. */
  public static final Codec<JsonValue> VALUE = new Values();

  /** Problems, as the answers of errors have them. */
  public static final Codec<Problem> PROBLEM = new ProblemCodec();

  private Codecs() {}

  private static <T> Codec<T> of(
      Kind kind,
      TextForm<T> form,
      Function<JsonReader, @Nullable T> read,
      BiConsumer<JsonWriter, T> write) {
    return new Scalar<>(Schema.of(kind), form, read, write);
  }

  private static <T> Codec<T> of(Kind kind, TextForm<T> form, ScalarText<T> text) {
    return of(kind, form, in -> in.readText(text), (out, value) -> out.write(text, value));
  }

  private static @Nullable Secret readSecret(JsonReader in) {
    var text = in.readString();
    return text == null ? null : Secret.of(text);
  }

  private static Year readYear(JsonReader in) {
    return Year.of(in.readWithin(Numbers.YEAR_MIN, Numbers.YEAR_MAX));
  }

  /** Reads a list of values that are not null, unless {@link HeldCodecs#orNull} is their codec. */
  public static <T> @Nullable List<T> readList(JsonReader in, Codec<T> element) {
    return ListOf.read(in, element);
  }

  /** Lists of values that are not null. */
  public static <T> Codec<List<T>> list(Codec<T> element) {
    return new ListOf<>(element);
  }

  /**
   * An enum, or another closed set of values, by their texts.
   *
   * @param type the Java type with its package, from which its name in documents is made
   * @param byText the texts in JSON and what they stand for, in order
   */
  public static <T> Codec<T> choice(String type, String description, Map<String, T> byText) {
    return new Choice<>(type, description, byText);
  }

  /**
   * An enum.
   *
   * @param type the Java type with its package, from which its name in documents is made
   * @param values its constants, in order
   * @param text the text of a constant in JSON
   */
  public static <T> Codec<T> choice(
      String type, String description, T[] values, Function<T, String> text) {
    var byText = new LinkedHashMap<String, T>();
    for (var value : values) byText.put(text.apply(value), value);
    return choice(type, description, byText);
  }

  /**
   * An enum that no codec is generated for, such as one of the JDK, by the names of its constants.
   *
   * @throws IllegalArgumentException if the class is no enum
   */
  public static <E extends Enum<E>> Codec<E> choice(Class<E> type) {
    return Choice.of(type);
  }

  /** A value class: a record of one scalar, as which it is read and written. */
  public static <V, S> Codec<V> wrapped(Codec<S> of, Schema schema, Wrapping<V, S> wrapping) {
    return new WrappedCodec<>(of, schema, wrapping);
  }

  /** The same values, each of which is also checked as soon as it is read. */
  public static <T> Codec<T> checked(Codec<T> of, BiConsumer<Place, T> check) {
    return new CheckedValue<>(of, check);
  }

  /** Checks the elements of a list, none of which may be null; there may be no list. */
  public static <T> void checkAll(Place at, Codec<T> element, @Nullable Collection<T> values) {
    if (values != null) ListOf.check(at, element, values);
  }

  /**
   * Some components of a record. Positions are those of the keys, which are those of the shape.
   *
   * @param schema the changes as data
   * @param keys those of the input view
   * @param components how one is read and written
   */
  public static <T> Codec<Changes<T>> changes(
      Schema schema, Shape<T> shape, Keys keys, Components components) {
    return new ChangesOf<>(schema, shape, keys.optional(), components, View.INPUT);
  }

  /**
   * Some components of a record as clients get them.
   *
   * @param changes those that clients send
   * @param writeOnly the keys that they only send
   */
  public static <T> Codec<Changes<T>> shown(Codec<Changes<T>> changes, String... writeOnly) {
    return changes instanceof ChangesOf<T>(var schema, var shape, var keys, var components, var _)
        ? new ChangesOf<>(schema, shape, keys.without(writeOnly), components, View.OUTPUT)
        : changes;
  }
}

package dev.covet.base.json;

import dev.covet.api.Changes;
import dev.covet.api.JsonValue;
import dev.covet.api.Shape;
import dev.covet.base.problem.Place;
import dev.covet.schema.Kind;
import dev.covet.schema.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
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
      of(Kind.BOOLEAN, JsonReader::readBoolean, JsonWriter::write);

  /** Whole numbers of 32 bits. */
  public static final Codec<Integer> INT = of(Kind.INT, JsonReader::readInt, JsonWriter::write);

  /** Whole numbers of 64 bits. */
  public static final Codec<Long> LONG = of(Kind.LONG, JsonReader::readLong, JsonWriter::write);

  /** Doubles. */
  public static final Codec<Double> DOUBLE =
      of(Kind.DOUBLE, JsonReader::readDouble, JsonWriter::write);

  /** Exact numbers. */
  public static final Codec<BigDecimal> DECIMAL =
      of(Kind.DECIMAL, JsonReader::readDecimal, JsonWriter::write);

  /** Texts. */
  public static final Codec<String> STRING =
      of(Kind.STRING, JsonReader::readString, JsonWriter::write);

  /** Identifiers. */
  public static final Codec<UUID> UUID =
      of(Kind.UUID, in -> readText(in, Scalars::uuid, "must be a UUID"), JsonWriter::write);

  /** Days. */
  public static final Codec<LocalDate> DATE =
      of(
          Kind.DATE,
          in -> readText(in, Scalars::date, "must be a date such as 2026-01-31"),
          JsonWriter::write);

  /** Moments. */
  public static final Codec<Instant> INSTANT =
      of(
          Kind.INSTANT,
          in -> readText(in, Scalars::instant, "must be a time such as 2026-01-31T12:00:00Z"),
          JsonWriter::write);

  /** Any JSON value. */
  public static final Codec<JsonValue> VALUE = new Values();

  private Codecs() {}

  private static <T> Codec<T> of(
      Kind kind, Function<JsonReader, @Nullable T> read, BiConsumer<JsonWriter, T> write) {
    return new Scalar<>(Schema.of(kind), read, write);
  }

  /** Reads a list of values that are not null. */
  public static <T> @Nullable List<T> readList(JsonReader in, Codec<T> element) {
    if (!in.beginArray()) {
      return null;
    }
    var list = new ArrayList<T>();
    while (in.nextElement()) {
      var value = element.read(in);
      if (in.valid() && value != null) {
        list.add(value);
      }
    }
    return in.endArray() ? List.copyOf(list) : null;
  }

  /** Reads a string that stands for something else, such as a date. */
  static <T> @Nullable T readText(
      JsonReader in, Function<String, @Nullable T> parse, String reason) {
    var text = in.readString();
    var value = text == null ? null : parse.apply(text);
    if (text != null && value == null) {
      in.problem("type", reason);
    }
    return value;
  }

  /** Lists of values that are not null. */
  public static <T> Codec<List<T>> list(Codec<T> element) {
    return new ListOf<>(element);
  }

  /**
   * An enum, or another closed set of values, by their texts.
   *
   * @param name its name in documents
   * @param byText the texts in JSON and what they stand for, in order
   */
  public static <T> Codec<T> choice(String name, String description, Map<String, T> byText) {
    return new Choice<>(name, description, byText);
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
    return new ChangesOf<>(schema, shape, keys.optional(), components);
  }

  private record Scalar<T>(
      Schema schema, Function<JsonReader, @Nullable T> reading, BiConsumer<JsonWriter, T> writing)
      implements Codec<T> {
    @Override
    public @Nullable T read(JsonReader in) {
      return reading.apply(in);
    }

    @Override
    public void write(JsonWriter out, T value) {
      writing.accept(out, value);
    }
  }

  private record ListOf<T>(Codec<T> element) implements Codec<List<T>> {
    @Override
    public @Nullable List<T> read(JsonReader in) {
      return readList(in, element);
    }

    @Override
    public void write(JsonWriter out, List<T> values) {
      out.write(element, values);
    }

    @Override
    public void check(Place at, List<T> values) {
      for (int i = 0; i < values.size(); i++) {
        element.check(at.index(i), values.get(i));
      }
    }

    @Override
    public Schema schema() {
      return Schema.listOf(element.schema());
    }
  }
}

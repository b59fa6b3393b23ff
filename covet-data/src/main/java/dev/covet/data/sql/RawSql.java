package dev.covet.data.sql;

import dev.covet.api.Invalid;
import dev.covet.api.Problem;
import dev.covet.data.query.Extent;
import dev.covet.data.type.SqlType;
import dev.covet.data.type.Storable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A statement that the program wrote itself, by {@code @Sql}. Generated code makes it of the
 * annotation's text, which is known while compiling, and is alone in doing so. Values are bound.
 * Thread-safe.
 */
public final class RawSql {
  /** A part of the text. */
  private sealed interface Piece {}

  /** As it was written. */
  private record Text(String sql) implements Piece {}

  /** A value in its place. */
  private record One(String parameter, SqlType<?> type) implements Piece {}

  /** Several values in their place, as rows of a query. */
  private record Several(String parameter, SqlType<?> type) implements Piece {}

  /** The text in a dialect. */
  private record Written(Dialect dialect, String text) {}

  private final String name;
  private final boolean isWriting;
  private final List<Piece> pieces;
  private volatile @Nullable Written written;

  private RawSql(String name, boolean isWriting, List<Piece> pieces) {
    this.name = name;
    this.isWriting = isWriting;
    this.pieces = pieces;
  }

  /**
   * One that reads, without text yet.
   *
   * @param name for messages: {@code HeroSql.olderThan}
   */
  public static RawSql reading(String name) {
    return new RawSql(name, false, List.of());
  }

  /** As {@link #reading}, of one that writes. */
  public static RawSql writing(String name) {
    return new RawSql(name, true, List.of());
  }

  /** This and a text behind it. */
  public RawSql text(String sql) {
    return and(new Text(sql));
  }

  /** This and the value of a parameter behind it. */
  public RawSql value(String parameter, SqlType<?> type) {
    return and(new One(parameter, type));
  }

  /** This and the values of a parameter behind it, within parentheses that the text has. */
  public RawSql values(String parameter, SqlType<?> type) {
    return and(new Several(parameter, type));
  }

  private RawSql and(Piece piece) {
    return new RawSql(name, isWriting, Stream.concat(pieces.stream(), Stream.of(piece)).toList());
  }

  /** What messages call it. */
  public String name() {
    return name;
  }

  /** Whether it may change rows. */
  public boolean isWriting() {
    return isWriting;
  }

  /** How much of a database these values take. */
  public Extent extent(@Nullable Object[] values) {
    var listedMax = 0;
    for (var value : values) {
      listedMax = Math.max(listedMax, value instanceof Collection<?> list ? list.size() : 0);
    }
    return new Extent(listedMax, values.length, 0);
  }

  /**
   * The statement.
   *
   * @param values for the parameters, each as often as it stands in the text
   * @throws Invalid if a value is one that no column can hold
   */
  public Sql with(Dialect dialect, @Nullable Object[] values) {
    var arguments = new ArrayList<Sql.Argument>(values.length);
    for (var piece : pieces) {
      switch (piece) {
        case Text _ -> {}
        case One(var parameter, var type) ->
            arguments.add(
                new Sql.Argument(type, normal(parameter, type, values[arguments.size()])));
        case Several(var parameter, var type) ->
            arguments.add(json(dialect, parameter, type, values[arguments.size()]));
      }
    }
    return new Sql(text(dialect), arguments);
  }

  private static Sql.Argument json(
      Dialect dialect, String parameter, SqlType<?> type, @Nullable Object values) {
    var keys = new ArrayList<Object>();
    for (var value : (Collection<?>) Objects.requireNonNull(values, parameter)) {
      var normal = normal(parameter, type, Objects.requireNonNull(value, parameter));
      keys.add(dialect.key(type, Objects.requireNonNull(normal)));
    }
    return new Sql.Argument(SqlType.TEXT, KeyList.json(keys));
  }

  /** As a column of the type would have it. */
  @SuppressWarnings("unchecked") // generated code gives values of the parameters' types
  private static <V> @Nullable Object normal(
      String parameter, SqlType<V> type, @Nullable Object value) {
    if (value == null) return null;
    if (!Storable.holds(type, (V) value)) {
      throw new Invalid(
          List.of(
              Problem.at(List.of("query", parameter), "invalid", "is nothing that can be stored")));
    }
    return Storable.normal(type, (V) value);
  }

  private String text(Dialect dialect) {
    var known = written;
    if (known == null || !known.dialect.equals(dialect)) {
      known = new Written(dialect, write(dialect));
      written = known;
    }
    return known.text;
  }

  private String write(Dialect dialect) {
    var text = new StringBuilder();
    var number = 0;
    for (var piece : pieces) {
      switch (piece) {
        case Text(var sql) -> text.append(sql);
        case One(var _, var type) -> text.append(dialect.typed(++number, type));
        case Several(var _, var type) ->
            text.append(dialect.elements(dialect.placeholder(++number, SqlType.TEXT), type));
      }
    }
    return text.toString();
  }
}

package dev.covet.data.memory;

import dev.covet.data.query.Condition;
import dev.covet.data.query.Formula;
import dev.covet.data.query.Simple;
import dev.covet.data.query.TextMatch;
import dev.covet.data.type.Bound;
import dev.covet.data.type.Comparison;
import dev.covet.data.type.Document;
import dev.covet.data.type.SqlType;
import dev.covet.data.type.Storable;
import dev.covet.data.type.StorableText;
import java.util.List;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * What a condition is for a row in memory, with the meaning that it has in SQL: true, false, or
 * null where it is unknown. What {@code ConditionSql} is for SQL.
 */
@FunctionalInterface
interface RowFilter {
  /**
   * Whether it holds.
   *
   * @param row the values of its columns, as they are read back
   */
  @Nullable Boolean holds(@Nullable Object[] row);

  /**
   * A condition as a filter of rows in memory.
   *
   * @throws UnsupportedOperationException if it looks at other rows than the one that it is about
   */
  static RowFilter of(Condition<?> condition) {
    return filter(Simple.of(condition));
  }

  static UnsupportedOperationException otherRows(String what) {
    return new UnsupportedOperationException(
        what
            + " looks at other rows, which a repository in memory does not have: test it with a"
            + " database, such as Database.memory()");
  }

  private static RowFilter filter(Condition<?> condition) {
    return switch (condition) {
      case Condition.Compare<?, ?> it -> compare(it);
      case Condition.CompareTwo<?, ?>(var of, var comparison, var other) ->
          compare(RowValue.of(of), comparison, RowValue.of(other));
      case Condition.Among<?, ?> it -> among(it);
      case Condition.AmongFound<?> _ -> throw otherRows("in(...) with a query");
      case Condition.Refers<?, ?> _ -> throw otherRows("where(...) of a column");
      case Condition.Exists<?> _ -> throw otherRows("exists(...)");
      case Condition.Matching<?> it -> matching(it);
      case Condition.Has<?, ?> it -> has(it);
      case Condition.Absent<?>(var of) -> {
        var value = RowValue.of(of);
        yield row -> value.of(row) == null;
      }
      case Condition.Present<?>(var of) -> {
        var value = RowValue.of(of);
        yield row -> value.of(row) != null;
      }
      case Condition.Not<?>(var of) -> {
        var filter = filter(of);
        yield row -> opposite(filter.holds(row));
      }
      case Condition.All<?>(var of) -> joined(filters(of), false);
      case Condition.Any<?>(var of) -> joined(filters(of), true);
      case Condition.Open<?> _ -> _ -> true;
    };
  }

  private static List<RowFilter> filters(List<? extends Condition<?>> conditions) {
    return conditions.stream().map(RowFilter::filter).toList();
  }

  private static @Nullable Boolean opposite(@Nullable Boolean it) {
    return it == null ? null : (Boolean) !it;
  }

  /** One that is {@code decisive} decides; else one that is unknown leaves it unknown. */
  private static RowFilter joined(List<RowFilter> filters, Boolean decisive) {
    return row -> {
      @Nullable Boolean all = !decisive;
      for (var filter : filters) {
        var one = filter.holds(row);
        if (decisive.equals(one)) return decisive;
        if (one == null) all = null;
      }
      return all;
    };
  }

  private static <V> RowFilter compare(Condition.Compare<?, V> compare) {
    var of = compare.of();
    return switch (Bound.of(of.type(), compare.comparison(), compare.value())) {
      case Bound.With(var comparison, var type, var value) -> {
        var stored = RowValue.stored(type, value);
        yield compare(RowValue.of(of), comparison, _ -> stored);
      }
      case Bound.None() -> known(of, false);
      case Bound.Any() -> known(of, true);
    };
  }

  private static RowFilter compare(RowValue of, Comparison comparison, RowValue other) {
    return row -> {
      var one = of.of(row);
      var two = other.of(row);
      return (one == null || two == null) ? null : comparison.fits(RowValue.compare(one, two));
    };
  }

  /** As true or false as any comparison of the value would be: unknown for null. */
  private static RowFilter known(Formula<?, ?> of, boolean holds) {
    var value = RowValue.of(of);
    return row -> value.of(row) == null ? null : (Boolean) holds;
  }

  private static <T, V> RowFilter among(Condition.Among<T, V> among) {
    return joined(
        among.values().stream()
            .map(it -> compare(new Condition.Compare<>(among.of(), Comparison.EQ, it)))
            .toList(),
        true);
  }

  private static RowFilter matching(Condition.Matching<?> matching) {
    var part = matching.part();
    if (!Storable.holds(SqlType.TEXT, part)) return known(matching.of(), false);
    var value = RowValue.of(matching.of());
    var low = RowText.lower(part);
    BiPredicate<String, String> fits =
        switch (matching.match()) {
          case CONTAINS -> String::contains;
          case STARTS_WITH -> String::startsWith;
          case ENDS_WITH -> String::endsWith;
          case LIKE, ILIKE -> RowText::isLike;
        };
    var mindsCase = matching.match() == TextMatch.LIKE;
    return row -> {
      var text = (String) value.of(row);
      if (text == null) return null;
      return mindsCase ? fits.test(text, part) : fits.test(RowText.lower(text), low);
    };
  }

  @SuppressWarnings("unchecked") // the column has lists of these elements
  private static <T, E> RowFilter has(Condition.Has<T, E> has) {
    var of = has.of();
    var json = has.json();
    if (json.isEmpty() || StorableText.holdsEscapedNul(json)) return known(of, false);
    return row -> {
      var list = (List<E>) row[of.index()];
      return list == null
          ? null
          : (Boolean) list.stream().anyMatch(it -> json.equals(Document.ofElement(of.type(), it)));
    };
  }
}

package every;

import static every.ValueTable.VALUE;

import dev.covet.api.Get;
import dev.covet.api.Header;
import dev.covet.api.Post;
import dev.covet.api.Query;
import dev.covet.api.Routes;
import dev.covet.data.Repository;
import dev.covet.data.table.Column;
import java.time.Duration;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Values from each place that one comes from, and in a table. */
@Routes("/values")
public final class Values {
  @Post("/body")
  Asked body(Asked value) {
    return value;
  }

  @Get("/query")
  Asked query(@Query Asked value) {
    return value;
  }

  @Get("/header")
  Asked header(@Header Asked value) {
    return value;
  }

  @Get("/path/{moment}/{time}")
  String path(OffsetDateTime moment, LocalTime time) {
    return moment + " " + time;
  }

  @Post("/rows")
  Value add(Value value, Repository<Value, Long> values) {
    return values.get(values.insert(value).id());
  }

  /** The rows in the order of a column. */
  @Get("/rows")
  List<Value> rows(String by, Repository<Value, Long> values) {
    return values.all().orderBy(column(by).asc(), VALUE.id.asc()).list();
  }

  /** How many rows hold less than another row does, at most as much, the same, and so on. */
  @Get("/rows/{id}/compared")
  List<Long> compared(long id, String by, Repository<Value, Long> values) {
    return compared(values.get(id), column(by), values);
  }

  @SuppressWarnings("unchecked")
  private static <V> List<Long> compared(
      Value row, Column<Value, V> column, Repository<Value, Long> values) {
    var value = (V) Objects.requireNonNull(VALUE.shape().values(row)[column.index()]);
    return Stream.of(
            column.lt(value),
            column.le(value),
            column.eq(value),
            column.ge(value),
            column.gt(value))
        .map(condition -> values.all().where(condition).count())
        .toList();
  }

  /** How many rows are before a moment that no column may hold, and how many are not. */
  @Get("/rows/years/{year}")
  List<Long> years(int year, Repository<Value, Long> values) {
    var moment = OffsetDateTime.of(year, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);
    var conditions =
        Stream.of(
            VALUE.moment.lt(moment),
            VALUE.moment.ge(moment),
            VALUE.dateTime.lt(moment.toLocalDateTime()),
            VALUE.dateTime.ge(moment.toLocalDateTime()),
            VALUE.month.le(YearMonth.of(year, 1)),
            VALUE.length.gt(Duration.ofDays(1_000_000_000L * year)));
    return conditions.map(condition -> values.all().where(condition).count()).toList();
  }

  private static Column<Value, ?> column(String name) {
    return VALUE.columns().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}

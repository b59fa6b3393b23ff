package atlas;

import static atlas.CityTable.CITY;
import static dev.covet.data.Expressions.when;

import dev.covet.api.Cursor;
import dev.covet.api.Get;
import dev.covet.api.OnStart;
import dev.covet.api.Page;
import dev.covet.api.Paging;
import dev.covet.api.Routes;
import dev.covet.api.Slice;
import dev.covet.data.Session;
import dev.covet.data.query.Sort;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cities in any order. */
@Routes("/cities")
public final class Cities {
  @Get
  Page<City> list(Sort<City> sort, @Nullable String river, Paging paging, Session db) {
    return db.from(CITY)
        .where(when(river, CITY.rivers::has))
        .orderBy(sort.orElse(CITY.name.asc()))
        .page(paging);
  }

  @Get("/all")
  Slice<City> all(@Nullable Sort<City> sort, Cursor cursor, Session db) {
    var cities = db.from(CITY);
    return (sort == null ? cities : cities.orderBy(sort)).page(cursor);
  }

  @OnStart
  void fill(Session db) {
    db.insertAll(
        CITY,
        List.of(
            new City(0, "Bonn", 330, LocalDate.of(11, 1, 1), "Katja", 1, List.of("Rhine", "Sieg")),
            new City(0, "Aachen", 250, null, "Sibylle", 2, List.of()),
            new City(0, "Mainz", 220, LocalDate.of(13, 1, 1), "Nino", 3, List.of("Rhine"))));
  }
}

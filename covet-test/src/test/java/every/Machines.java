package every;

import static every.Machines_DayTable.DAY;
import static every.Machines_DayWithRunsProjection.DAY_WITH_RUNS;
import static every.Machines_MachineTable.MACHINE;
import static every.Machines_MachineWithRunsProjection.MACHINE_WITH_RUNS;
import static every.Machines_RunTable.RUN;

import dev.covet.api.Default;
import dev.covet.api.Get;
import dev.covet.api.Id;
import dev.covet.api.Post;
import dev.covet.api.Projection;
import dev.covet.api.References;
import dev.covet.api.Routes;
import dev.covet.api.Table;
import dev.covet.data.Session;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Rows whose keys, names and prices are stored as something else. */
@Routes("/machines")
public final class Machines {
  @Table
  record Machine(@Id @Default("0") Serial id, Nick name, Price price) {}

  @Table
  record Day(@Id @Default("1970-01-01T00:00:00Z") Instant start) {}

  @Table
  record Run(
      @Id long id,
      @References(Machine.class) Serial machineId,
      @References(Day.class) Instant dayStart,
      Duration time) {}

  @Projection(Machine.class)
  record MachineWithRuns(Serial id, List<Run> runs) {}

  @Projection(Day.class)
  record DayWithRuns(Instant start, List<Run> runs) {}

  @Post
  Machine add(Nick name, BigDecimal price, Serial id, Session db) {
    return db.insert(MACHINE, new Machine(id, name, new Price(price)));
  }

  @Post("/{id}/runs")
  Run run(Serial id, Instant day, Duration time, Session db) {
    if (db.find(DAY, day).isEmpty()) db.insert(DAY, new Day(day));
    return db.insert(RUN, new Run(0, id, day, time));
  }

  @Get
  List<MachineWithRuns> list(Session db) {
    return db.from(MACHINE_WITH_RUNS).orderBy(MACHINE.id.asc()).list();
  }

  @Get("/days")
  List<DayWithRuns> days(Session db) {
    return db.from(DAY_WITH_RUNS).orderBy(DAY.start.asc()).list();
  }

  /** How many have this name and how many do not; how many cost less, the same, and more. */
  @Get("/count")
  List<Long> count(Nick name, BigDecimal price, Session db) {
    var limit = new Price(price);
    return Stream.of(
            MACHINE.name.eq(name),
            MACHINE.name.ne(name),
            MACHINE.price.lt(limit),
            MACHINE.price.eq(limit),
            MACHINE.price.ge(limit))
        .map(condition -> db.from(MACHINE).where(condition).count())
        .toList();
  }
}

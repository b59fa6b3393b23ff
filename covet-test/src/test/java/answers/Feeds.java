package answers;

import static dev.covet.api.Produces.JSON_LINES;

import dev.covet.api.Default;
import dev.covet.api.Get;
import dev.covet.api.NotFound;
import dev.covet.api.Produces;
import dev.covet.api.Reply;
import dev.covet.api.Routes;
import dev.covet.api.Status;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Streams of values, whole and broken. */
@Routes("/feeds")
public final class Feeds {
  private static final double HOT = 1_000;

  private final Closes closes;

  Feeds(Closes closes) {
    this.closes = closes;
  }

  private Stream<Reading> readings(int count) {
    return LongStream.rangeClosed(1, count)
        .mapToObj(id -> {
          closes.make();
          return new Reading(id, 20);
        })
        .onClose(closes::close);
  }

  /**
   * All readings.
   *
   * @return the readings, oldest first
   */
  @Get
  Stream<Reading> array(@Default("3") int count) {
    return readings(count);
  }

  /** All readings, one in each line. */
  @Get("/lines")
  @Produces(JSON_LINES)
  Stream<Reading> lines(@Default("3") int count) {
    return readings(count);
  }

  @Get("/names")
  @Produces("application/x-ndjson")
  Stream<String> names() {
    return Stream.of("Ann", "two\nlines");
  }

  @Get("/versioned")
  @Status(203)
  @Produces("application/vnd.readings+json")
  Stream<Reading> versioned() {
    return readings(1);
  }

  @Get("/either")
  @Produces({"application/json", JSON_LINES})
  Stream<Reading> either() {
    return readings(1);
  }

  @Get("/maybe/{id}")
  Optional<Stream<Reading>> maybe(long id) {
    return id == 1 ? Optional.of(readings(1)) : Optional.empty();
  }

  @Get("/reply")
  Reply<Stream<Reading>> reply(@Default("203") int status) {
    return Reply.of(readings(2)).header("X-Count", "2").status(status);
  }

  /** The value with this number is too hot. */
  @Get("/hot/{at}")
  Stream<Reading> hot(long at) {
    return readings(5).map(each -> each.id() == at ? new Reading(at, HOT) : each);
  }

  /** The value with this number is none that JSON has. */
  @Get("/broken/{at}")
  @Produces(JSON_LINES)
  Stream<Reading> broken(long at) {
    return readings(5).map(each -> each.id() == at ? new Reading(at, Double.NaN) : each);
  }

  /** The source ends with an error at this number. */
  @Get("/failing/{at}")
  Stream<Reading> failing(long at) throws NotFound {
    return readings(5)
        .peek(each -> {
          if (each.id() == at) throw new NotFound("Sensor not found");
        });
  }
}

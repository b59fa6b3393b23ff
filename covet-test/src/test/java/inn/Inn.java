package inn;

import dev.covet.api.Get;
import dev.covet.api.Mode;
import dev.covet.api.NotFound;
import dev.covet.api.Post;
import dev.covet.api.Provided;
import dev.covet.api.Routes;
import dev.covet.api.Use;
import dev.covet.web.http.Content;
import dev.covet.web.http.Request;
import dev.covet.web.http.Response;
import java.time.Clock;
import java.util.List;

/** Asks for services of all kinds. */
@Routes("/inn")
final class Inn {
  record Guest(@jakarta.validation.constraints.NotBlank String name) {}

  private final Host host;

  Inn(Host host, Diary diary) {
    this.host = host;
    diary.note("inn built");
  }

  @Get("/light")
  String light(Candle candle, Lantern lantern) {
    return candle.equals(lantern.candle) + " " + System.identityHashCode(candle);
  }

  @Get("/dark")
  String dark(Candle candle, Host asked) throws NotFound {
    if (asked.equals(host)) throw new NotFound("It is dark");
    return "candle " + System.identityHashCode(candle);
  }

  @Get("/stream")
  Response stream(Candle candle, Diary diary) {
    return Response.of(
        200,
        "text/plain",
        new Content.Stream(
            -1,
            out -> {
              diary.note("written");
              out.write('x');
            }));
  }

  @Get("/hosts")
  List<String> hosts(Host asked, @Oldest Host oldest) {
    return List.of(asked.name(), oldest.name(), "" + asked.equals(host));
  }

  @Get("/cellars")
  List<String> cellars(@Floor(-1) Cellar one, @Floor(-1) Cellar same, @Floor(-2) Cellar other) {
    return List.of(
        one.floor() + " " + other.floor(),
        one.equals(same) + " " + one.key().equals(other.key()),
        "" + System.identityHashCode(one));
  }

  @Post("/rooms/{room}/guests")
  String enter(@Provided Stay stay, Guest guest) {
    return guest.name() + " " + stay.room() + " " + stay.nights();
  }

  @Get("/given")
  List<String> given(Request request, Clock clock, Mode mode) {
    return List.of(request.path(), clock.instant().toString(), mode.name());
  }

  @Get("/generics")
  List<String> generics(
      @Provided List<String> wines, @Provided List<Taste> tastes, Class<? extends Number> counted) {
    return List.of(wines.toString(), tastes.toString(), counted.getSimpleName());
  }

  @Get("/door")
  @Use(Door.class)
  String door(Candle candle) {
    return "" + System.identityHashCode(candle);
  }

  @Get("/bell")
  @Use(Bell.class)
  String bell() {
    return "ding";
  }
}

package kinds;

import dev.covet.api.Conflict;
import dev.covet.api.Delete;
import dev.covet.api.Get;
import dev.covet.api.Html;
import dev.covet.api.NotFound;
import dev.covet.api.Post;
import dev.covet.api.Produces;
import dev.covet.api.Reply;
import dev.covet.api.Routes;
import dev.covet.api.Status;
import dev.covet.web.http.Response;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Results of every kind. */
@Routes("/results")
final class Results {
  @Get("/text")
  String text() {
    return "text";
  }

  @Get("/csv")
  @Produces("text/csv")
  String csv() {
    return "a,b";
  }

  @Get("/html")
  Html html() {
    return Html.of("<p>{}</p>", "text");
  }

  @Get("/bytes")
  byte[] bytes() {
    return new byte[] {1, 2};
  }

  @Get("/stream")
  @Produces("image/png")
  InputStream stream() {
    return new ByteArrayInputStream(new byte[] {1, 2});
  }

  @Get("/number")
  BigDecimal number() {
    return new BigDecimal("1.50");
  }

  @Get("/truth")
  boolean truth() {
    return true;
  }

  @Get("/list")
  List<Color> list() {
    return List.of(Color.values());
  }

  @Get("/optional/{id}")
  Optional<Exact> optional(int id) {
    return id % 2 == 0 ? Optional.of(new Exact(id, null)) : Optional.empty();
  }

  @Post("/reply")
  @Status(201)
  Reply<Exact> reply(Exact exact) {
    return Reply.of(exact).location("/results/reply/1");
  }

  @Delete("/nothing")
  void nothing() {}

  @Get("/response")
  Response response() {
    return Response.empty(202);
  }

  @Get("/errors/{kind}")
  String errors(int kind) throws Gone, NotFound, Conflict {
    return switch (Math.floorMod(kind, 4)) {
      case 1 -> throw new Gone();
      case 2 -> throw new NotFound("Nothing here");
      case 3 -> throw new Conflict("Taken");
      default -> "fine";
    };
  }
}

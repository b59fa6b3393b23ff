package club;

import dev.covet.api.Body;
import dev.covet.api.Changes;
import dev.covet.api.Conflict;
import dev.covet.api.Default;
import dev.covet.api.Delete;
import dev.covet.api.Get;
import dev.covet.api.Header;
import dev.covet.api.Html;
import dev.covet.api.JsonValue;
import dev.covet.api.NotFound;
import dev.covet.api.Patch;
import dev.covet.api.Post;
import dev.covet.api.Produces;
import dev.covet.api.Provided;
import dev.covet.api.Put;
import dev.covet.api.Reply;
import dev.covet.api.Routes;
import dev.covet.api.Status;
import dev.covet.web.http.Request;
import dev.covet.web.http.Response;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Takes and answers all kinds of things. */
@Routes("/club")
public final class Club {
  @Post("/members")
  @Status(201)
  Member enter(Member member) {
    return new Member(7, member.fullName(), member.age(), member.rank(), member.pin());
  }

  @Post("/pins")
  String pin(Member member) {
    return member.id() + " " + member.pin();
  }

  @Patch("/members/{id}")
  Member change(long id, Changes<Member> changes) {
    return changes.apply(new Member(id, "Ann", 30, Rank.GUEST, null));
  }

  @Get("/members/{id}")
  Optional<Member> find(long id, Request request) {
    return id == 7 ? Optional.of(new Member(7, "Ann", null, Rank.GUEST, "x")) : Optional.empty();
  }

  @Put("/members")
  List<Member> replace(@Body List<Member> members) {
    return members.reversed();
  }

  @Delete("/members/{id}")
  void delete(long id) throws NotFound {
    if (id != 7) throw new NotFound("No member " + id);
  }

  @Get("/echo/{text}")
  String echo(String text) {
    return text;
  }

  @Get("/files/{rest...}")
  String file(String rest) {
    return rest;
  }

  @Get("/search")
  List<String> search(Search search, Clock clock) {
    return List.of(search.toString());
  }

  @Get("/many")
  List<String> many(
      List<String> word,
      @Default List<Integer> number,
      Optional<UUID> id,
      @Nullable Boolean yes,
      @Header List<String> names,
      @Nullable @Header String answer) {
    return List.of(word + " " + number, id + " " + yes, names + " " + answer);
  }

  @Get("/scalars/{rank}/{day}")
  List<String> scalars(Rank rank, LocalDate day, Instant at, BigDecimal price, double share) {
    return List.of(rank + " " + day, at + " " + price, "" + share);
  }

  @Post("/maybe")
  String maybe(@Body Optional<Member> member) {
    return member.map(Member::fullName).orElse("nobody");
  }

  @Post("/json")
  JsonValue json(JsonValue value) {
    return value;
  }

  @Post("/bytes")
  byte[] bytes(byte[] bytes) {
    return bytes;
  }

  @Post("/stream")
  @Produces("image/png")
  InputStream stream(InputStream in) {
    return in;
  }

  @Get("/page")
  Html page() {
    return Html.of("<p>{}</p>", "a<b");
  }

  @Post("/reply")
  @Status(201)
  Reply<Member> reply(Member member) {
    return Reply.of(member).location("/club/members/{id}", 7).header("X-Two", "2");
  }

  @Get("/raw")
  Response raw(int status) {
    return Response.text("raw").withStatus(status);
  }

  @Post("/join")
  void join(String how) throws ClubFull, Barred, LateFee, Conflict {
    switch (how) {
      case "full" -> throw new ClubFull();
      case "barred" -> throw new Barred("Not you");
      case "late" -> throw new LateFee(5);
      case "taken" -> throw Conflict.at("name", "taken", "is taken");
      case "broken" -> throw new IllegalStateException("inside");
      default -> {}
    }
  }

  @Get("/rooms/{number}/{door}")
  List<String> room(int door, @Provided Wiring.Room room) {
    return List.of(room.number() + room.floor(), "" + door);
  }

  @Get("/guest")
  String guest(@Provided Wiring.Guest guest) {
    return guest.key();
  }

  @Get("/rows")
  Stream<Member> rows(int count) {
    return IntStream.range(0, count).mapToObj(n -> new Member(n, "M" + n, null, Rank.GUEST, null));
  }

  @Get("/lines")
  @Produces(Produces.JSON_LINES)
  Stream<Member> lines(int count) {
    return rows(count);
  }

  @Get("/entries/{id}")
  Entry entry(int id) {
    return switch (id) {
      case 1 -> new Entry.Open("A");
      case 2 -> new Entry.Waiting(5);
      default -> new Entry.None();
    };
  }
}

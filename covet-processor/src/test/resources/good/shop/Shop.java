package shop;

import dev.covet.api.Blocking;
import dev.covet.api.Body;
import dev.covet.api.BodyMax;
import dev.covet.api.Default;
import dev.covet.api.Delete;
import dev.covet.api.Get;
import dev.covet.api.Header;
import dev.covet.api.Hidden;
import dev.covet.api.Html;
import dev.covet.api.JsonValue;
import dev.covet.api.Mode;
import dev.covet.api.Name;
import dev.covet.api.NotFound;
import dev.covet.api.OnStart;
import dev.covet.api.OnStop;
import dev.covet.api.Post;
import dev.covet.api.Produces;
import dev.covet.api.Provided;
import dev.covet.api.Put;
import dev.covet.api.Reply;
import dev.covet.api.Routes;
import dev.covet.api.Status;
import dev.covet.api.Tag;
import dev.covet.api.Uninterrupted;
import dev.covet.base.json.Json;
import dev.covet.web.http.Request;
import dev.covet.web.http.Response;
import dev.covet.web.stream.Events;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A shop, with every kind of parameter and result. */
@Routes("/shop")
@Stamped
public final class Shop {
  /** What clients may ask for. */
  public enum Size2 {
    SMALL,
    LARGE
  }

  private final Ledger ledger;
  private final ShopSettings settings;

  Shop(Ledger ledger, ShopSettings settings) throws IOException {
    this.ledger = ledger;
    this.settings = settings;
  }

  @OnStart
  void open(Clock clock) {
    ledger.note("open " + clock.instant());
  }

  @OnStop
  static void close(Ledger ledger) {
    ledger.note("closed");
  }

  @Get("/scalars/{id}/{name}")
  String scalars(
      UUID id,
      @Size(min = 2) String name,
      boolean on,
      double price,
      @DecimalMin("0.5") BigDecimal exact,
      LocalDate day,
      @Nullable Instant at,
      @Default("LARGE") Size2 size) {
    return String.join(
        " ", "" + id, name, "" + on, "" + price, "" + exact, "" + day, "" + at, "" + size);
  }

  /**
   * Looks for goods.
   *
   * @param q the words
   * @return what was found
   */
  @Get("/search")
  List<String> search(
      @Name("q") Optional<@Pattern(regexp = "[a-z]+") String> text,
      @Size(min = 1, max = 2) List<Long> ids,
      @Nullable List<String> tags,
      Range range,
      @Header List<String> accept) {
    return List.of(text.orElse("none"), "" + ids, "" + tags, "" + range, "" + accept);
  }

  @Post("/goods")
  List<Good> goods(@Size(max = 2) List<Good> goods, @Default("1") int times) {
    return goods;
  }

  @Put("/words")
  @BodyMax(64)
  int words(@Body @Size(min = 1) List<@NotBlank @Size(max = 5) String> words) {
    return words.size();
  }

  @Post("/any")
  JsonValue any(JsonValue value) {
    return value;
  }

  @Post("/maybe")
  boolean maybe(@Nullable Good good) {
    return good == null;
  }

  @Get("/page")
  Html page() {
    return Html.of("<p>{}</p>", "a<b");
  }

  @Get("/table")
  @Produces("text/csv")
  String table() {
    return "a,b";
  }

  @Get("/picture")
  @Produces("image/png")
  byte[] picture() {
    return new byte[] {1, 2};
  }

  /** Every good there is. */
  @Get("/all")
  @Produces({"application/json", Produces.JSON_LINES})
  Stream<Good> all(@Default("2") int answer) {
    return Stream.of(Size2.values()).map(each -> new Good("tea", each)).limit(answer);
  }

  @Get("/lines")
  @Produces(Produces.JSON_LINES)
  Stream<Integer> lines() {
    return Stream.of(1, 2);
  }

  /** What happens, as it happens. */
  @Post("/news")
  Events<Good> news(@Nullable @Header Long lastEventId) {
    return Events.of(out -> out.send(new Good("tea", Size2.values()[0])));
  }

  /** What is said. */
  @Get("/said")
  Optional<Events<String>> said(@Nullable @Header("Last-Event-ID") String after) {
    return Optional.of(Events.of(out -> out.send("after " + after)));
  }

  /** What becomes of an order. */
  public sealed interface Ordered {
    /** It is on its way. */
    @Status(200)
    record Sent(String parcel) implements Ordered {}

    /** There is nothing to send. */
    @Status(204)
    record Empty() implements Ordered {}
  }

  @Post("/orders/{answer}")
  Reply<Ordered> order(int answer) {
    return Reply.of(answer == 0 ? new Ordered.Empty() : new Ordered.Sent("P-" + answer));
  }

  @Get("/versioned")
  @Produces({"application/json", "application/vnd.shop+json"})
  Optional<Good> versioned() {
    return Optional.of(new Good("tea", Size2.SMALL));
  }

  @Get("/film")
  InputStream film() {
    return new ByteArrayInputStream("film".getBytes(StandardCharsets.UTF_8));
  }

  @Get("/catalogue")
  Path catalogue() {
    return Path.of("catalogue.pdf");
  }

  @Get("/prices")
  @Produces("text/csv")
  Optional<Path> prices() {
    return Optional.empty();
  }

  @Get("/anything")
  Response anything(Request request) {
    return Response.text(request.path()).withStatus(202);
  }

  @Get("/reply/{id}")
  Reply<Optional<Good>> reply(long id) {
    return Reply.of(id == 1 ? Optional.of(new Good("tea", Size2.SMALL)) : Optional.empty());
  }

  @Get("/services")
  List<String> services(
      Clock clock, Mode mode, Json json, Basket basket, @Provided List<String> names) {
    return List.of("" + mode, basket.text(), "" + names, "" + settings, "" + json.equals(null));
  }

  @Delete("/static/{id}")
  static void remove(long id) throws NotFound, IOException, URISyntaxException {
    if (id == 1) throw new IOException("one");
    if (id == 2) throw new NotFound("Good not found");
  }

  @Get("/slow")
  @Blocking
  @Uninterrupted
  @Status(203)
  String slow() {
    return "slow";
  }

  /** Old. */
  @Get("/old")
  @Deprecated
  @Hidden
  @Tag("museum")
  String old() {
    return "old";
  }

  @Get("/one/{id}")
  Good override(long id) {
    return new Good("" + id, Size2.LARGE);
  }

  @Get("/two")
  Good list() {
    return new Good("two", Size2.LARGE);
  }
}

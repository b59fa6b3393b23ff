package answers;

import dev.covet.api.Get;
import dev.covet.api.Html;
import dev.covet.api.JsonValue;
import dev.covet.api.Produces;
import dev.covet.api.Put;
import dev.covet.api.Reply;
import dev.covet.api.Routes;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Every kind of value at the root of an answer, there or absent. */
@Routes("/roots")
public final class Roots {
  /** One of two. */
  public enum Side {
    LEFT,
    RIGHT
  }

  private static <T> Optional<T> maybe(boolean there, T value) {
    return there ? Optional.of(value) : Optional.empty();
  }

  @Get("/int")
  int ofInt() {
    return 7;
  }

  @Get("/double")
  double ofDouble() {
    return 63;
  }

  @Get("/boolean")
  boolean ofBoolean() {
    return true;
  }

  @Get("/decimal")
  BigDecimal decimal() {
    return new BigDecimal("1.50");
  }

  @Get("/uuid")
  UUID uuid() {
    return new UUID(0, 1);
  }

  @Get("/date")
  LocalDate date() {
    return LocalDate.of(2026, 1, 31);
  }

  @Get("/enum")
  Side side() {
    return Side.LEFT;
  }

  @Get("/lists")
  List<List<Side>> lists() {
    return List.of(List.of(Side.LEFT), List.of());
  }

  @Get("/json")
  JsonValue json() {
    return new JsonValue.Text("x");
  }

  @Get("/text")
  Optional<String> text(boolean there) {
    return maybe(there, "x");
  }

  @Get("/html")
  Optional<Html> html(boolean there) {
    return maybe(there, Html.raw("<p>"));
  }

  @Get("/bytes")
  Optional<byte[]> bytes(boolean there) {
    return maybe(there, new byte[] {'x'});
  }

  @Get("/stream")
  @Produces("text/css")
  Optional<InputStream> stream(boolean there) {
    return maybe(there, new ByteArrayInputStream(new byte[] {'x'}));
  }

  @Get("/long")
  Optional<Long> ofLong(boolean there) {
    return maybe(there, 7L);
  }

  @Get("/instants")
  Optional<List<Instant>> instants(boolean there) {
    return maybe(there, List.of(Instant.EPOCH));
  }

  @Get("/reply")
  Optional<Reply<Side>> reply(boolean there) {
    return maybe(there, Reply.of(Side.RIGHT));
  }

  @Put("/nothing")
  void nothing() {}
}

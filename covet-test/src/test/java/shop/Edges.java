package shop;

import static shop.ShelfTable.SHELF;

import dev.covet.api.Body;
import dev.covet.api.Get;
import dev.covet.api.Post;
import dev.covet.api.Reply;
import dev.covet.api.Routes;
import dev.covet.api.SetCookie;
import dev.covet.api.Status;
import dev.covet.data.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Routes at the root, and what is hard to say in an answer. */
@Routes
public final class Edges {
  @Get
  String root() {
    return "root";
  }

  @Get("/moment")
  Instant moment(Instant at, int page) {
    return at.plusSeconds(page);
  }

  @Post("/moments")
  List<Instant> moments(@Body List<Instant> moments) {
    return moments;
  }

  @Post("/maybe")
  String maybe(@Nullable StrictItem item) {
    return item == null ? "none" : item.name();
  }

  /** Takes longer than it may, unless it is interrupted. */
  @Get("/slow")
  String slow() {
    LockSupport.parkNanos(Duration.ofSeconds(20).toNanos());
    return "slow";
  }

  /** Keeps a shelf, then cannot say what it computed. */
  @Post("/kept")
  Mean kept(Shelf shelf, Session db) {
    db.tx(() -> db.insert(SHELF, shelf));
    return new Mean(shelf.name(), List.of(new Mean.Part(1), new Mean.Part(0.0 / 0.0)));
  }

  /** Answers with headers made of what a client sent. */
  @Post("/named")
  @Status(201)
  Reply<StrictItem> named(StrictItem item) {
    return Reply.of(item)
        .location("/named/{name}", item.name())
        .cookie(SetCookie.of("last", item.name()));
  }
}

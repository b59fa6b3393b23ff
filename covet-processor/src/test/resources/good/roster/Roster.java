package roster;

import dev.covet.api.Body;
import dev.covet.api.Changes;
import dev.covet.api.Default;
import dev.covet.api.Delete;
import dev.covet.api.Get;
import dev.covet.api.Header;
import dev.covet.api.NotFound;
import dev.covet.api.OnStart;
import dev.covet.api.Paging;
import dev.covet.api.Patch;
import dev.covet.api.Post;
import dev.covet.api.Reply;
import dev.covet.api.Routes;
import dev.covet.api.Status;
import dev.covet.api.Use;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.io.InputStream;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Heroes in memory. */
@Routes("/roster")
public final class Roster {
  private final Store store;

  Roster(Store store) {
    this.store = store;
  }

  @OnStart
  void seed() {
    store.heroes.clear();
  }

  /** Takes a hero in. */
  @Post
  @Status(201)
  Reply<Hero> create(Hero hero) throws RosterClosed {
    if (hero.name().equals("Closed")) throw new RosterClosed();
    var id = store.ids.incrementAndGet();
    var saved = new Hero(id, hero.name(), hero.secretName(), hero.age(), hero.teamId());
    store.heroes.put(id, saved);
    return Reply.of(saved).location("/roster/" + id);
  }

  /** Lists heroes. */
  @Get
  List<Hero> list(
      Paging paging,
      @Nullable @Min(0) @Max(100) Integer minAge,
      @Default("NAME") Order order,
      @Default List<@Size(max = 5) String> tag) {
    var by =
        order == Order.NAME
            ? Comparator.comparing(Hero::name)
            : Comparator.comparing(Hero::age, Comparator.nullsFirst(Comparator.naturalOrder()));
    return store.heroes.values().stream()
        .filter(hero -> minAge == null || (hero.age() != null && hero.age() >= minAge))
        .filter(hero -> tag.stream().allMatch(hero.name()::contains))
        .sorted(by)
        .skip(paging.offset())
        .limit(paging.limit())
        .toList();
  }

  @Get("/{id}")
  Optional<Hero> read(long id) {
    return Optional.ofNullable(store.heroes.get(id));
  }

  @Patch("/{id}")
  Hero update(long id, Changes<Hero> changes) throws NotFound {
    var hero = read(id).orElseThrow(() -> new NotFound("Hero not found"));
    var changed = changes.apply(hero);
    store.heroes.put(id, changed);
    return changed;
  }

  @Delete("/{id}")
  void delete(long id) throws NotFound, IOException {
    if (id == 13) throw new IOException("disk of hero 13");
    if (store.heroes.remove(id) == null) throw new NotFound("Hero not found");
  }

  @Get("/agent")
  @Use(Marked.class)
  String agent(@Header String userAgent) {
    return userAgent;
  }

  @Get("/visit")
  String visit(Visit visit) {
    return "Hello, " + visit.name();
  }

  @Post("/copy")
  InputStream copy(@Body InputStream body) {
    return body;
  }

  @Post("/reverse")
  byte[] reverse(byte[] body) {
    var reversed = new byte[body.length];
    for (var i = 0; i < body.length; i++) reversed[i] = body[body.length - 1 - i];
    return reversed;
  }
}

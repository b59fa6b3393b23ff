package lodge;

import dev.covet.api.Delete;
import dev.covet.api.Get;
import dev.covet.api.Guard;
import dev.covet.api.Model;
import dev.covet.api.Post;
import dev.covet.api.Public;
import dev.covet.api.Routes;
import dev.covet.api.SignedIn;
import dev.covet.api.Unauthorized;
import java.util.Optional;

/** Rooms of a lodge. */
@Routes("/lodge")
public final class Lodge {
  private final Trail trail;

  Lodge(Trail trail) {
    this.trail = trail;
  }

  /** A note to leave. */
  @Model
  record Note(String text) {}

  @Get("/me")
  Me me(Me me) {
    return me;
  }

  @Post("/notes/{room}")
  String note(int room, Note note, Visits visits) {
    trail.add("note");
    return visits.name() + " in " + room + ": " + note.text();
  }

  @Get("/door")
  @Public
  String door(Optional<Me> me) {
    return me.map(Me::name).orElse("nobody");
  }

  @Get("/twice")
  @Guard(KeeperOnly.class)
  String twice(Me me, Visits visits) {
    return me.name() + visits.name();
  }

  @Delete("/{room}")
  @Guard(KeeperOnly.class)
  void close(int room) {}

  @Get("/machine")
  String machine(Machine machine) {
    return machine.name();
  }

  @Get("/slot")
  @Public
  String slot(Optional<Machine> machine) {
    return machine.map(Machine::name).orElse("no machine");
  }

  @Get("/hall")
  @SignedIn
  String hall() {
    return "hall";
  }

  @Post("/bell")
  @RingsBell
  void bell() {}

  @Post("/login")
  @Public
  String login(String name) throws Unauthorized {
    if (!name.equals("ann")) throw new Unauthorized("No such name: " + name.length());
    return name;
  }
}

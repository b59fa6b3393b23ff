package gate;

import static gate.Role.ADMIN;
import static gate.Role.GUEST;
import static gate.Role.STAFF;

import dev.covet.api.Get;
import dev.covet.api.Guard;
import dev.covet.api.Post;
import dev.covet.api.Provided;
import dev.covet.api.Routes;
import dev.covet.api.Use;
import java.util.List;

/** Rooms behind guards. */
@Routes("/office")
@Allow({STAFF, ADMIN})
public final class Office {
  /** What is to be written down. */
  public record Memo(String text, int copies) {}

  private final Trail trail;

  Office(Trail trail) {
    this.trail = trail;
  }

  /** For all who are let in. */
  @Get("/desk")
  @Use(Lamp.class)
  String desk(int seat) {
    trail.note("desk");
    return "seat " + seat;
  }

  /** For some of them. */
  @Get("/safe")
  @Allow(value = ADMIN, what = "The safe")
  String safe() {
    return "gold";
  }

  /** For more than the class lets in. */
  @Get("/lobby")
  @Allow({GUEST, STAFF, ADMIN})
  String lobby() {
    return "sofas";
  }

  /** For those whom the class lets in anyway. */
  @Get("/kitchen")
  @Allow({STAFF, ADMIN})
  String kitchen() {
    return "tea";
  }

  /** Behind guards that read what the handler does not. */
  @Post("/rooms/{room}/memos")
  @Guard({Hours.class, Known.class})
  String write(Memo memo) {
    trail.note("write");
    return memo.text();
  }

  /** Takes what a guard takes, too. */
  @Get("/clock")
  @Guard(Hours.class)
  String clock(List<String> tag, @Provided Badge badge) {
    return badge.role() + " " + tag;
  }
}

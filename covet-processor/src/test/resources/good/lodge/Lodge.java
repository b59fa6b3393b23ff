package lodge;

import dev.covet.api.Get;
import dev.covet.api.Post;
import dev.covet.api.Public;
import dev.covet.api.Routes;
import dev.covet.api.Scopes;
import dev.covet.api.SignedIn;
import java.util.Optional;

/** Rooms of a lodge. */
@Routes("/lodge")
final class Lodge {
  /** Needs a sign-in. */
  @Get("/me")
  String me(Me me) {
    return me.name();
  }

  /** Needs none. */
  @Get("/door")
  @Public
  String door(Optional<Me> me) {
    return me.map(Me::name).orElse("nobody");
  }

  /** Needs a sign-in, as what it takes does. */
  @Get("/visit")
  String visit(Visits visits) {
    return visits.note();
  }

  /** Needs a key. */
  @Get("/machine")
  String machine(Machine machine) {
    return machine.name();
  }

  /** Needs anybody. */
  @Get("/hall")
  @SignedIn
  String hall() {
    return "hall";
  }

  /** Needs anybody who may. */
  @Post("/bell")
  @Scopes({"bell:ring", "bell:hear"})
  void bell() {}
}

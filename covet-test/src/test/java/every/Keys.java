package every;

import dev.covet.api.Default;
import dev.covet.api.Get;
import dev.covet.api.Invalid;
import dev.covet.api.Post;
import dev.covet.api.Problem;
import dev.covet.api.Routes;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Value classes of texts: a secret one as a setting, an empty one as a default. */
@Routes("/keys")
public final class Keys {
  private final KeySettings settings;

  Keys(KeySettings settings) {
    this.settings = settings;
  }

  @Get
  int length() {
    return settings.apiKey().value().value().length();
  }

  @Get("/lost")
  int lose(@Default("0") int found) throws IllegalStateException {
    if (found == 0) throw new IllegalStateException("lost");
    return found;
  }

  @Post("/lots")
  Lots lots(Lots lots, @Default("2") Lot more) {
    return lots;
  }

  /** What is wrong with one that nobody has read. */
  @Get("/lots")
  List<Problem> checked() {
    try {
      var made = new Lots(null, new Lot(3), Set.of(new Lot(21)), Map.of());
      throw new IllegalStateException(made + " is wrong");
    } catch (Invalid e) {
      return e.problems();
    }
  }

  @Post
  Called call(Called called) {
    return called;
  }
}

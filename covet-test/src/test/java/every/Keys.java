package every;

import dev.covet.api.Default;
import dev.covet.api.Get;
import dev.covet.api.Post;
import dev.covet.api.Routes;

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

  @Post
  Called call(Called called) {
    return called;
  }
}

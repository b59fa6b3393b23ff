package hooks;

import dev.covet.api.OnStop;
import java.net.URI;

/** Nobody makes one for its hook, so its constructors may ask for anything. */
public final class Statics {
  private final URI at;

  Statics(String at) {
    this(URI.create(at));
  }

  Statics(URI at) {
    this.at = at;
  }

  URI at() {
    return at;
  }

  @OnStop
  static void farewell(Journal journal) {
    journal.note("bye from " + new Statics("home").at());
  }
}

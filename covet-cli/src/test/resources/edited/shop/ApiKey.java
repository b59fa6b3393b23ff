package shop;

import dev.covet.api.Guard;
import dev.covet.api.Header;
import dev.covet.api.Unauthorized;

/** Lets those in who know the key. */
@Guard
final class ApiKey {
  private final Keys keys;

  ApiKey(Keys keys) {
    this.keys = keys;
  }

  void check(@Header String key) throws Unauthorized {
    if (!keys.key().equals(key)) throw new Unauthorized("Wrong key");
  }
}

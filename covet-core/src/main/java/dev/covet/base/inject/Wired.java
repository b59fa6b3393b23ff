package dev.covet.base.inject;

import dev.covet.api.Lifetime;
import java.util.function.Function;

/** A provider that is written as a function. */
record Wired<T>(Key key, Lifetime lifetime, Function<Wiring, Maker<T>> how) implements Provider<T> {
  @Override
  public Maker<T> wire(Wiring wiring) {
    return how.apply(wiring);
  }
}

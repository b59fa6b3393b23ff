package dev.covet.base.inject;

import dev.covet.api.Lifetime;
import java.util.function.Function;

/**
 * Says how a service is made. One provider serves every start of an app, so it keeps nothing; what
 * belongs to a start is in the {@link Maker} that it wires.
 *
 * @param <T> the service
 */
public interface Provider<T> {
  /** What the service is asked by. */
  Key key();

  /** Whether there is one for the app or one for each request. */
  Lifetime lifetime();

  /**
   * Called once per start: asks for what the service needs and says how to make it. Nothing exists
   * yet; a slot is read when the service is made.
   */
  Maker<T> wire(Wiring wiring);

  /** A provider that is written as a function. */
  static <T> Provider<T> of(Key key, Lifetime lifetime, Function<Wiring, Maker<T>> wire) {
    return new Provider<>() {
      @Override
      public Key key() {
        return key;
      }

      @Override
      public Lifetime lifetime() {
        return lifetime;
      }

      @Override
      public Maker<T> wire(Wiring wiring) {
        return wire.apply(wiring);
      }
    };
  }

  /** A provider of something for the whole app. */
  static <T> Provider<T> app(Class<T> type, Function<Wiring, Maker<T>> wire) {
    return of(Key.of(type), Lifetime.APP, wire);
  }

  /** A provider of something for each request. */
  static <T> Provider<T> request(Class<T> type, Function<Wiring, Maker<T>> wire) {
    return of(Key.of(type), Lifetime.REQUEST, wire);
  }
}

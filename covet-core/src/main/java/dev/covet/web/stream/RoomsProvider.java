package dev.covet.web.stream;

import dev.covet.api.Lifetime;
import dev.covet.base.inject.Key;
import dev.covet.base.inject.Maker;
import dev.covet.base.inject.Provider;
import dev.covet.base.inject.Wiring;

/**
 * Gives an app its rooms for one type of message, as generated code asks for them.
 *
 * @param <O> what members are sent
 * @param key what they are asked by: {@code dev.covet.web.stream.Rooms<chat.Chat.Out>}
 */
public record RoomsProvider<O>(Key key) implements Provider<Rooms<O>> {
  @Override
  public Lifetime lifetime() {
    return Lifetime.APP;
  }

  @Override
  public Maker<Rooms<O>> wire(Wiring wiring) {
    return (_, _) -> new Rooms<>();
  }
}

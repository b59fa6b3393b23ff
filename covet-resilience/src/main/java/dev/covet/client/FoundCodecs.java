package dev.covet.client;

import dev.covet.base.config.StartFaults;
import dev.covet.gen.CodecPart;
import dev.covet.gen.Indexes;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** Finds the codecs of records, and keeps them: there are as many as classes. Thread-safe. */
final class FoundCodecs {
  private final ConcurrentHashMap<Class<?>, CodecPart<?>> known = new ConcurrentHashMap<>();

  /**
   * The codecs of a class.
   *
   * @throws IllegalArgumentException if it has none
   */
  @SuppressWarnings("unchecked") // the codecs of a class are kept under it
  <T> CodecPart<T> of(Class<T> type) {
    return (CodecPart<T>) known.computeIfAbsent(type, FoundCodecs::found);
  }

  private static CodecPart<?> found(Class<?> type) {
    var loader =
        Objects.requireNonNullElse(type.getClassLoader(), ClassLoader.getSystemClassLoader());
    var found = Indexes.find(loader, new StartFaults()).codec(type);
    if (found == null) {
      throw new IllegalArgumentException(type.getName() + " has no codec. Put @Model on it.");
    }
    return found;
  }
}

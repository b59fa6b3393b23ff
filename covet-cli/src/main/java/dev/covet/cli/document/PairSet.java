package dev.covet.cli.document;

import dev.covet.api.JsonValue;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/**
 * Pairs of parts of two documents: this part of the one and that of the other, and none that merely
 * says the same. Not thread-safe.
 */
public final class PairSet {
  private final IdentityHashMap<JsonValue, Set<JsonValue>> pairs = new IdentityHashMap<>();

  /** Whether the pair is new here. */
  public boolean add(JsonValue before, JsonValue after) {
    return pairs
        .computeIfAbsent(before, _ -> Collections.newSetFromMap(new IdentityHashMap<>()))
        .add(after);
  }

  public boolean contains(JsonValue before, JsonValue after) {
    return pairs.getOrDefault(before, Set.of()).contains(after);
  }

  public void addAll(PairSet others) {
    others.pairs.forEach((before, all) -> all.forEach(after -> add(before, after)));
  }
}

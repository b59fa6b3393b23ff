package dev.covet.data.query;

import java.util.HashMap;
import java.util.List;

/** The one statement that fills all lists of one projection component. Immutable. */
final class Follow {
  /** A row that was found, and the key that it refers to. */
  record Found(Object reference, Object row) {}

  private final Plan<?, ?> plan;
  private final Column<?, ?> reference;

  Follow(Part.Many<?, ?> many, Dialect dialect) {
    this.plan = new Plan<>(many.source(), dialect);
    this.reference = many.reference();
    plan.pickedAt("t0", reference);
  }

  void fill(List<Draft.Slot> slots, Fetch fetch) {
    if (slots.isEmpty()) {
      return;
    }
    var byKey = new HashMap<Object, List<Draft.Slot>>();
    for (var slot : slots) {
      byKey.computeIfAbsent(slot.key, _ -> new java.util.ArrayList<>()).add(slot);
    }
    for (var found : plan.readBy(reference, List.copyOf(byKey.keySet()), fetch)) {
      for (var slot : byKey.getOrDefault(found.reference(), List.of())) {
        slot.rows.add(found.row());
      }
    }
  }
}

package dev.covet.data.sql;

import dev.covet.data.table.Part;
import java.util.HashMap;
import java.util.List;

/** The one statement that fills all lists of one projection component. Immutable. */
final class Follow {
  /** A row that was found, and the key that it refers to. */
  record Found(Object reference, Object row) {}

  private final Plan<?, ?> plan;
  private final RowReader.Value reference;
  private final String alias;

  Follow(Part.Many<?, ?> many, SqlTerms terms) {
    this.plan = new Plan<>(many.source(), terms);
    this.alias = "t0";
    this.reference = plan.field(alias, many.source().root(), many.reference());
  }

  Follow(Part.Through<?, ?> through, SqlTerms terms) {
    this.plan = new Plan<>(through.source(), terms);
    this.alias = plan.between(through.between(), through.to());
    this.reference = plan.field(alias, through.between(), through.from());
  }

  /** Whether it is about rows of an owner. */
  boolean isOwned() {
    return plan.isOwned();
  }

  void fill(List<Draft.OpenList> lists, Fetch fetch) {
    if (lists.isEmpty()) return;
    var byKey = new HashMap<Object, List<Draft.OpenList>>();
    for (var list : lists) {
      byKey.computeIfAbsent(list.key, _ -> new java.util.ArrayList<>()).add(list);
    }
    for (var found : plan.readBy(alias, reference, List.copyOf(byKey.keySet()), fetch)) {
      for (var list : byKey.getOrDefault(found.reference(), List.of())) list.rows.add(found.row());
    }
  }
}

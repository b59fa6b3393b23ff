package dev.covet.app.generated;

import dev.covet.gen.Index;
import dev.covet.gen.Indexes;
import dev.covet.web.error.ErrorFacts;
import dev.covet.web.error.Faults;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds the generated facts of the user's errors, and keeps them: there are as many as classes.
 * Thread-safe.
 */
public final class KnownErrors implements Faults.Facts {
  private final Indexes indexes;
  private final ConcurrentHashMap<Class<?>, Optional<ErrorFacts>> known = new ConcurrentHashMap<>();

  public KnownErrors(Indexes indexes) {
    this.indexes = indexes;
  }

  @Override
  public @Nullable ErrorFacts find(Class<?> type) {
    return known.computeIfAbsent(type, this::nearest).orElse(null);
  }

  private Optional<ErrorFacts> nearest(Class<?> type) {
    for (var each = type; each != null; each = each.getSuperclass()) {
      var facts = indexes.first(each, Index::error);
      if (facts != null) return Optional.of(facts);
    }
    return Optional.empty();
  }
}

package dev.covet.processor.read;

import dev.covet.processor.model.TypeName;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.SortedSet;
import java.util.TreeSet;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** The records and enums that were met, each to be read once. Not thread-safe. */
final class Seen {
  private final Map<TypeName, TypeElement> known = new HashMap<>();
  private final SortedSet<TypeName> hidden = new TreeSet<>();
  private final Queue<TypeElement> open = new ArrayDeque<>();

  TypeName add(TypeElement type) {
    var name = Declarations.name(type);
    if (known.putIfAbsent(name, type) == null) {
      open.add(type);
    }
    return name;
  }

  /** Notes a class that generated code would have to name and cannot. */
  void hide(TypeName type) {
    hidden.add(type);
  }

  /** The classes that generated code cannot name, sorted. */
  SortedSet<TypeName> hidden() {
    return Collections.unmodifiableSortedSet(hidden);
  }

  /** The next one that nobody has read yet, or null. */
  @Nullable TypeElement next() {
    return open.poll();
  }

  @Nullable TypeElement element(TypeName name) {
    return known.get(name);
  }
}

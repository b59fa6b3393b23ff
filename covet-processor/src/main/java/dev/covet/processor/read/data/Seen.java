package dev.covet.processor.read.data;

import dev.covet.processor.model.type.TypeName;
import dev.covet.processor.model.type.ValueModel;
import dev.covet.processor.read.element.Declarations;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** The records and enums that were met, each to be read once. Not thread-safe. */
public final class Seen {
  private final Set<TypeName> known = new HashSet<>();
  private final SortedSet<TypeName> hidden = new TreeSet<>();
  private final SortedSet<TypeName> asked = new TreeSet<>();
  private final Queue<Entry> open = new ArrayDeque<>();
  private String here = "";

  /**
   * A type to be read.
   *
   * @param bound what its type parameters stand for, by their names
   */
  record Entry(TypeName name, TypeElement type, Map<String, ValueModel> bound) {}

  public TypeName add(TypeElement type) {
    return add(new Entry(Declarations.name(type), type, Map.of()));
  }

  public TypeName add(Entry entry) {
    if (known.add(entry.name())) open.add(entry);
    return entry.name();
  }

  /** Notes types that have a codec whether a route names them or not. */
  public void ask(Collection<TypeName> types) {
    asked.addAll(types);
  }

  /** The types that have a codec in any case, sorted. */
  SortedSet<TypeName> asked() {
    return Collections.unmodifiableSortedSet(asked);
  }

  /** Notes in which package what is read now stands. */
  public void enter(String packageName) {
    here = packageName;
  }

  /** The package in which what is read now stands: all that it names can be named there. */
  String here() {
    return here;
  }

  /** Notes a class that generated code would have to name and cannot. */
  void hide(TypeName type) {
    hidden.add(type);
  }

  /** The classes that generated code cannot name, sorted. */
  public SortedSet<TypeName> hidden() {
    return Collections.unmodifiableSortedSet(hidden);
  }

  /** The next one that nobody has read yet, or null. */
  @Nullable Entry next() {
    return open.poll();
  }
}

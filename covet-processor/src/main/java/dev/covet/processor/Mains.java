package dev.covet.processor;

import dev.covet.processor.model.type.TypeName;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The resource that tells the launcher which classes have a {@code main}: one name a line.
 *
 * @param compiled top-level classes of which this run has the source
 * @param exists whether a class is still there, in source or as a class file
 */
record Mains(Collection<TypeName> compiled, Predicate<String> exists) {
  static final String RESOURCE = "META-INF/covet/main";

  /** What stands in the resource now, sorted. */
  List<String> merge(List<String> before, List<TypeName> found) {
    var kept = before.stream().filter(name -> !isCompiled(name)).filter(exists);
    var names = Stream.concat(kept, found.stream().map(TypeName::qualified));
    return names.distinct().sorted().toList();
  }

  private boolean isCompiled(String name) {
    return compiled.stream()
        .map(TypeName::qualified)
        .anyMatch(top -> name.equals(top) || name.startsWith(top + "."));
  }
}

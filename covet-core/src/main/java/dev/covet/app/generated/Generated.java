package dev.covet.app.generated;

import dev.covet.gen.Index;
import dev.covet.gen.Indexes;
import dev.covet.gen.MappedTable;
import dev.covet.gen.PrincipalPart;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What was generated for an app.
 *
 * @param types the classes that it adds
 * @param brought the tables of its plugins
 */
public record Generated(Indexes indexes, List<Class<?>> types, List<MappedTable> brought) {
  /** Where a jar's tables are those of its plugins, made only if these are installed. */
  private static final String SECURITY = "dev.covet.security.";

  /** Copies the lists. */
  public Generated {
    types = List.copyOf(types);
    brought = List.copyOf(brought);
  }

  /**
   * The tables of the compilations from which classes were added, and of those whose types these
   * use; and those of plugins.
   */
  public List<MappedTable> tables() {
    var compiled =
        indexes.behind(types).stream()
            .flatMap(index -> index.tables().stream())
            .filter(table -> !table.getClass().getName().startsWith(SECURITY));
    return Stream.concat(compiled, brought.stream()).distinct().toList();
  }

  /** All principals of these compilations. */
  public Stream<PrincipalPart<?>> principals() {
    return indexes.behind(types).stream().flatMap(index -> index.principals().stream());
  }

  /** What is known of a principal; nothing if the class is none. */
  @SuppressWarnings("unchecked") // an index has the part of a class under the class's name
  public <P> Optional<PrincipalPart<P>> principal(Class<P> type) {
    return Optional.ofNullable((PrincipalPart<P>) indexes.first(type, Index::principal));
  }

  /** The fault of a class that does not say {@code @Principal}. */
  public static String notPrincipal(Class<?> type) {
    return type.getCanonicalName()
        + " is not a principal: nothing was generated for it. Make it a record that says @Principal,"
        + " and rebuild its project with covet-processor.";
  }
}

package dev.covet.gen;

import dev.covet.api.JsonValue;
import dev.covet.api.Problem;
import dev.covet.base.codec.Codecs;
import dev.covet.base.config.StartFaults;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The indexes of all compilations on the class path. Thread-safe. */
public final class Indexes {
  private static final CodecPart<JsonValue> VALUE = new CodecPart<>(Codecs.VALUE, Codecs.VALUE);
  private static final CodecPart<Problem> PROBLEM = new CodecPart<>(Codecs.PROBLEM, Codecs.PROBLEM);

  /** Those of a class path without generated code. */
  public static final Indexes NONE = new Indexes(List.of());

  private final List<Index> all;

  private Indexes(List<Index> all) {
    this.all = List.copyOf(all);
  }

  /**
   * Finds the indexes.
   *
   * @param faults is told of those that this library cannot run, or that do not fit together
   */
  public static Indexes find(ClassLoader loader, StartFaults faults) {
    var found = new ArrayList<Index>();
    try {
      ServiceLoader.load(Index.class, loader)
          .forEach(index -> {
            if (fits(index, faults)) found.add(index);
          });
    } catch (ServiceConfigurationError | LinkageError e) {
      faults.add("Generated code cannot be loaded (" + e.getMessage() + "). Rebuild: mvn clean.");
    }
    var indexes = new Indexes(found);
    found.forEach(index -> indexes.check(index, faults));
    return indexes;
  }

  /** Tells of types that another compilation has in another state than this one saw. */
  private void check(Index index, StartFaults faults) {
    index
        .relies()
        .forEach((type, state) -> {
          var now = all.stream().flatMap(each -> Stream.ofNullable(each.state(type))).findFirst();
          if (now.isPresent() && !now.get().equals(state)) {
            faults.add(
                "%s has changed since the code of %s was generated. Rebuild that project: mvn clean."
                    .formatted(type, index.name()));
          }
        });
  }

  private static boolean fits(Index index, StartFaults faults) {
    if (index.revision() != Revision.CURRENT) {
      faults.add(
          "%s was generated for revision %s of Covet, and this is revision %s. Rebuild it."
              .formatted(index.name(), index.revision(), Revision.CURRENT));
      return false;
    }
    index.faults().forEach(faults::add);
    return true;
  }

  /** Whether no compilation on the class path has any generated code. */
  public boolean isEmpty() {
    return all.isEmpty();
  }

  /**
   * The first part that an index has for a class; null if none has one.
   *
   * @param part looks into an index by the class's canonical name
   */
  public <P> @Nullable P first(Class<?> type, BiFunction<Index, String, @Nullable P> part) {
    return first(String.valueOf(type.getCanonicalName()), part);
  }

  private <P> @Nullable P first(String type, BiFunction<Index, String, @Nullable P> part) {
    for (var index : all) {
      var found = part.apply(index, type);
      if (found != null) return found;
    }
    return null;
  }

  /**
   * The codecs of a class, as far as one was generated for it or it is {@code JsonValue} or {@code
   * Problem}; null for none.
   */
  @SuppressWarnings("unchecked") // an index has the codecs of a class under the class's name
  public <T> @Nullable CodecPart<T> codec(Class<T> type) {
    if (type == JsonValue.class) return (CodecPart<T>) VALUE;
    if (type == Problem.class) return (CodecPart<T>) PROBLEM;
    return (CodecPart<T>) first(type, Index::codec);
  }

  /** The codecs of a type by its Java name, as far as they were generated; null for none. */
  public @Nullable CodecPart<?> codec(String type) {
    return first(type, Index::codec);
  }

  /** The class by which the codec of a value is known: all of JSON's values have one. */
  public static Class<?> type(Object value) {
    return value instanceof JsonValue ? JsonValue.class : value.getClass();
  }

  /** The indexes that have one or more of these classes, as an app adds them. */
  public List<Index> of(Collection<Class<?>> types) {
    var found = new LinkedHashSet<Index>();
    for (var type : types) {
      var index = first(type, (each, name) -> each.added(name) == null ? null : each);
      if (index != null) found.add(index);
    }
    return List.copyOf(found);
  }

  /**
   * The indexes of these classes, and those of other jars from whose types their code was made,
   * however far.
   */
  public List<Index> behind(Collection<Class<?>> types) {
    var found = new LinkedHashSet<>(of(types));
    var open = new ArrayDeque<>(found);
    while (!open.isEmpty()) {
      for (var type : open.remove().relies().keySet()) {
        all.stream().filter(each -> each.state(type) != null).filter(found::add).forEach(open::add);
      }
    }
    return List.copyOf(found);
  }
}

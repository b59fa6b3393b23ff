package dev.covet.processor.read;

import dev.covet.processor.model.type.ValueSource;
import dev.covet.processor.read.element.Kinds;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * Types that are data and no services, although Covet does not read them: it is said of them that
 * they have no codec, not that nobody provides them.
 */
final class Unread {
  /** What holds others, and is itself what they are. */
  private static final Set<String> AROUND = Set.of("java.util.List", "java.util.Optional");

  private static final Set<TypeKind> NO_CLASS = Set.of(TypeKind.ARRAY, TypeKind.WILDCARD);

  private static final Map<String, ValueSource> SOURCES =
      Stream.of(
              of(
                  ValueSource.BODY,
                  "java.util",
                  "Map HashMap LinkedHashMap SortedMap SequencedMap TreeMap"),
              of(ValueSource.QUERY, "java.util", "Collection SequencedCollection Date"),
              of(
                  ValueSource.QUERY,
                  "java.util",
                  "Set HashSet LinkedHashSet SortedSet TreeSet SequencedSet"),
              of(
                  ValueSource.QUERY,
                  "java.util",
                  "List Optional OptionalInt OptionalLong OptionalDouble"))
          .flatMap(each -> each.entrySet().stream())
          .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

  private Unread() {}

  private static Map<String, ValueSource> of(ValueSource source, String packageName, String names) {
    return Stream.of(names.split(" ", -1))
        .collect(Collectors.toMap(name -> packageName + "." + name, _ -> source));
  }

  /** Where a value of the type would come from; empty if it is read, or no data. */
  static Optional<ValueSource> source(TypeMirror type) {
    return type instanceof DeclaredType declared
            && declared.asElement() instanceof TypeElement element
        ? source(declared, element)
        : Optional.empty();
  }

  private static Optional<ValueSource> source(DeclaredType type, TypeElement element) {
    var name = element.getQualifiedName().toString();
    if (AROUND.contains(name) && !type.getTypeArguments().isEmpty()) {
      var inner = type.getTypeArguments().getFirst();
      return NO_CLASS.contains(inner.getKind()) ? Optional.of(ValueSource.QUERY) : source(inner);
    }
    return Kinds.isGenericRecord(element) || Kinds.isUnion(element)
        ? Optional.of(ValueSource.BODY)
        : Optional.ofNullable(SOURCES.get(name));
  }
}

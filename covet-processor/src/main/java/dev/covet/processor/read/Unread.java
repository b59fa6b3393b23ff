package dev.covet.processor.read;

import dev.covet.processor.model.Source;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
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

  private static final Map<String, Source> SOURCES =
      Stream.of(
              of(
                  Source.BODY,
                  "java.util",
                  "Map HashMap LinkedHashMap SortedMap SequencedMap TreeMap"),
              of(Source.QUERY, "java.util", "Collection SequencedCollection Date"),
              of(
                  Source.QUERY,
                  "java.util",
                  "Set HashSet LinkedHashSet SortedSet TreeSet SequencedSet"),
              of(
                  Source.QUERY,
                  "java.util",
                  "List Optional OptionalInt OptionalLong OptionalDouble"),
              of(Source.QUERY, "java.lang", "Byte Character Float Short"),
              of(Source.QUERY, "java.math", "BigInteger"),
              of(Source.QUERY, "java.net", "URI"),
              of(Source.QUERY, "java.time", "Duration Period Year YearMonth MonthDay LocalTime"),
              of(
                  Source.QUERY,
                  "java.time",
                  "LocalDateTime OffsetDateTime OffsetTime ZonedDateTime"),
              of(Source.QUERY, "java.time", "ZoneId ZoneOffset"),
              of(Source.QUERY, "dev.covet.api", "Secret"))
          .flatMap(each -> each.entrySet().stream())
          .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

  private Unread() {}

  private static Map<String, Source> of(Source source, String packageName, String names) {
    return Stream.of(names.split(" ", -1))
        .collect(Collectors.toMap(name -> packageName + "." + name, _ -> source));
  }

  /** Where a value of the type would come from; empty if it is read, or no data. */
  static Optional<Source> source(TypeMirror type) {
    if (type.getKind().isPrimitive()) {
      return Optional.of(Source.QUERY);
    }
    return type instanceof DeclaredType declared
            && declared.asElement() instanceof TypeElement element
        ? source(declared, element)
        : Optional.empty();
  }

  private static Optional<Source> source(DeclaredType type, TypeElement element) {
    var name = element.getQualifiedName().toString();
    if (AROUND.contains(name) && !type.getTypeArguments().isEmpty()) {
      var inner = type.getTypeArguments().getFirst();
      return NO_CLASS.contains(inner.getKind()) ? Optional.of(Source.QUERY) : source(inner);
    }
    return TypeReader.isGenericRecord(element) || element.getModifiers().contains(Modifier.SEALED)
        ? Optional.of(Source.BODY)
        : Optional.ofNullable(SOURCES.get(name));
  }
}

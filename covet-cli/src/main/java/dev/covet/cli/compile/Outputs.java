package dev.covet.cli.compile;

import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a compilation has left: class files, generated sources and resources, each by the name that
 * its file would have. Immutable; a further compilation begins with a copy.
 */
public final class Outputs {
  static final Outputs NONE = new Outputs(Map.of());

  private static final String CLASS = ".class";

  private final Map<String, Output> files;

  /** One file; nobody changes its bytes. */
  static final class Output {
    private final byte[] bytes;
    private final Set<Path> origins;

    /**
     * A file.
     *
     * @param origins the sources that it was made from
     */
    Output(byte[] bytes, Set<Path> origins) {
      this.bytes = bytes;
      this.origins = Set.copyOf(origins);
    }

    byte[] bytes() {
      return bytes;
    }

    Set<Path> origins() {
      return origins;
    }
  }

  Outputs(Map<String, Output> files) {
    this.files = Collections.unmodifiableMap(new HashMap<>(files));
  }

  Map<String, Output> files() {
    return files;
  }

  /** The class files by their names: {@code heroes/Hero.class}. */
  Map<String, Output> classes() {
    return files.entrySet().stream()
        .filter(file -> file.getKey().endsWith(CLASS))
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** The sources that something was made from. */
  Set<Path> origins() {
    return files.values().stream()
        .flatMap(file -> file.origins().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** These without what was made from nothing but some sources, which are compiled again. */
  Outputs without(Set<Path> sources) {
    var kept = new HashMap<>(files);
    kept.values()
        .removeIf(file -> !file.origins().isEmpty() && sources.containsAll(file.origins()));
    return new Outputs(kept);
  }

  /** The classes made from some sources. */
  Set<String> classesOf(Set<Path> sources) {
    var found = new HashSet<String>();
    classes()
        .forEach((name, file) -> {
          if (file.origins().stream().anyMatch(sources::contains)) found.add(name);
        });
    return found;
  }

  /** A file's bytes, for a class loader; null if there is none. */
  public byte @Nullable [] bytes(String name) {
    var file = files.get(name);
    return file == null ? null : file.bytes();
  }

  /** The names of all files. */
  public Stream<String> names() {
    return files.keySet().stream();
  }
}

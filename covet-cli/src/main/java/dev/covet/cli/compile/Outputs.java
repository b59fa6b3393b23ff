package dev.covet.cli.compile;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
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
  static final Outputs NONE = new Outputs(Map.of(), Map.of());

  private static final String CLASS = ".class";

  /** Names the class that knows of all others, made from all sources. */
  private static final String INDEX = "META-INF/services/dev.covet.gen.Index";

  private final Map<String, Output> files;
  private final Map<Path, String> comments;

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

  /**
   * Files.
   *
   * @param comments those for documentation of each source
   */
  Outputs(Map<String, Output> files, Map<Path, String> comments) {
    this.files = Collections.unmodifiableMap(new HashMap<>(files));
    this.comments = Map.copyOf(comments);
  }

  Map<Path, String> comments() {
    return comments;
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

  /** These without the index: the processor itself writes it anew when anything in it changes. */
  Outputs withoutIndex() {
    var named = files.get(INDEX);
    if (named == null) return this;
    var index = new String(named.bytes(), StandardCharsets.UTF_8).strip().replace('.', '/');
    var kept = new HashMap<>(files);
    kept.keySet().removeIf(name -> name.equals(index + CLASS) || name.equals(index + ".java"));
    return new Outputs(kept, comments);
  }

  /** The sources that something was made from. */
  Set<Path> origins() {
    return files.values().stream()
        .flatMap(file -> file.origins().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The sources that a file was made from; none if it is not there. */
  Set<Path> origins(String name) {
    var file = files.get(name);
    return file == null ? Set.of() : file.origins();
  }

  /** A class and those in it: {@code heroes/Hero}. */
  Stream<Output> classes(String name) {
    return files.entrySet().stream()
        .filter(file -> file.getKey().equals(name + CLASS) || file.getKey().startsWith(name + "$"))
        .map(Map.Entry::getValue);
  }

  /** These without what was made from nothing but some sources, which are compiled again. */
  Outputs without(Set<Path> sources) {
    var kept = new HashMap<>(files);
    kept.values()
        .removeIf(file -> !file.origins().isEmpty() && sources.containsAll(file.origins()));
    return new Outputs(kept, comments);
  }

  /** The class files made from some sources. */
  List<Output> classesOf(Set<Path> sources) {
    return classes().values().stream()
        .filter(file -> file.origins().stream().anyMatch(sources::contains))
        .toList();
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

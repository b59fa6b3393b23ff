package dev.covet.cli.compile;

import dev.covet.cli.compile.Outputs.Output;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What it means for other sources that some are compiled again. */
final class Effects {
  private static final String JAVA = ".java";

  private final Set<Path> compiled;
  private final Set<Path> recommented;
  private final Outputs before;
  private final Outputs now;
  private final Function<Output, ClassShape> shape;
  private final Map<String, ClassShape> was;
  private final Map<String, ClassShape> is;

  /**
   * The effects of a compilation.
   *
   * @param compiled the sources that were compiled
   * @param shape of a class file
   */
  Effects(Set<Path> compiled, Outputs before, Outputs now, Function<Output, ClassShape> shape) {
    this.compiled = compiled;
    this.recommented =
        compiled.stream()
            .filter(file -> !Objects.equals(before.comments().get(file), now.comments().get(file)))
            .collect(Collectors.toUnmodifiableSet());
    this.before = before.withoutIndex();
    this.now = now.withoutIndex();
    this.shape = shape;
    this.was = shapes(this.before);
    this.is = shapes(this.now);
  }

  private Map<String, ClassShape> shapes(Outputs outputs) {
    return outputs.classesOf(compiled).stream()
        .map(shape)
        .collect(Collectors.toMap(ClassShape::name, each -> each));
  }

  /** The sources that have to be compiled as well; null if any may be concerned. */
  @Nullable Set<Path> others() {
    if (isAnywhere()) return null;
    var remade = remade();
    var found = new HashSet<Path>();
    remade.forEach(name -> found.addAll(madeOf(name)));
    found.removeAll(compiled);
    return found.isEmpty() ? seeing(different(remade), newNames()) : found; // one after the other
  }

  /** The other sources that mention one of these classes, or any of such a name. */
  private Set<Path> seeing(Set<String> different, Set<String> names) {
    var found = new HashSet<Path>();
    for (var file : before.classes().values()) {
      var isConcerned =
          shape.apply(file).uses().stream()
              .anyMatch(it -> different.contains(it) || names.contains(ClassShape.simple(it)));
      if (isConcerned) found.addAll(file.origins());
    }
    found.removeAll(compiled);
    return found;
  }

  /** Whether something has changed of which class files do not say who has it. */
  private boolean isAnywhere() {
    return Stream.concat(was.keySet().stream(), is.keySet().stream())
        .filter(name -> !ClassShape.isLocal(name))
        .anyMatch(name -> {
          var old = was.get(name);
          var made = is.get(name);
          if (old == null) return name.endsWith("package-info") || isProvider(name);
          return made == null
              || !old.copied().equals(made.copied())
              || (isProvider(name) && !old.visible().equals(made.visible()));
        });
  }

  /** Whether a class is made for providers: who asks for what a new one gives does not name it. */
  private boolean isProvider(String name) {
    return (name.endsWith("Provider") || name.endsWith("Providers"))
        && now.files().containsKey(name + JAVA);
  }

  /** The classes that look different now, themselves or by what they lead to. */
  private Set<String> different(Set<String> remade) {
    var different = new HashSet<String>();
    was.forEach((name, old) -> {
      var made = is.get(name);
      if (made == null || !old.visible().equals(made.visible())) different.add(name);
    });
    var sources = new HashSet<>(origins(remade));
    sources.addAll(recommented);
    before.classesOf(sources).forEach(file -> different.add(shape.apply(file).name()));
    var all = new ArrayList<>(is.values());
    if (!different.isEmpty()) before.classes().values().forEach(it -> all.add(shape.apply(it)));
    spread(all, different);
    return different;
  }

  /** Adds what leads to a class that looks different, and what leads to that. */
  private static void spread(List<ClassShape> all, Set<String> different) {
    for (var size = -1; size != different.size(); ) {
      size = different.size();
      all.stream()
          .filter(shape -> !Collections.disjoint(shape.leadsTo(), different))
          .forEach(shape -> different.add(shape.name()));
    }
  }

  /**
   * The names of generated sources that a processor has made otherwise from what was compiled, for
   * example with another comment, or could not make, as they are of other sources as well.
   */
  private Set<String> remade() {
    var found = new HashSet<String>();
    before
        .files()
        .forEach((name, file) -> {
          var isOurs = name.endsWith(JAVA) && !Collections.disjoint(file.origins(), compiled);
          var isWhole = compiled.containsAll(file.origins());
          if (isOurs && !(isWhole && isSame(file, now.files().get(name)))) found.add(name);
        });
    return found;
  }

  private Set<Path> origins(Set<String> generated) {
    return generated.stream()
        .flatMap(name -> before.origins(name).stream())
        .filter(compiled::contains)
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * The sources of what a generated source mentions: what it says of their comments is in no class
   * file.
   */
  private Set<Path> madeOf(String generated) {
    var name = generated.substring(0, generated.length() - JAVA.length());
    return Stream.of(before, now)
        .flatMap(outputs -> outputs.classes(name))
        .flatMap(file -> shape.apply(file).uses().stream())
        .flatMap(it -> before.origins(it + ".class").stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static boolean isSame(Output one, @Nullable Output other) {
    return other != null && Arrays.equals(one.bytes(), other.bytes());
  }

  /** What new classes are called: the same word may have meant another class before. */
  private Set<String> newNames() {
    return is.keySet().stream()
        .filter(name -> !was.containsKey(name) && !ClassShape.isLocal(name))
        .map(ClassShape::simple)
        .collect(Collectors.toUnmodifiableSet());
  }
}

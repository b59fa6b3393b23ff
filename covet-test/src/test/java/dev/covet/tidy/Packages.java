package dev.covet.tidy;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.Tree;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A package of main code has at most 30 files, annotations aside, and at most 5 of them use one
 * another in a circle: what is larger cannot be read in parts, nor moved. What breaks this is said
 * of the package's first file.
 */
final class Packages implements Rule {
  static final int FILES_MAX = 30;
  static final int CIRCLE_MAX = 5;

  private final Map<String, List<Source>> packages;

  Packages(List<Source> sources) {
    packages =
        sources.stream()
            .filter(source -> source.isMain() && !source.fileName().equals("package-info.java"))
            .sorted(Comparator.comparing(Source::path))
            .collect(Collectors.groupingBy(Packages::folder, TreeMap::new, Collectors.toList()));
  }

  @Override
  public List<String> findings(Source source) {
    var files = packages.getOrDefault(folder(source), List.of());
    if (files.isEmpty() || !files.getFirst().path().equals(source.path())) {
      return List.of();
    }
    var findings = new ArrayList<String>();
    var count = files.stream().filter(file -> !isAnnotation(file)).count();
    if (count > FILES_MAX) {
      findings.add(
          "%s: the package has %d files, at most %d".formatted(folder(source), count, FILES_MAX));
    }
    for (var circle : circles(files)) {
      if (circle.size() > CIRCLE_MAX) {
        findings.add(
            "%s: %d files use one another in a circle, at most %d: %s"
                .formatted(folder(source), circle.size(), CIRCLE_MAX, circle));
      }
    }
    return findings;
  }

  /** The files that can be reached from one another, by the names of their types. */
  private static Set<Set<String>> circles(List<Source> files) {
    var names = files.stream().map(Packages::typeName).collect(Collectors.toSet());
    var uses = new TreeMap<String, Set<String>>();
    for (var file : files) {
      var used = new HashSet<String>();
      Uses.of(file).forEach(use -> used.add(use.name().split("\\.", 2)[0]));
      used.retainAll(names);
      uses.put(typeName(file), used);
    }
    var reached = new TreeMap<String, Set<String>>();
    uses.keySet().forEach(name -> reached.put(name, reached(name, uses)));
    var circles = new HashSet<Set<String>>();
    reached.forEach((name, others) ->
        circles.add(
            others.stream()
                .filter(other -> reached.getOrDefault(other, Set.of()).contains(name))
                .collect(Collectors.toCollection(TreeSet::new))));
    return circles;
  }

  private static Set<String> reached(String from, Map<String, Set<String>> uses) {
    var reached = new TreeSet<String>();
    var open = new ArrayDeque<>(uses.getOrDefault(from, Set.of()));
    while (!open.isEmpty()) {
      var next = open.pop();
      if (reached.add(next)) {
        open.addAll(uses.getOrDefault(next, Set.of()));
      }
    }
    return reached;
  }

  private static String folder(Source source) {
    return source.path().substring(0, Math.max(0, source.path().lastIndexOf('/')));
  }

  private static String typeName(Source source) {
    return source.fileName().replace(".java", "");
  }

  private static boolean isAnnotation(Source source) {
    return source.tree().getTypeDecls().stream()
        .anyMatch(type -> type instanceof ClassTree && type.getKind() == Tree.Kind.ANNOTATION_TYPE);
  }
}

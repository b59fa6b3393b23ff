package dev.covet.tidy;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.Tree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Two top-level types of main code never share a simple name, whatever their packages: a reader who
 * meets it knows which is meant. Annotations are always written with their {@code @}.
 */
final class OneName implements Rule {
  private final Map<String, List<String>> paths = new HashMap<>();

  OneName(List<Source> sources) {
    sources.stream()
        .filter(OneName::counts)
        .forEach(source ->
            types(source)
                .forEach(type ->
                    paths.computeIfAbsent(name(type), _ -> new ArrayList<>()).add(source.path())));
  }

  @Override
  public List<String> findings(Source source) {
    return counts(source)
        ? types(source).stream()
            .filter(type -> paths.getOrDefault(name(type), List.of()).size() > 1)
            .map(type -> source.finding(type, name(type) + " is also in " + others(source, type)))
            .toList()
        : List.of();
  }

  private List<String> others(Source source, ClassTree type) {
    return paths.getOrDefault(name(type), List.of()).stream()
        .filter(path -> !path.equals(source.path()))
        .toList();
  }

  private static boolean counts(Source source) {
    return source.isMain() && !source.isExample() && !source.path().startsWith("covet-app/");
  }

  private static List<ClassTree> types(Source source) {
    return source.tree().getTypeDecls().stream()
        .filter(tree -> tree instanceof ClassTree && tree.getKind() != Tree.Kind.ANNOTATION_TYPE)
        .map(ClassTree.class::cast)
        .toList();
  }

  private static String name(ClassTree type) {
    return type.getSimpleName().toString();
  }
}

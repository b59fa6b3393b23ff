package dev.covet.tidy;

import java.nio.file.Files;
import java.util.List;

/** Every package says in its package-info that nothing in it is null unless its type says so. */
final class NullMarked implements Rule {
  @Override
  public List<String> findings(Source source) {
    if (!source.isMain()) {
      return List.of();
    }
    if (source.fileName().equals("package-info.java")) {
      return source.tree().getPackage() != null
              && source.tree().getPackage().getAnnotations().toString().contains("NullMarked")
          ? List.of()
          : List.of(source.path() + ": @NullMarked is missing");
    }
    var info = Sources.root().resolve(source.path()).resolveSibling("package-info.java");
    return Files.exists(info)
        ? List.of()
        : List.of(source.path() + ": its package has no package-info.java");
  }
}

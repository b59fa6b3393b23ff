package dev.covet.tidy;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/** Finds and parses the Java files of the repository. */
final class Sources {
  private Sources() {}

  /** The folder that holds the script covet. */
  static Path root() {
    for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
      if (Files.isDirectory(folder.resolve("covet-bom"))) {
        return folder;
      }
    }
    throw new IllegalStateException("not inside the repository: " + Path.of("").toAbsolutePath());
  }

  /** Every Java file of every module, parsed. */
  static List<Source> all() {
    var root = root();
    var files = new ArrayList<Path>();
    for (var module : modules(root)) {
      for (var kind : List.of("src/main/java", "src/test/java")) {
        files.addAll(javaFiles(module.resolve(kind)));
      }
    }
    var compiler = ToolProvider.getSystemJavaCompiler();
    try (var manager = compiler.getStandardFileManager(null, null, null)) {
      return parse(root, manager.getJavaFileObjectsFromPaths(files));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The given text, parsed as the file at {@code path}. */
  static Source of(String path, String text) {
    return parse(Path.of(""), List.of(new TextFile(path, text))).getFirst();
  }

  /** Folders with a POM, at the root and in examples. */
  static List<Path> modules(Path root) {
    try (var top = Files.list(root);
        var examples = Files.list(root.resolve("examples"))) {
      return Stream.concat(top, examples)
          .filter(folder -> Files.isRegularFile(folder.resolve("pom.xml")))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> javaFiles(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Source> parse(Path root, Iterable<? extends JavaFileObject> files) {
    var compiler = ToolProvider.getSystemJavaCompiler();
    var task =
        (JavacTask) compiler.getTask(null, null, _ -> {}, List.of("-proc:none"), null, files);
    var positions = Trees.instance(task).getSourcePositions();
    var sources = new ArrayList<Source>();
    try {
      for (CompilationUnitTree tree : task.parse()) {
        sources.add(new Source(path(root, tree.getSourceFile()), tree, positions));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return List.copyOf(sources);
  }

  private static String path(Path root, JavaFileObject file) {
    return "text".equals(file.toUri().getScheme())
        ? file.getName()
        : root.relativize(Path.of(file.toUri())).toString().replace('\\', '/');
  }
}

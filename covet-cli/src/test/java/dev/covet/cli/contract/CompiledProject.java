package dev.covet.cli.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.cli.project.Project;
import dev.covet.processor.CovetProcessor;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles sources as a build does, with the processor, to a project that can be run. */
final class CompiledProject {
  /** Tests run in the folder of their module. */
  static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  /** Those that no compilation uses now: what they know of the jars is dear to find out again. */
  private static final Queue<StandardJavaFileManager> FILES = new ConcurrentLinkedQueue<>();

  private CompiledProject() {}

  /** The heroes of the examples, whose sources were edited. */
  static Project heroes(Path folder, UnaryOperator<String> edit) throws IOException {
    return of(folder, ROOT.resolve("examples/heroes/src/main/java"), edit);
  }

  /** The app with every kind of thing. */
  static Project kinds(Path folder) throws IOException {
    return of(folder, ROOT.resolve("covet-test/src/test/java/kinds"), text -> text);
  }

  /** A project of one class with a main method. */
  static Project main(Path folder, String body) throws IOException {
    var sources = Files.createDirectories(folder.resolve("src"));
    Files.writeString(
        sources.resolve("Main.java"),
        "package app; final class Main { static void main(String[] args) throws Exception {%s}}"
            .formatted(body));
    return of(folder, sources, text -> text);
  }

  /** The same, compiled with preview features and run with them. */
  static Project mainWithPreview(Path folder, String body) throws IOException {
    var sources = Files.createDirectories(folder.resolve("src"));
    var file =
        Files.writeString(
            sources.resolve("Main.java"),
            "package app; final class Main { static void main(String[] args) {%s}}"
                .formatted(body));
    var classes = Files.createTempDirectory(folder, "classes");
    var options = List.of("--enable-preview", "--release", "25");
    compile(List.of(file), classes, options);
    return in(folder, classes, options);
  }

  private static Project of(Path folder, Path sources, UnaryOperator<String> edit)
      throws IOException {
    var edited = Files.createTempDirectory(folder, "sources");
    var units = new ArrayList<Path>();
    try (var files = Files.walk(sources)) {
      for (var file : files.filter(CompiledProject::isSource).toList()) {
        var unit = edited.resolve(sources.relativize(file));
        Files.createDirectories(unit.getParent());
        units.add(Files.writeString(unit, edit.apply(Files.readString(file))));
      }
    }
    var classes = Files.createTempDirectory(folder, "classes");
    compile(units, classes, List.of());
    return in(folder, classes);
  }

  /** A project whose classes are there. */
  static Project in(Path folder, Path classes) {
    return in(folder, classes, List.of());
  }

  private static Project in(Path folder, Path classes, List<String> options) {
    var libraries =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
            .map(Path::of)
            .toList();
    return new Project(
        "app", folder, List.of(), List.of(), classes, libraries, List.of(), options, "", List.of());
  }

  private static boolean isSource(Path file) {
    return file.toString().endsWith(".java") && !file.toString().endsWith("Test.java");
  }

  private static void compile(List<Path> units, Path classes, List<String> more)
      throws IOException {
    var javac = ToolProvider.getSystemJavaCompiler();
    var said = new StringWriter();
    var known = more.isEmpty() ? FILES.poll() : null;
    var files = known == null ? javac.getStandardFileManager(null, null, null) : known;
    var path = System.getProperty("java.class.path");
    var options = new ArrayList<>(List.of("-d", classes.toString(), "-cp", path));
    options.addAll(more);
    var task =
        javac.getTask(said, files, null, options, null, files.getJavaFileObjectsFromPaths(units));
    task.setProcessors(
        List.of(new CovetProcessor())); // javac would load its classes anew each time
    assertThat(task.call()).as(said.toString()).isTrue();
    if (more.isEmpty()) FILES.add(files); // else it would keep the release
    else files.close();
  }
}

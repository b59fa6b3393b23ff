package dev.covet.repository;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.ServiceLoader;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * A program of a page: compiled with the processor as a user's project is, then started as its jar
 * would be.
 */
final class Program {
  /** Those that no compilation uses now: what they know of the jars is dear to find out again. */
  private static final Queue<StandardJavaFileManager> FILES = new ConcurrentLinkedQueue<>();

  private static final Pattern PACKAGE = Pattern.compile("^package ([\\w.]+);", Pattern.MULTILINE);
  private static final Pattern TYPE =
      Pattern.compile(
          "^(?:\\w+ )*(?:class|record|interface|enum|@interface) (\\w+)", Pattern.MULTILINE);

  private final Path folder;
  private final List<String> texts;

  /** A program of these source files, which comes to {@code folder}. */
  Program(Path folder, List<String> texts) throws IOException {
    this.folder = Files.createDirectories(folder);
    this.texts = List.copyOf(texts);
  }

  /**
   * The example of that name, or the program of the pages, with the files of the one that it comes
   * with, but for those that it has itself.
   */
  static Program of(String name, Path folder) throws IOException {
    var files = Snippet.all("java");
    var own = Snippet.of(name, files);
    var names = own.stream().map(each -> name(each.text())).toList();
    var texts = new ArrayList<String>();
    own.stream()
        .map(Snippet::with)
        .filter(with -> !with.isEmpty())
        .distinct()
        .flatMap(with -> Snippet.of(with, files).stream())
        .map(Snippet::text)
        .filter(text -> !names.contains(name(text)))
        .forEach(texts::add);
    own.forEach(each -> texts.add(each.text()));
    for (var file : example(name)) {
      texts.add(Files.readString(file));
    }
    var program = new Program(folder.resolve(name.isEmpty() ? "nameless" : name), texts);
    program.copyResources(name);
    return program;
  }

  private static List<Path> example(String name) throws IOException {
    return files(home(name).resolve("java")).stream()
        .filter(file -> file.toString().endsWith(".java"))
        .toList();
  }

  private static Path home(String example) {
    return Shell.root().resolve("examples").resolve(example).resolve("src/main");
  }

  private static List<Path> files(Path home) throws IOException {
    if (!Files.exists(home)) return List.of();
    try (var files = Files.walk(home)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  /** What an example has beside its classes. */
  private void copyResources(String name) throws IOException {
    var resources = home(name).resolve("resources");
    for (var file : files(resources)) {
      var copy = classes().resolve(resources.relativize(file).toString());
      Files.createDirectories(copy.getParent());
      Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** What javac says, all warnings on; empty if it has nothing to say. */
  String compile() throws IOException {
    var path = String.join(File.pathSeparator, libraries());
    var options =
        List.of(
            "-d",
            Files.createDirectories(classes()).toString(),
            "-cp",
            path,
            "-Xlint:all,-processing,-path",
            "-Werror");
    var files = new ArrayList<Path>();
    for (var text : texts) {
      files.add(write(text));
    }
    var compiler = ToolProvider.getSystemJavaCompiler();
    var said = new StringWriter();
    var known = FILES.poll();
    var manager = known == null ? compiler.getStandardFileManager(null, null, null) : known;
    var units = manager.getJavaFileObjectsFromPaths(files);
    var task = compiler.getTask(said, manager, null, options, null, units);
    task.setProcessors(processors());
    var done = task.call();
    FILES.add(manager);
    return done ? said.toString() : "failed: " + said;
  }

  /**
   * Those of the class path, as javac finds them; but javac would load their classes anew each
   * time.
   */
  private static List<Processor> processors() {
    return ServiceLoader.load(Processor.class).stream().map(ServiceLoader.Provider::get).toList();
  }

  /** Where its classes are once it is compiled. */
  Path classes() {
    return folder.resolve("classes");
  }

  /** Whether it has a {@code main}. */
  boolean isRunnable() {
    return Files.exists(classes().resolve("META-INF/covet/main"));
  }

  /** The names of its classes that hold tests. */
  List<String> tests() {
    return texts.stream()
        .filter(text -> text.contains("import org.junit.jupiter.api.Test;"))
        .map(Program::name)
        .toList();
  }

  /** Starts it as {@code java -jar} would; it has the processor's classes, but never calls them. */
  Started start(Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    var command =
        Stream.concat(
            Stream.of(
                Started.java(),
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classes() + File.pathSeparator + String.join(File.pathSeparator, libraries()),
                "dev.covet.app.Launcher"),
            Stream.of(arguments));
    return Started.of(folder, environment, command.toList());
  }

  /** What this test runs with, but for the tests themselves. */
  static List<String> libraries() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .filter(each -> !each.contains("test-classes"))
        .toList();
  }

  private Path write(String text) throws IOException {
    var file = folder.resolve("src").resolve(name(text).replace('.', '/') + ".java");
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  /** The full name of the first type of a source file, or of the package it describes. */
  private static String name(String text) {
    var named = PACKAGE.matcher(text);
    var type = TYPE.matcher(text);
    var name = type.find() ? type.group(1) : "package-info";
    return named.find() ? named.group(1) + "." + name : name;
  }
}

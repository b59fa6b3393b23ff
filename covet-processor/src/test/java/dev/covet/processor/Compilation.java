package dev.covet.processor;

import dev.covet.processor.check.Checks;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * One run of javac with the processor over an output folder, which an earlier run may have left.
 */
final class Compilation {
  /** Those that no compilation uses now: what they know of the jars is dear to find out again. */
  private static final Queue<StandardJavaFileManager> FILES = new ConcurrentLinkedQueue<>();

  private final Path folder;
  private final Rules rules;
  private final Emission emission;
  private final List<Path> jars;
  private final List<Processor> others = new ArrayList<>();

  Compilation(Path folder, Emission emission, Path... jars) {
    this(folder, Checks::of, emission, jars);
  }

  Compilation(Path folder, Rules rules, Emission emission, Path... jars) {
    this.folder = folder;
    this.rules = rules;
    this.emission = emission;
    this.jars = List.of(jars);
  }

  /** The same with one more processor. */
  Compilation beside(Processor other) {
    others.add(other);
    return this;
  }

  /**
   * What javac says, in its order; the options more are of what it says, not of where files are.
   */
  List<Message> compile(List<Unit> units, String... options) throws IOException {
    var diagnostics = new DiagnosticCollector<JavaFileObject>();
    var javac = ToolProvider.getSystemJavaCompiler();
    var files = jars.isEmpty() ? FILES.poll() : null;
    if (files == null) {
      files = javac.getStandardFileManager(null, Locale.ROOT, null);
    }
    var task = javac.getTask(null, files, diagnostics, options(options), null, units);
    var processors = new ArrayList<Processor>(List.of(new CovetProcessor(rules, emission)));
    processors.addAll(others);
    task.setProcessors(processors);
    task.call();
    if (jars.isEmpty()) {
      FILES.add(files);
    } else { // it would keep them open
      files.close();
    }
    return diagnostics.getDiagnostics().stream().map(Message::of).toList();
  }

  Path classes() {
    return folder.resolve("classes");
  }

  private List<String> options(String... more) throws IOException {
    var options = new ArrayList<>(List.of("-Xlint:all,-processing", "-implicit:none"));
    var classPath = System.getProperty("java.class.path") + File.pathSeparator + classes();
    for (var jar : jars) {
      classPath += File.pathSeparator + jar;
    }
    options.addAll(List.of("-cp", classPath));
    options.addAll(List.of("-d", Files.createDirectories(classes()).toString()));
    options.addAll(List.of("-s", Files.createDirectories(folder.resolve("sources")).toString()));
    options.addAll(List.of(more));
    return options;
  }

  /** A source file in memory. */
  static final class Unit extends SimpleJavaFileObject {
    private final String text;

    Unit(String path, String text) {
      super(URI.create("memory:///" + path), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }

  /** An error or warning of javac. */
  record Message(Diagnostic.Kind kind, String file, long line, String text) {
    static Message of(Diagnostic<? extends JavaFileObject> diagnostic) {
      var source = diagnostic.getSource();
      var file =
          source == null ? "" : source.getName().substring(source.getName().lastIndexOf('/') + 1);
      return new Message(
          diagnostic.getKind(),
          file,
          diagnostic.getLineNumber(),
          diagnostic.getMessage(Locale.ROOT));
    }
  }
}

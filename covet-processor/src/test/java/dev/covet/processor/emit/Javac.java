package dev.covet.processor.emit;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Compiles sources as strictly as Covet's own are, into one folder. */
public final class Javac {
  private static final List<String> STRICT =
      List.of("-Xlint:all,-processing", "-Werror", "-implicit:none");

  private final Path folder;

  /**
   * Compiles into this folder: classes into {@code classes}, generated sources into {@code
   * generated}.
   */
  public Javac(Path folder) {
    this.folder = folder;
  }

  /** What javac printed: an empty list when all is well. */
  public List<String> compile(Map<String, String> sources, Processor... processors) {
    var diagnostics = new DiagnosticCollector<JavaFileObject>();
    var compiler = ToolProvider.getSystemJavaCompiler();
    try (var files = compiler.getStandardFileManager(diagnostics, Locale.ROOT, null)) {
      var task =
          compiler.getTask(null, files, diagnostics, options(processors), null, units(sources));
      task.setProcessors(List.of(processors));
      task.call();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return diagnostics.getDiagnostics().stream().map(Javac::line).toList();
  }

  private List<String> options(Processor... processors) throws IOException {
    var options = new ArrayList<>(STRICT);
    options.addAll(List.of("-d", Files.createDirectories(folder.resolve("classes")).toString()));
    options.addAll(List.of("-s", Files.createDirectories(folder.resolve("generated")).toString()));
    if (processors.length == 0) {
      options.add("-proc:none");
    }
    return options;
  }

  private static List<JavaFileObject> units(Map<String, String> sources) {
    return sources.entrySet().stream()
        .map(source -> unit(source.getKey(), source.getValue()))
        .toList();
  }

  private static JavaFileObject unit(String name, String text) {
    var uri = URI.create("memory:///" + name.replace('.', '/') + ".java");
    return new SimpleJavaFileObject(uri, JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
      }
    };
  }

  private static String line(Diagnostic<? extends JavaFileObject> diagnostic) {
    var file = diagnostic.getSource() == null ? "" : diagnostic.getSource().getName();
    return "%s:%d: %s"
        .formatted(file, diagnostic.getLineNumber(), diagnostic.getMessage(Locale.ROOT));
  }

  /** The sources that a processor wrote, by qualified name. */
  Map<String, String> generated() throws IOException {
    return sources(folder.resolve("generated"));
  }

  /** The Java files below a folder, by qualified name. */
  static Map<String, String> sources(Path root) throws IOException {
    var sources = new TreeMap<String, String>();
    try (var files = Files.walk(root)) {
      for (var file : files.filter(file -> file.toString().endsWith(".java")).toList()) {
        sources.put(name(root.relativize(file)), Files.readString(file));
      }
    }
    return sources;
  }

  private static String name(Path file) {
    var name =
        Stream.iterate(0, i -> i < file.getNameCount(), i -> i + 1)
            .map(i -> file.getName(i).toString())
            .collect(joining("."));
    return name.substring(0, name.length() - ".java".length());
  }

  /** Loads what was compiled. */
  URLClassLoader loader() throws MalformedURLException {
    return new URLClassLoader(
        new URL[] {folder.resolve("classes").toUri().toURL()}, Javac.class.getClassLoader());
  }
}

package dev.covet.processor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.api.Invalid;
import dev.covet.base.json.Codec;
import dev.covet.base.json.Json;
import dev.covet.processor.Compilation.Unit;
import dev.covet.processor.emit.Emitter;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** What the processor makes of some sources: compiled without a warning, and loaded. */
final class Generated {
  private static final Json JSON = new Json();

  private final Path folder;
  private final ClassLoader classes;

  private Generated(Path folder, ClassLoader classes) {
    this.folder = folder;
    this.classes = classes;
  }

  /** Compiles into a folder; javac has nothing to say. */
  static Generated from(Path folder, List<Unit> sources) throws IOException {
    var compilation = new Compilation(folder, Emitter::emit);
    assertThat(compilation.compile(sources)).isEmpty();
    var url = new URL[] {compilation.classes().toUri().toURL()};
    return new Generated(folder, new URLClassLoader(url, Generated.class.getClassLoader()));
  }

  /** The Java files of a folder. */
  static List<Unit> units(Path sources) throws IOException {
    try (var files = Files.list(sources)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .sorted()
          .map(Generated::unit)
          .toList();
    }
  }

  static Unit unit(Path file) {
    try {
      var text = Files.readString(file);
      var packageName = text.replaceAll("(?s).*?\\bpackage ([\\w.]+);.*", "$1");
      return new Unit(packageName.replace('.', '/') + "/" + file.getFileName(), text);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** The sources that were written, by qualified name. */
  Map<String, String> sources() throws IOException {
    var root = folder.resolve("sources");
    var sources = new TreeMap<String, String>();
    try (var files = Files.walk(root)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        var name = root.relativize(file).toString().replace('/', '.').replace(".java", "");
        sources.put(name, Files.readString(file));
      }
    }
    return sources;
  }

  /** The source that was written for a class. */
  String source(String type) throws IOException {
    return Objects.requireNonNull(sources().get(type), type);
  }

  Path classFiles() {
    return folder.resolve("classes");
  }

  /** A class of the sources. */
  Class<?> type(String name) throws ClassNotFoundException {
    return classes.loadClass(name);
  }

  /** A public constant of a class. */
  Object constant(String type, String name) throws ReflectiveOperationException {
    return classes.loadClass(type).getField(name).get(null);
  }

  /** A codec: {@code INPUT}, {@code CHANGES} or another. */
  @SuppressWarnings("unchecked") // tests give it what it has read
  Codec<Object> codec(String type, String name) throws ReflectiveOperationException {
    return (Codec<Object>) constant(type, name);
  }

  /** Reads with one codec and writes with another. */
  static String again(Codec<Object> in, Codec<Object> out, String text) {
    return new String(JSON.write(out, read(in, text)), UTF_8);
  }

  static Object read(Codec<Object> codec, String text) {
    return JSON.read(text.getBytes(UTF_8), codec);
  }

  /** The problems of a text, as {@code code field}. */
  static List<String> problems(Codec<Object> codec, String text) {
    try {
      read(codec, text);
      return List.of();
    } catch (Invalid e) {
      return e.problems().stream().map(each -> each.code() + " " + each.field()).toList();
    }
  }
}

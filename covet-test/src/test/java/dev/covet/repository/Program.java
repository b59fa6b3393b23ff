package dev.covet.repository;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;

/**
 * A program of a page: compiled with the processor as a user's project is, then started as its jar
 * would be.
 */
final class Program {
  private static final Pattern PACKAGE = Pattern.compile("^package ([\\w.]+);", Pattern.MULTILINE);
  private static final Pattern TYPE =
      Pattern.compile(
          "^(?:\\w+ )*(?:class|record|interface|enum|@interface) (\\w+)", Pattern.MULTILINE);

  private final Path folder;

  /** A program whose files come to {@code folder}. */
  Program(Path folder) {
    this.folder = folder;
  }

  /** What javac says; empty if it has nothing to say. */
  String compile(List<String> texts) throws IOException {
    var classes = Files.createDirectories(folder.resolve("classes"));
    var path = System.getProperty("java.class.path");
    var options =
        List.of(
            "-d",
            classes.toString(),
            "-cp",
            path,
            "-processorpath",
            path,
            "-Xlint:all,-processing,-path");
    var files = new ArrayList<Path>();
    for (var text : texts) {
      files.add(write(text));
    }
    var compiler = ToolProvider.getSystemJavaCompiler();
    var said = new StringWriter();
    try (var manager = compiler.getStandardFileManager(null, null, null)) {
      var _ =
          compiler
              .getTask(
                  said, manager, null, options, null, manager.getJavaFileObjectsFromPaths(files))
              .call();
    }
    return said.toString();
  }

  boolean isRunnable() {
    return Files.exists(folder.resolve("classes/META-INF/covet/main"));
  }

  /**
   * Starts it on a free port and waits for the line that names its documents; the line, or all it
   * said instead.
   */
  String start() throws IOException, InterruptedException {
    var output = folder.resolve("output.txt");
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var path =
        folder.resolve("classes")
            + System.getProperty("path.separator")
            + System.getProperty("java.class.path");
    var builder =
        new ProcessBuilder(
            java,
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "-cp",
            path,
            "dev.covet.gen.Launcher");
    builder
        .environment()
        .putAll(Map.of("PORT", "0", "HOST", "127.0.0.1", "COVET_MODE", "development"));
    var process =
        builder
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      for (var i = 0;
          i < 200 && process.isAlive() && !Files.readString(output).contains("/docs");
          i++) {
        process.waitFor(50, TimeUnit.MILLISECONDS);
      }
      return Files.readString(output);
    } finally {
      process.destroy();
      process.waitFor(30, TimeUnit.SECONDS);
    }
  }

  private Path write(String text) throws IOException {
    var named = PACKAGE.matcher(text);
    var type = TYPE.matcher(text);
    if (!type.find()) {
      throw new IllegalArgumentException("no type in:\n" + text);
    }
    var home = folder.resolve("src").resolve(named.find() ? named.group(1).replace('.', '/') : "");
    return Files.writeString(Files.createDirectories(home).resolve(type.group(1) + ".java"), text);
  }
}

package dev.covet.repository;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.spi.ToolProvider;

/**
 * The sample projects in a folder of their own, and a throw-away Maven repository with our
 * artifacts in it. Libraries and plugins come from the repository that this build uses, which is
 * only read.
 */
final class Samples {
  private static final String VERSION = "0.1.0-SNAPSHOT";
  private static final List<String> JARS =
      List.of("covet-model", "covet-processor", "covet-core", "covet-data", "covet-test");

  private final Path folder;
  private final Path repository;

  Samples(Path folder) throws IOException {
    this.folder = folder;
    this.repository = folder.resolve("repository");
    var root = Shell.root();
    install("covet-bom", "pom", root.resolve("covet-bom/pom.xml"));
    install("covet-parent", "pom", root.resolve("pom.xml"));
    install("covet-app", "pom", root.resolve("covet-app/pom.xml"));
    for (var module : JARS) {
      var artifact = module.equals("covet-core") ? "covet" : module;
      install(artifact, "pom", root.resolve(module).resolve("pom.xml"));
      install(artifact, "jar", jarOf(root.resolve(module).resolve("target/classes")));
    }
  }

  /** Runs Maven in a copy of the sample of that name. */
  Shell.Run maven(String sample, String phase) throws IOException, InterruptedException {
    var copy = copyOf(sample);
    var environment =
        Map.of(
            "JAVA_HOME", System.getProperty("java.home"),
            "MAVEN_ARGS",
                "-q -B -Dmaven.repo.local=%s -Dmaven.repo.local.tail=%s -Dmaven.repo.local.tail.ignoreAvailability=true"
                    .formatted(repository, System.getProperty("localRepository")));
    var wrapper = Shell.root().resolve("mvnw").toString();
    return Shell.run(copy, environment, wrapper, "-f", copy.resolve("pom.xml").toString(), phase);
  }

  /**
   * Starts a program on a free port; what it says until it names its documents or ends, at most 20
   * seconds.
   */
  String start(String... arguments) throws IOException, InterruptedException {
    var output = folder.resolve("output.txt");
    var builder =
        new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    builder.command().addAll(List.of(arguments));
    builder
        .environment()
        .putAll(Map.of("PORT", "0", "HOST", "127.0.0.1", "COVET_MODE", "development"));
    var process = builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
    try {
      for (var i = 0;
          i < 400 && process.isAlive() && !Files.readString(output).contains("/docs");
          i++) {
        process.waitFor(50, TimeUnit.MILLISECONDS);
      }
      return Files.readString(output);
    } finally {
      process.destroy();
      process.waitFor(30, TimeUnit.SECONDS);
    }
  }

  String jar(String sample) {
    return folder.resolve(sample).resolve("target/hello.jar").toString();
  }

  /** The classes of the sample, then the libraries of this test without the processor. */
  String classPath(String sample) {
    var libraries = System.getProperty("java.class.path").split(File.pathSeparator, -1);
    var kept =
        List.of(libraries).stream().filter(each -> !each.contains("covet-processor")).toList();
    return folder.resolve(sample).resolve("target/classes")
        + File.pathSeparator
        + String.join(File.pathSeparator, kept);
  }

  private void install(String artifact, String extension, Path file) throws IOException {
    var home = repository.resolve("dev/covet").resolve(artifact).resolve(VERSION);
    Files.createDirectories(home);
    Files.copy(
        file,
        home.resolve(artifact + "-" + VERSION + "." + extension),
        StandardCopyOption.REPLACE_EXISTING);
  }

  private Path jarOf(Path classes) {
    var jar = folder.resolve(classes.getName(classes.getNameCount() - 3) + ".jar");
    var tool = ToolProvider.findFirst("jar").orElseThrow();
    var exit =
        tool.run(
            System.out,
            System.err,
            "--create",
            "--file",
            jar.toString(),
            "-C",
            classes.toString(),
            ".");
    if (exit != 0) {
      throw new IllegalStateException("no jar of " + classes);
    }
    return jar;
  }

  private Path copyOf(String sample) throws IOException {
    var source = Shell.root().resolve("covet-app/samples").resolve(sample);
    var target = folder.resolve(sample);
    try (var files = Files.walk(source)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        var copy = target.resolve(source.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
      }
    }
    return target;
  }
}

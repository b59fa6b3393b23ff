package dev.covet.repository;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;

/**
 * The sample projects in a folder of their own, and a throw-away Maven repository with our
 * artifacts in it. Libraries and plugins come from the repository that this build uses, which is
 * only read; only what is missing there is downloaded.
 */
final class Samples {
  private static final String VERSION = "0.1.0-SNAPSHOT";
  private static final List<String> JARS =
      List.of(
          "covet-model",
          "covet-processor",
          "covet-core",
          "covet-data",
          "covet-test",
          "covet-maven-plugin");

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

  /** Where the copy of a sample is. */
  Path home(String sample) {
    return folder.resolve(sample);
  }

  /**
   * Runs Maven in a copy of the sample of that name: without the network, and with it only where
   * that fails.
   */
  Shell.Run maven(String sample, String... goals) throws IOException, InterruptedException {
    copy(sample);
    var offline = mavenOnce(sample, "--offline ", goals);
    return offline.exit() == 0 ? offline : mavenOnce(sample, "", goals);
  }

  private Shell.Run mavenOnce(String sample, String option, String... goals)
      throws IOException, InterruptedException {
    var arguments =
        option
            + "-q -B -Dmaven.repo.local=%s -Dmaven.repo.local.tail=%s -Dmaven.repo.local.tail.ignoreAvailability=true"
                .formatted(repository, System.getProperty("localRepository"));
    var environment =
        Map.of(
            "JAVA_HOME",
            System.getProperty("java.home"),
            "MAVEN_OPTS",
            "-XX:+UseSerialGC -XX:TieredStopAtLevel=1",
            "MAVEN_ARGS",
            arguments);
    var command = new ArrayList<String>();
    command.add(Shell.root().resolve("mvnw").toString());
    command.add("-f");
    command.add(home(sample).resolve("pom.xml").toString());
    command.addAll(List.of(goals));
    return Shell.run(home(sample), environment, command.toArray(String[]::new));
  }

  /**
   * A goal of a plugin in the version that this build has: what a project without our parent gets
   * from Maven itself might be in no repository yet.
   */
  static String goal(String plugin, String goal) throws IOException {
    var text = Files.readString(Shell.root().resolve("covet-bom/pom.xml"));
    var named =
        Pattern.compile("<artifactId>" + plugin + "</artifactId>\\s*<version>(.*)</version>")
            .matcher(text);
    if (!named.find()) throw new IllegalArgumentException("no version of " + plugin);
    return "org.apache.maven.plugins:" + plugin + ":" + named.group(1) + ":" + goal;
  }

  private void install(String artifact, String extension, Path file) throws IOException {
    var home = repository.resolve("dev/covet").resolve(artifact).resolve(VERSION);
    Files.createDirectories(home);
    var name = artifact + "-" + VERSION + "." + extension;
    Files.copy(file, home.resolve(name), StandardCopyOption.REPLACE_EXISTING);
  }

  private Path jarOf(Path classes) {
    var jar = folder.resolve(classes.getName(classes.getNameCount() - 3) + ".jar");
    var tool = ToolProvider.findFirst("jar").orElseThrow();
    var exit =
        tool.run(System.out, System.err, "-cf", jar.toString(), "-C", classes.toString(), ".");
    if (exit != 0) throw new IllegalStateException("no jar of " + classes);
    return jar;
  }

  private void copy(String sample) throws IOException {
    var source = Shell.root().resolve("covet-app/samples").resolve(sample);
    try (var files = Files.walk(source)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        var copy = home(sample).resolve(source.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }
}

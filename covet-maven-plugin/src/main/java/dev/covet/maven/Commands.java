package dev.covet.maven;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;

/** Describes the project, and runs what needs Java 25 in a process of its own. */
final class Commands {
  /** Exit code of an edit loop that needs another process. */
  private static final int RESTART = 85;

  /** What a program needs that was compiled with it. */
  private static final String PREVIEW = "--enable-preview";

  private static final List<String> OPENED =
      List.of(
          "--add-opens=java.base/java.lang=ALL-UNNAMED",
          "--enable-native-access=ALL-UNNAMED",
          "-XX:+UseSerialGC");

  private final MavenProject project;
  private final MavenSession session;
  private final MojoExecution execution;
  private final RepositorySystem system;
  private final Jdk jdk;

  @Inject
  Commands(
      MavenProject project,
      MavenSession session,
      MojoExecution execution,
      RepositorySystem system,
      Jdk jdk) {
    this.project = project;
    this.session = session;
    this.execution = execution;
    this.system = system;
    this.jdk = jdk;
  }

  /** Whether the project has this file. */
  boolean has(String file) {
    return Files.exists(project.getBasedir().toPath().resolve(file));
  }

  /** The words of a property of Maven's command line: {@code -Dcovet.args="--port 81"}. */
  List<String> words(String property) {
    var said = session.getUserProperties().getProperty(property, "").strip();
    return said.isEmpty() ? List.of() : List.of(said.split("\\s+", -1));
  }

  /** A property of Maven's command line; empty if it is not there, or says {@code false}. */
  Optional<String> said(String property) {
    var said = session.getUserProperties().getProperty(property, "false");
    return said.equals("false") ? Optional.empty() : Optional.of(said);
  }

  /** Fails the build if a process has failed; it has said why. */
  static void check(String what, int status) throws MojoFailureException {
    if (status != 0) throw new MojoFailureException(what + " ended with exit code " + status);
  }

  /** Writes the description. */
  Path describe() throws MojoExecutionException {
    var resolver = new Resolver(system, session.getRepositorySession());
    var file = file();
    var description = Description.of(project, session, resolver);
    try {
      description.with(resolver, execution.getVersion()).write(file);
      // A POM that was saved since then is newer than what Maven has read.
      Files.setLastModifiedTime(file, FileTime.from(session.getStartTime().toInstant()));
      return file;
    } catch (IOException e) {
      throw new MojoExecutionException("The description cannot be written to " + file + ": " + e);
    }
  }

  private Path file() {
    var wanted = session.getUserProperties().getProperty("covet.description", "");
    return wanted.isEmpty()
        ? Path.of(project.getBuild().getDirectory(), "covet", "project.properties")
        : Path.of(wanted).toAbsolutePath();
  }

  /**
   * Runs the edit loop, in another process whenever it needs other libraries: then it has had the
   * project described again.
   *
   * @param options of the JVM, asked for each process
   * @return its exit code
   */
  int dev(Supplier<List<String>> options, List<String> arguments)
      throws MojoExecutionException, MojoFailureException {
    var file = describe();
    var status = RESTART;
    while (status == RESTART) status = covet(file, options.get(), arguments);
    return status;
  }

  /**
   * Runs a command of Covet on the project.
   *
   * @return its exit code
   */
  int covet(List<String> arguments) throws MojoExecutionException, MojoFailureException {
    return covet(describe(), List.of(), arguments);
  }

  private int covet(Path description, List<String> options, List<String> arguments)
      throws MojoExecutionException, MojoFailureException {
    var described = read(description);
    var command = new ArrayList<>(options);
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-Dcovet.project=" + description));
    command.addAll(List.of("-cp", path(described, "tools", "resources", "libraries")));
    command.add("dev.covet.cli.Cli");
    command.addAll(arguments);
    return java(command);
  }

  /**
   * Runs the compiled app.
   *
   * @return its exit code
   */
  int app(List<String> arguments) throws MojoExecutionException, MojoFailureException {
    var described = read(describe());
    var command = new ArrayList<>(List.of("-cp", path(described, "classes", "libraries")));
    var main = described.getProperty("main", "");
    if (!main.isEmpty()) command.add("-Dcovet.main=" + main);
    if (described.getProperty("options", "").lines().anyMatch(PREVIEW::equals)) {
      command.add(PREVIEW);
    }
    command.add("dev.covet.app.Launcher");
    command.addAll(arguments);
    return java(command);
  }

  private static String path(Properties described, String... keys) {
    return Stream.of(keys)
        .map(key -> described.getProperty(key, ""))
        .filter(paths -> !paths.isEmpty())
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static Properties read(Path file) throws MojoExecutionException {
    var all = new Properties();
    try (var in = Files.newBufferedReader(file)) {
      all.load(in);
      return all;
    } catch (IOException e) {
      throw new MojoExecutionException(file + " cannot be read: " + e);
    }
  }

  /** Runs Java in the project's folder, on the terminal of Maven, and ends it if Maven is ended. */
  private int java(List<String> arguments) throws MojoExecutionException, MojoFailureException {
    var command = new ArrayList<>(List.of(jdk.java()));
    command.addAll(OPENED);
    command.addAll(arguments);
    var builder = new ProcessBuilder(command).directory(project.getBasedir()).inheritIO();
    builder.environment().put("COVET_DESCRIBE", describeAgain());
    try {
      var process = builder.start();
      var end = new Thread(() -> end(process));
      Runtime.getRuntime().addShutdownHook(end);
      var status = process.waitFor();
      Runtime.getRuntime().removeShutdownHook(end);
      return status;
    } catch (IOException e) {
      throw new MojoExecutionException(command.get(0) + " cannot be started: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new MojoExecutionException("Interrupted");
    } catch (IllegalStateException e) { // Maven is being ended
      return 0;
    }
  }

  private static void end(Process process) {
    process.destroy();
    process.onExit().join();
  }

  /**
   * What a shell runs to describe the project once more, with Maven called as it was called now.
   */
  private String describeAgain() {
    var command = new ArrayList<String>();
    command.add(session.getSystemProperties().getProperty("maven.home") + "/bin/mvn");
    command.addAll(List.of("--quiet", "--batch-mode"));
    session.getUserProperties().forEach((name, value) -> command.add("-D" + name + "=" + value));
    var profiles = session.getRequest().getActiveProfiles();
    if (!profiles.isEmpty()) command.add("-P" + String.join(",", profiles));
    if (session.isOffline()) command.add("--offline");
    command.add("dev.covet:covet-maven-plugin:" + execution.getVersion() + ":describe");
    return command.stream()
        .map(word -> "'" + word.replace("'", "'\\''") + "'")
        .collect(Collectors.joining(" "));
  }
}

package dev.covet.cli.project;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * A project, as {@code covet:describe} of the Maven plugin wrote it down: everything that is needed
 * to compile and run it without Maven.
 *
 * @param name the artifact's name: {@code heroes}
 * @param folder its absolute root, where the program runs
 * @param sources folders of Java sources
 * @param resources folders of files that go onto the class path as they are
 * @param classes where Maven puts its class files
 * @param libraries its class path behind these
 * @param processors the path of annotation processors
 * @param options of javac, but no paths
 * @param main the class that the POM chose; empty if none
 * @param poms the files that decide all this
 */
public record Project(
    String name,
    Path folder,
    List<Path> sources,
    List<Path> resources,
    Path classes,
    List<Path> libraries,
    List<Path> processors,
    List<String> options,
    String main,
    List<Path> poms) {
  /** Where the description lies in a project's folder. */
  public static final Path FILE = Path.of("target", "covet", "project.properties");

  private static final String PROPERTY = "covet.project";

  /** The description of the project in this folder, or what the property covet.project names. */
  public static Path file() {
    return Path.of(System.getProperty(PROPERTY, FILE.toString()));
  }

  /** Copies the lists. */
  public Project {
    sources = List.copyOf(sources);
    resources = List.copyOf(resources);
    libraries = List.copyOf(libraries);
    processors = List.copyOf(processors);
    options = List.copyOf(options);
    poms = List.copyOf(poms);
  }

  /**
   * Reads a description: properties in UTF-8, lists of paths as class paths are written, options a
   * line each.
   *
   * @throws IOException if it cannot be read, or lacks a path
   */
  public static Project read(Path file) throws IOException {
    var all = new Properties();
    try (var in = Files.newBufferedReader(file)) {
      all.load(in);
    } catch (NoSuchFileException e) {
      throw new IOException("there is no " + file + " here; ./covet describe writes it", e);
    }
    return new Project(
        needed(all, "name", file),
        Path.of(needed(all, "folder", file)),
        paths(all, "sources"),
        paths(all, "resources"),
        Path.of(needed(all, "classes", file)),
        paths(all, "libraries"),
        paths(all, "processors"),
        all.getProperty("options", "").lines().filter(line -> !line.isBlank()).toList(),
        all.getProperty("main", ""),
        paths(all, "poms"));
  }

  /**
   * A program of one source file, with the libraries and options of this project.
   *
   * @param file its absolute path
   */
  public Project of(Path file) {
    var folder = Objects.requireNonNull(file.getParent());
    var simple = file.getFileName().toString().replaceFirst("\\.java$", "");
    return new Project(
        simple,
        folder,
        List.of(file),
        List.of(),
        classes,
        libraries,
        processors,
        options,
        "",
        List.of());
  }

  private static String needed(Properties all, String key, Path file) throws IOException {
    var value = all.getProperty(key, "");
    if (value.isEmpty()) {
      throw new IOException(file + " does not say \"" + key + "\"; delete it and try again");
    }
    return value;
  }

  private static List<Path> paths(Properties all, String key) {
    return Stream.of(all.getProperty(key, "").split(File.pathSeparator, -1))
        .filter(path -> !path.isEmpty())
        .map(Path::of)
        .toList();
  }
}

package dev.covet.data.migrate;

import dev.covet.data.driver.Applied;
import dev.covet.data.driver.Evolution;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * The migrations of a program, as they lie on its class path.
 *
 * @param loader of the program
 * @param folder for one database and its kind: {@code migrations/sqlite}
 * @param names of all that lies in it
 */
public record MigrationFiles(ClassLoader loader, String folder, List<String> names) {
  private static final String ROOT = "migrations/";

  /** Names the database of an app that is not mounted in another. */
  private static final String SETTING = "DATABASE_URL";

  /** Copies the names. */
  public MigrationFiles {
    names = List.copyOf(names);
  }

  /** Looks into the folder, once. */
  public MigrationFiles(ClassLoader loader, String folder) {
    this(loader, folder, names(loader, folder));
  }

  /**
   * The folder of the migrations for the database whose URL a setting has: {@code migrations/}, or
   * {@code migrations/tasks/} for {@code TASKS_DATABASE_URL}.
   */
  public static String of(String setting) {
    var name =
        setting.endsWith(SETTING) ? setting.substring(0, setting.length() - SETTING.length()) : "";
    return ROOT + name.toLowerCase(Locale.ROOT).replaceFirst("_$", "/");
  }

  /** All of them, by their versions. */
  public List<MigrationFile> all() {
    return names.stream().flatMap(name -> MigrationFile.of(name).stream()).sorted().toList();
  }

  /**
   * Refuses files that cannot be run as they are named or stored.
   *
   * @throws MigrationFailure with a line for each
   */
  void mustBeRight() {
    MigrationFile.mustBeRight(names);
    all().forEach(file -> text(file.name()));
  }

  /** The same for a folder of a project: the names of its files. */
  static List<String> mustBeRight(Path folder) throws IOException {
    var names = names(folder);
    MigrationFile.mustBeRight(names);
    for (var name : names) {
      if (MigrationFile.of(name).isPresent()) text(name, Files.readAllBytes(folder.resolve(name)));
    }
    return names;
  }

  /** What a database has had, which is not asked if there are none. */
  public List<Applied> applied(Evolution evolution) {
    return all().isEmpty() ? List.of() : evolution.applied().orElse(List.of());
  }

  /** The newest version of what was applied, if all files are older; else empty. */
  public String newer(List<Applied> applied) {
    var all = all();
    return applied.stream()
        .filter(each -> !each.isBaseline())
        .map(Applied::version)
        .max(MigrationFile::compare)
        .filter(version -> MigrationFile.compare(version, all.getLast().version()) > 0)
        .orElse("");
  }

  private static List<String> names(ClassLoader loader, String folder) {
    try {
      return Collections.list(loader.getResources(folder)).stream()
          .flatMap(place -> names(place, folder))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<String> names(URL place, String folder) {
    try {
      return switch (place.getProtocol()) {
        case "file" -> names(Path.of(place.toURI())).stream();
        case "jar" -> namesInJar((JarURLConnection) place.openConnection(), folder).stream();
        default -> Stream.empty();
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** The names of the files in a folder; none if there is no such folder. */
  private static List<String> names(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) return List.of();
    try (var files = Files.list(folder)) {
      return files.map(each -> each.getFileName().toString()).sorted().toList();
    }
  }

  private static List<String> namesInJar(JarURLConnection connection, String folder)
      throws IOException {
    var below = folder + "/";
    return connection.getJarFile().stream()
        .map(each -> each.getName())
        .filter(name -> name.startsWith(below))
        .map(name -> name.substring(below.length()))
        .toList();
  }

  /** Those that were not applied. */
  public List<MigrationFile> pending(List<Applied> applied) {
    return all().stream()
        .filter(file -> applied.stream().noneMatch(each -> includes(each, file)))
        .toList();
  }

  /** A sentence for each that was applied when it said something else. */
  public List<String> changed(List<Applied> applied) {
    return all().stream()
        .filter(file -> applied.stream().anyMatch(each -> isOther(each, file)))
        .map(MigrationFile::changed)
        .toList();
  }

  private boolean isOther(Applied applied, MigrationFile file) {
    return !applied.isBaseline()
        && !applied.checksum().isEmpty()
        && includes(applied, file)
        && !applied.checksum().equals(checksum(text(file.name())));
  }

  /** Flyway's: of all lines, without what ends them, and without a byte order mark. */
  private static String checksum(String text) {
    var sum = new CRC32();
    text.replaceFirst("^\uFEFF", "")
        .lines()
        .forEach(line -> sum.update(line.getBytes(StandardCharsets.UTF_8)));
    return Integer.toString((int) sum.getValue());
  }

  private static boolean includes(Applied applied, MigrationFile file) {
    var order = MigrationFile.compare(file.version(), applied.version());
    return applied.isBaseline() ? order <= 0 : order == 0;
  }

  /** What a file says. */
  String text(String name) {
    try (var in = loader.getResourceAsStream(folder + "/" + name)) {
      return in == null ? "" : text(name, in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(String name, byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new MigrationFailure(name + " is not UTF-8. Store it as that.", e);
    }
  }
}

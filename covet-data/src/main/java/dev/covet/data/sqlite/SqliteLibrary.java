package dev.covet.data.sqlite;

import dev.covet.data.driver.DatabaseFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import org.sqlite.JDBC;
import org.sqlite.SQLiteJDBCLoader;

/**
 * The native library of SQLite. On Linux it is loaded from a copy that is gone at once: sqlite-jdbc
 * itself starts a process, compares its copy byte by byte, and leaves it behind when this process
 * is killed. Elsewhere, where this fails, and where its settings name a library, sqlite-jdbc loads
 * it in its own way.
 */
final class SqliteLibrary {
  private static final String FOLDER = "org.sqlite.lib.path";
  private static final String NAME = "org.sqlite.lib.name";

  /** Set once by the first who asks. */
  private static final boolean LOADED = loaded();

  private SqliteLibrary() {}

  /** Loads it, the first time, and what else a first connection needs; false if there is none. */
  static boolean load() {
    return LOADED;
  }

  /** What to say where no connection opens, not even to memory: it is no fault of the database. */
  static DatabaseFault failure(SQLException error) {
    return new DatabaseFault(
        DatabaseFault.Kind.BROKEN,
        ("SQLite's native library cannot be loaded from %s, which must be a folder that can be"
                + " written to, not mounted with noexec; java -Dorg.sqlite.tmpdir"
                + " names another")
            .formatted(folder()),
        error);
  }

  private static String folder() {
    var temporary = System.getProperty("org.sqlite.tmpdir", System.getProperty("java.io.tmpdir"));
    return System.getProperty(FOLDER, temporary);
  }

  private static boolean loaded() {
    var isNamed = System.getProperty(FOLDER) != null || System.getProperty(NAME) != null;
    var resource = isNamed ? Optional.<String>empty() : resource();
    try {
      if (resource.isPresent()) loadCopy(resource.get());
      JDBC.createConnection("jdbc:sqlite::memory:", new Properties()).close();
      return true;
    } catch (Exception _) {
      return false; // who connects tries once more, and says what is wrong
    }
  }

  /** Where the library of this machine is in the jar; none where musl may be its C library. */
  private static Optional<String> resource() {
    if (!System.getProperty("os.name").equals("Linux")) return Optional.empty();
    return switch (System.getProperty("os.arch")) {
      case "amd64" -> resource("x86_64");
      case "aarch64" -> resource("aarch64");
      default -> Optional.empty();
    };
  }

  private static Optional<String> resource(String architecture) {
    return Files.exists(Path.of("/lib/ld-musl-" + architecture + ".so.1"))
        ? Optional.empty()
        : Optional.of("/org/sqlite/native/Linux/" + architecture + "/libsqlitejdbc.so");
  }

  private static void loadCopy(String resource) throws Exception {
    var copy = Files.createTempFile(Path.of(folder()), "covet-sqlite-", ".so");
    try {
      copy(resource, copy);
      System.setProperty(FOLDER, folder());
      System.setProperty(NAME, copy.getFileName().toString());
      SQLiteJDBCLoader.initialize();
    } finally {
      System.clearProperty(FOLDER);
      System.clearProperty(NAME);
      Files.deleteIfExists(copy);
    }
  }

  private static void copy(String resource, Path copy) throws IOException {
    try (var in = SQLiteJDBCLoader.class.getResourceAsStream(resource)) {
      if (in == null) throw new IOException(resource);
      Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}

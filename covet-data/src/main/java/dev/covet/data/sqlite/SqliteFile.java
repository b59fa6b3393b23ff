package dev.covet.data.sqlite;

import dev.covet.data.driver.DatabaseFault;
import dev.covet.data.driver.Limits;
import dev.covet.data.driver.StatementListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sqlite.JDBC;
import org.sqlite.SQLiteConnection;

/** Where a database lies, in a file or in the memory of this process, and how safely. */
public final class SqliteFile {
  /** How every database of SQLite begins. */
  private static final byte[] SIGNATURE = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);

  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");

  private final @Nullable Path path;
  private final Synchronous synchronous;

  /** When a commit waits for the disk. */
  public enum Synchronous {
    /** At every commit: what was answered survives the loss of power. */
    FULL,
    /** Now and then: what was answered survives the end of the process, not the loss of power. */
    NORMAL
  }

  private SqliteFile(@Nullable Path path, Synchronous synchronous) {
    this.path = path;
    this.synchronous = synchronous;
  }

  /** A database in a file, which is made with its folder if there is none. */
  public static SqliteFile at(Path path) {
    return new SqliteFile(path, Synchronous.FULL);
  }

  /** A database that is gone when it is closed. */
  public static SqliteFile inMemory() {
    return new SqliteFile(null, Synchronous.FULL);
  }

  /** This, with commits that wait for the disk so often. */
  public SqliteFile with(Synchronous often) {
    return new SqliteFile(path, often);
  }

  /** Whether it is there, so that opening it makes nothing; memory always is. */
  public boolean exists() {
    return path == null || Files.exists(path);
  }

  boolean isMemory() {
    return path == null;
  }

  /** Opens the connection that writes, and makes the file. */
  SqliteLink openWriter(StatementListener listener, Limits limits) {
    if (path != null) {
      mustBeDatabase(path);
      keepToOwner(path);
    }
    return open(listener, limits, List.of("PRAGMA synchronous = " + synchronous));
  }

  /** Opens a connection that SQLite lets write nothing. */
  SqliteLink openReader(StatementListener listener, Limits limits) {
    return open(listener, limits, List.of("PRAGMA query_only = ON"));
  }

  private SqliteLink open(StatementListener listener, Limits limits, List<String> own) {
    SQLiteConnection connection = null;
    try {
      connection = connect();
      var link = new SqliteLink(connection, listener, limits.resultRowsMax());
      link.texts("PRAGMA busy_timeout = " + limits.acquireMax().toMillis());
      writeAhead(link);
      link.run("PRAGMA fullfsync = ON");
      link.run("PRAGMA checkpoint_fullfsync = ON");
      link.run("PRAGMA foreign_keys = ON");
      link.run("PRAGMA trusted_schema = OFF");
      own.forEach(link::run);
      return link;
    } catch (SQLException error) {
      throw Faults.of(error);
    } catch (RuntimeException failure) {
      close(connection, failure);
      throw failure;
    }
  }

  /** By the absolute path, since what begins with {@code file:} means more than a path. */
  private SQLiteConnection connect() throws SQLException {
    var address = "jdbc:sqlite:" + (path == null ? ":memory:" : path.toAbsolutePath());
    return JDBC.createConnection(address, new Properties());
  }

  private void writeAhead(SqliteLink link) {
    var mode = link.texts("PRAGMA journal_mode = WAL");
    if (path != null && !mode.equals(List.of("wal"))) {
      throw new DatabaseFault(
          DatabaseFault.Kind.BROKEN,
          path
              + " is on a file system where SQLite cannot share memory; use a folder on a local disk");
    }
  }

  private static void close(@Nullable SQLiteConnection connection, RuntimeException failure) {
    try {
      if (connection != null) {
        connection.close();
      }
    } catch (SQLException error) {
      failure.addSuppressed(error);
    }
  }

  /** A mistake in an address must not touch what belongs to somebody else. */
  private static void mustBeDatabase(Path path) {
    if (Files.exists(path) && !isDatabase(path)) {
      throw new DatabaseFault(
          DatabaseFault.Kind.BROKEN, path + " exists and is not an SQLite database");
    }
  }

  /** SQLite makes a database of an empty file, too. */
  private static boolean isDatabase(Path path) {
    if (!Files.isRegularFile(path)) {
      return false;
    }
    try (var in = Files.newInputStream(path)) {
      var first = in.readNBytes(SIGNATURE.length);
      return first.length == 0 || Arrays.equals(first, SIGNATURE);
    } catch (IOException error) {
      throw new UncheckedIOException("Cannot read the database " + path, error);
    }
  }

  /** Made here, not by SQLite, so that nobody else may ever read it; its other files follow it. */
  private static void keepToOwner(Path path) {
    try {
      var folder = path.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      if (Files.getFileStore(folder == null ? path : folder)
          .supportsFileAttributeView(PosixFileAttributeView.class)) {
        create(path);
      }
    } catch (IOException error) {
      throw new UncheckedIOException("Cannot create the database " + path, error);
    }
  }

  private static void create(Path path) throws IOException {
    try {
      Files.createFile(path, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
    } catch (FileAlreadyExistsException _) {
      if (!OWNER_ONLY.containsAll(Files.getPosixFilePermissions(path))) {
        Files.setPosixFilePermissions(path, OWNER_ONLY);
      }
    }
  }
}

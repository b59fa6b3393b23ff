package dev.covet.data.sqlite;

import dev.covet.data.driver.Limits;
import dev.covet.data.driver.StatementListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConnection;

/** Where a database lies: in a file, or in the memory of this process. */
public final class SqliteFile {
  private final @Nullable Path path;

  private SqliteFile(@Nullable Path path) {
    this.path = path;
  }

  /** A database in a file. */
  public static SqliteFile at(Path path) {
    return new SqliteFile(path);
  }

  /** A database that is gone when it is closed. */
  public static SqliteFile inMemory() {
    return new SqliteFile(null);
  }

  boolean isMemory() {
    return path == null;
  }

  SqliteLink open(StatementListener listener, Limits limits) {
    try {
      create();
      var address = "jdbc:sqlite:" + (path == null ? ":memory:" : path.toString());
      var connection = DriverManager.getConnection(address, new Properties());
      var link = new SqliteLink((SQLiteConnection) connection, listener, limits.resultRowsMax());
      link.texts("PRAGMA journal_mode = WAL");
      link.run("PRAGMA synchronous = FULL");
      link.run("PRAGMA fullfsync = ON");
      link.run("PRAGMA foreign_keys = ON");
      link.run("PRAGMA trusted_schema = OFF");
      link.texts("PRAGMA busy_timeout = " + limits.acquireMax().toMillis());
      return link;
    } catch (SQLException error) {
      throw Faults.of(error);
    }
  }

  /** Made here, not by SQLite, so that nobody else may ever read it; its other files follow it. */
  private void create() {
    if (path == null || !FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      return;
    }
    try {
      var ownerOnly = PosixFilePermissions.fromString("rw-------");
      Files.createFile(path, PosixFilePermissions.asFileAttribute(ownerOnly));
    } catch (FileAlreadyExistsException _) {
      return;
    } catch (IOException error) {
      throw new UncheckedIOException("Cannot make the database " + path, error);
    }
  }
}

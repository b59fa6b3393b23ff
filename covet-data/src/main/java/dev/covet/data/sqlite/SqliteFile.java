package dev.covet.data.sqlite;

import dev.covet.base.loop.Failures;
import dev.covet.base.loop.Loops;
import dev.covet.data.driver.DatabaseFault;
import dev.covet.data.driver.DatabaseLimits;
import dev.covet.data.driver.Driver;
import dev.covet.data.driver.StatementListener;
import dev.covet.data.driver.Target;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.JDBC;
import org.sqlite.SQLiteConnection;

/** Where a database lies, in a file or in the memory of this process, and how safely. */
public final class SqliteFile implements Target {
  /** How every database of SQLite begins. */
  private static final byte[] SIGNATURE = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);

  private static final Logger LOG = LoggerFactory.getLogger(SqliteFile.class);

  private static final Path SELF = Path.of("/proc/self");

  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");

  private final @Nullable Path path;

  /** By what other connections of this process find one in memory; empty if none does. */
  private final String shared;

  private final Synchronous synchronous;
  private final String name;

  /** When a commit waits for the disk. */
  public enum Synchronous {
    /** At every commit: what was answered survives the loss of power. */
    FULL,
    /** Now and then: what was answered survives the end of the process, not the loss of power. */
    NORMAL
  }

  private SqliteFile(@Nullable Path path, String shared, Synchronous synchronous, String name) {
    this.path = path;
    this.shared = shared;
    this.synchronous = synchronous;
    this.name = name;
  }

  /**
   * A database in a file, which is made if there is none; its folder, too, if that lies in the
   * working folder.
   */
  public static SqliteFile at(Path path) {
    return new SqliteFile(path, "", Synchronous.FULL, "main");
  }

  /** A database that is gone when it is closed. */
  public static SqliteFile inMemory() {
    return new SqliteFile(null, "", Synchronous.FULL, "main");
  }

  /** This, with commits that wait for the disk so often. */
  public SqliteFile with(Synchronous often) {
    return new SqliteFile(path, shared, often, name);
  }

  /** This, with another name than {@code main} in metrics. */
  public SqliteFile named(String other) {
    return new SqliteFile(path, shared, synchronous, other);
  }

  /** Whether it is there; memory always is. */
  @Override
  public boolean exists() {
    return path == null || Files.exists(path);
  }

  @Override
  public SqliteFile scratch() {
    return new SqliteFile(null, "covet-scratch-" + UUID.randomUUID(), synchronous, name);
  }

  @Override
  public Driver open(DatabaseLimits limits, StatementListener listener, Loops loops) {
    return SqliteDriver.open(this, limits, listener, loops);
  }

  /** Opens it without an app, with threads of its own, which end when it is closed. */
  public Driver open(DatabaseLimits limits, StatementListener listener) {
    return SqliteDriver.open(this, limits, listener);
  }

  String name() {
    return name;
  }

  boolean isMemory() {
    return path == null;
  }

  /** Opens the connection that writes, and makes the file. */
  SqliteLink openWriter(StatementListener listener, DatabaseLimits limits) {
    if (path != null) {
      mustBeDatabase(path);
      keepToOwner(path);
    }
    return connect(listener, limits, List.of("PRAGMA synchronous = " + synchronous));
  }

  /** Opens a connection that SQLite lets write nothing. */
  SqliteLink openReader(StatementListener listener, DatabaseLimits limits) {
    return connect(listener, limits, List.of("PRAGMA query_only = ON"));
  }

  private SqliteLink connect(StatementListener listener, DatabaseLimits limits, List<String> own) {
    var connection = connect();
    try {
      var link = new SqliteLink(connection, listener, limits.resultRowsMax());
      link.texts("PRAGMA busy_timeout = " + limits.acquireMax().toMillis());
      writeAhead(link);
      link.run("PRAGMA fullfsync = ON");
      link.run("PRAGMA checkpoint_fullfsync = ON");
      link.run("PRAGMA foreign_keys = ON");
      link.run("PRAGMA trusted_schema = OFF");
      own.forEach(link::run);
      return link;
    } catch (Throwable failure) {
      Failures.after(failure, connection::close);
      throw failure;
    }
  }

  private SQLiteConnection connect() {
    var isLoaded = SqliteLibrary.load();
    try {
      return JDBC.createConnection(address(), new Properties());
    } catch (SQLException error) {
      throw isLoaded ? SqliteErrors.of(error) : SqliteLibrary.failure(error);
    }
  }

  /** By the absolute path, since what begins with {@code file:} means more than a path. */
  String address() {
    if (path != null) return "jdbc:sqlite:" + path.toAbsolutePath();
    return shared.isEmpty()
        ? "jdbc:sqlite::memory:"
        : "jdbc:sqlite:file:" + shared + "?mode=memory&cache=shared";
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

  /** A mistake in an address must not touch what belongs to somebody else. */
  private static void mustBeDatabase(Path path) {
    if (Files.exists(path) && !isDatabase(path)) {
      throw new DatabaseFault(
          DatabaseFault.Kind.BROKEN, path + " exists and is not an SQLite database");
    }
  }

  /** SQLite makes a database of an empty file, too. */
  private static boolean isDatabase(Path path) {
    if (!Files.isRegularFile(path)) return false;
    try (var in = Files.newInputStream(path)) {
      var first = in.readNBytes(SIGNATURE.length);
      return first.length == 0 || Arrays.equals(first, SIGNATURE);
    } catch (IOException error) {
      throw unusable("cannot be read", path, error);
    }
  }

  /** Made here, not by SQLite, so that nobody else may ever read it; its other files follow it. */
  private static void keepToOwner(Path path) {
    try {
      var folder = folder(path);
      if (Files.getFileStore(folder).supportsFileAttributeView(PosixFileAttributeView.class)) {
        create(path);
      }
    } catch (IOException error) {
      throw unusable(Files.exists(path) ? "cannot be used" : "cannot be made", path, error);
    }
  }

  /** Made only in the working folder: elsewhere a mistake in an address would be made, too. */
  private static Path folder(Path path) throws IOException {
    var file = path.toAbsolutePath().normalize();
    var folder = Objects.requireNonNullElse(file.getParent(), file);
    if (!Files.isDirectory(folder)) {
      if (!folder.startsWith(Path.of("").toAbsolutePath())) {
        throw new DatabaseFault(
            DatabaseFault.Kind.BROKEN, "the folder " + folder + " does not exist; create it first");
      }
      Files.createDirectories(folder);
    }
    return folder;
  }

  private static DatabaseFault unusable(String what, Path path, IOException error) {
    var why =
        switch (error) {
          case AccessDeniedException _ -> "permission denied";
          case FileSystemException system when system.getReason() != null -> system.getReason();
          default -> error.getMessage();
        };
    return new DatabaseFault(
        DatabaseFault.Kind.BROKEN, "%s %s: %s".formatted(path, what, why), error);
  }

  private static void create(Path path) throws IOException {
    try {
      Files.createFile(path, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
    } catch (FileAlreadyExistsException _) {
      narrow(path);
      mustBeWritable(path);
    }
  }

  /** Who owns a file says who may read it; what is this user's own is for nobody else. */
  private static void narrow(Path path) throws IOException {
    var there = Files.getPosixFilePermissions(path);
    if (OWNER_ONLY.containsAll(there)) return;
    var mode = PosixFilePermissions.toString(there);
    if (!isOwn(path)) {
      LOG.atWarn()
          .addKeyValue("path", path)
          .addKeyValue("mode", mode)
          .log("database_file_of_other_owner");
      return;
    }
    var narrowed = EnumSet.copyOf(there);
    narrowed.retainAll(OWNER_ONLY);
    Files.setPosixFilePermissions(path, narrowed);
    LOG.atInfo().addKeyValue("path", path).addKeyValue("mode", mode).log("database_file_narrowed");
  }

  /** Linux knows who runs a process that has no name for its number. */
  private static boolean isOwn(Path path) throws IOException {
    var owner = Files.getOwner(path);
    return Files.exists(SELF)
        ? owner.equals(Files.getOwner(SELF))
        : owner.getName().equals(System.getProperty("user.name"));
  }

  private static void mustBeWritable(Path path) throws IOException {
    if (!Files.isWritable(path)) {
      throw new DatabaseFault(
          DatabaseFault.Kind.BROKEN,
          path + " is read-only for the user who runs this; let that user write it");
    }
    var folder = folder(path);
    if (!Files.isWritable(folder)) {
      throw new DatabaseFault(
          DatabaseFault.Kind.BROKEN,
          "SQLite makes files beside %s, and the folder %s is read-only for the user who runs this"
              .formatted(path, folder));
    }
  }
}

package dev.covet.data.sqlite;

import dev.covet.base.config.Config;
import dev.covet.data.driver.Opener;
import dev.covet.data.driver.Target;
import java.nio.file.Path;
import java.util.List;

/**
 * Opens {@code sqlite:} and a path, or {@code sqlite::memory:}. The setting {@code
 * SQLITE_SYNCHRONOUS} says when a commit waits for the disk.
 */
public final class SqliteOpener implements Opener {
  private static final String SCHEME = "sqlite";
  private static final String MEMORY = ":memory:";

  /** For the service loader. */
  public SqliteOpener() {}

  @Override
  public String scheme() {
    return SCHEME;
  }

  @Override
  public String example() {
    return "sqlite:heroes.db";
  }

  @Override
  public Target target(String url, Config config) {
    var often =
        config
            .setting("SQLITE_SYNCHRONOUS")
            .orElse("FULL")
            .asChoice(List.of("FULL", "NORMAL"), List.of(SqliteFile.Synchronous.values()));
    var path = url.substring(SCHEME.length() + 1);
    loadLibrary();
    var file =
        path.equals(MEMORY)
            ? SqliteFile.inMemory()
            : SqliteFile.at(Path.of(plain(path))).with(often);
    return file.named(config.part());
  }

  /** While the app prepares what needs no database. */
  private static void loadLibrary() {
    Thread.ofPlatform().daemon().name("covet-sqlite-load").start(SqliteLibrary::load);
  }

  /** Others write {@code sqlite:///heroes.db} for what is no file of the root folder. */
  private static String plain(String path) {
    if (path.isBlank()) {
      throw new IllegalArgumentException("say the path of a file behind sqlite:.");
    }
    if (path.contains("?")) {
      throw new IllegalArgumentException("a path of SQLite takes no parameters; leave out the ?.");
    }
    if (path.startsWith("//")) {
      throw new IllegalArgumentException(
          "write sqlite:heroes.db for a file in the working folder, and sqlite:/data/heroes.db for"
              + " one elsewhere, without //.");
    }
    return path;
  }
}

package dev.covet.data;

import dev.covet.base.config.Config;
import dev.covet.data.driver.Opener;
import dev.covet.data.driver.Target;
import dev.covet.data.sqlite.SqliteFile;
import java.nio.file.Path;

/** A second kind of database, as another jar would bring it: a file behind {@code notebook:}. */
public final class NotebookOpener implements Opener {
  /** For the service loader. */
  public NotebookOpener() {}

  @Override
  public String scheme() {
    return "notebook";
  }

  @Override
  public String example() {
    return "notebook:a.db";
  }

  @Override
  public Target target(String url, Config config) {
    return SqliteFile.at(Path.of(url.substring("notebook:".length())));
  }
}

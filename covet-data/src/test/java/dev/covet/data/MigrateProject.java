package dev.covet.data;

import dev.covet.app.Command;
import dev.covet.base.config.CommandLine;
import dev.covet.data.driver.Applied;
import dev.covet.data.driver.DatabaseLimits;
import dev.covet.data.driver.Driver;
import dev.covet.data.migrate.MigrateCommand;
import dev.covet.data.migrate.MigrationFile;
import dev.covet.data.migrate.MigrationFiles;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** A project with an open database; its resources are the class path of its program. */
record MigrateProject(Databases on, Driver driver, Path folder) implements AutoCloseable {
  /** What a command printed, and its exit code. */
  record Ran(int code, String out, String err) {}

  static MigrateProject of(Databases on, Path folder) throws IOException {
    var project = new MigrateProject(on, on.open(DatabaseLimits.STANDARD, _ -> {}), folder);
    Files.createDirectories(project.migrations());
    return project;
  }

  Path migrations() {
    return folder.resolve("src/main/resources/migrations").resolve(driver.evolution().kind());
  }

  void file(String name, String text) throws IOException {
    Files.writeString(migrations().resolve(name), text);
  }

  Ran migrate(List<Planned> tables, String... arguments) throws IOException {
    var line = new ArrayList<>(List.of("migrate"));
    line.addAll(List.of(arguments));
    var out = new ArrayList<String>();
    var err = new ArrayList<String>();
    var path = new URL[] {folder.resolve("src/main/resources").toUri().toURL()};
    try (var loader = new URLClassLoader(path, MigrateProject.class.getClassLoader())) {
      var subject =
          new MigrateCommand.Subject(
              on.same(driver), "the-database", List.copyOf(tables), loader, "migrations/", folder);
      var code =
          MigrateCommand.run(
              subject,
              CommandLine.of(line.toArray(String[]::new)),
              new Command.Output() {
                @Override
                public void print(String line) {
                  out.add(line);
                }

                @Override
                public void fail(String line) {
                  err.add(line);
                }
              });
      return new Ran(code, String.join("\n", out), String.join("\n", err));
    }
  }

  /** What a start says of files that were changed after they were applied. */
  List<String> changed() throws IOException {
    return asked(MigrationFiles::changed);
  }

  /** What a start says was not applied. */
  List<String> pending() throws IOException {
    return asked(
        (files, applied) -> files.pending(applied).stream().map(MigrationFile::name).toList());
  }

  private List<String> asked(BiFunction<MigrationFiles, List<Applied>, List<String>> question)
      throws IOException {
    var path = new URL[] {folder.resolve("src/main/resources").toUri().toURL()};
    try (var loader = new URLClassLoader(path, MigrateProject.class.getClassLoader())) {
      var files = new MigrationFiles(loader, "migrations/" + driver.evolution().kind());
      return question.apply(files, files.applied(driver.evolution()));
    }
  }

  List<String> rows(String sql) throws SQLException {
    try (var there = SchemaFacts.of(driver.evolution().address())) {
      return there.rows(sql);
    }
  }

  void run(String... sql) throws SQLException {
    try (var there = SchemaFacts.of(driver.evolution().address())) {
      there.migrate(List.of(sql), "");
    }
  }

  @Override
  public void close() {
    driver.close();
  }
}

package dev.covet.repository;

import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.api.Mode;
import dev.covet.app.Command;
import dev.covet.base.config.CommandLine;
import dev.covet.base.config.Config;
import dev.covet.base.config.Source;
import dev.covet.base.config.StartFaults;
import dev.covet.data.driver.Opener;
import dev.covet.data.driver.Target;
import dev.covet.data.migrate.MigrateCommand;
import dev.covet.data.table.Mapping;
import dev.covet.test.TestDatabase;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The page of migrations is as its commands do it, on both databases, with rows that are there from
 * the beginning. {@code -Dexpected.update=true} writes what they print.
 */
class MigrationsPageTest {
  private static final Path PAGE = Shell.root().resolve("docs/migrations.md");
  private static final String RUN = "<!-- migrate: ";
  private static final String FILE = "<!-- migration: ";

  @TempDir Path temporary;

  /** A project on one kind of database. */
  private record Project(Path folder, String kind, Target target, String jdbc) {
    static Project of(Path temporary, String kind, String url, String jdbc) throws IOException {
      var folder = temporary.resolve(kind);
      Files.createDirectories(folder.resolve("src/main/resources"));
      return new Project(folder, kind, target(url), jdbc);
    }

    private static Target target(String url) {
      var config = Config.of(Mode.TEST, new StartFaults(), new Source[0]);
      return ServiceLoader.load(Opener.class).stream()
          .map(ServiceLoader.Provider::get)
          .filter(opener -> opener.opens(url.substring(0, url.indexOf(':'))))
          .findFirst()
          .orElseThrow()
          .target(url, config);
    }

    String migrate(Program program, List<String> arguments) throws Exception {
      var path =
          new URL[] {
            program.classes().toUri().toURL(), folder.resolve("src/main/resources").toUri().toURL()
          };
      try (var loader = new URLClassLoader(path, MigrationsPageTest.class.getClassLoader())) {
        var said = new Said(new StringBuilder());
        MigrateCommand.run(
            new MigrateCommand.Subject(
                target, kind, tables(program, loader), loader, "migrations/", folder),
            CommandLine.of(arguments.toArray(String[]::new)),
            said);
        return said.all().toString().replace(folder + "/", "");
      }
    }

    private static List<Mapping<?, ?>> tables(Program program, ClassLoader loader)
        throws Exception {
      var tables = new ArrayList<Mapping<?, ?>>();
      try (var files = Files.list(program.classes().resolve("crew"))) {
        for (var file : files.sorted().toList()) {
          var name = file.getFileName().toString().replace(".class", "");
          if (!name.endsWith("Table")) continue;
          var type = loader.loadClass("crew." + name);
          tables.add((Mapping<?, ?>) type.getField(constant(name)).get(null));
        }
      }
      return tables;
    }

    private static String constant(String name) {
      return name.replace("Table", "").toUpperCase(java.util.Locale.ROOT);
    }

    String newest() throws IOException {
      try (var files = Files.list(folder.resolve("src/main/resources/migrations").resolve(kind))) {
        return Files.readString(files.max(Path::compareTo).orElseThrow());
      }
    }

    void run(String sql) throws SQLException {
      try (var connection = DriverManager.getConnection(jdbc);
          var statement = connection.createStatement()) {
        statement.execute(sql);
      }
    }

    String first(String sql) throws SQLException {
      try (var connection = DriverManager.getConnection(jdbc);
          var statement = connection.createStatement();
          var rows = statement.executeQuery(sql)) {
        return rows.next() ? rows.getString(1) : "nothing";
      }
    }
  }

  private record Said(StringBuilder all) implements Command.Output {
    @Override
    public void print(String line) {
      all.append(line).append('\n');
    }

    @Override
    public void fail(String line) {
      all.append(line).append('\n');
    }
  }

  @Test
  void thePageIsWhatItsCommandsDo() throws Exception {
    var schema = "crew_" + ProcessHandle.current().pid();
    var url = TestDatabase.postgres().url().replaceFirst("schema=.*", "schema=" + schema);
    var server = "jdbc:" + url.replaceFirst("\\?.*", "?user=postgres").replace("postgres@", "");
    var sqlite = temporary.resolve("crew.db");
    var projects =
        List.of(
            Project.of(temporary, "sqlite", "sqlite:" + sqlite, "jdbc:sqlite:" + sqlite),
            Project.of(temporary, "postgresql", url, server + "&currentSchema=" + schema));
    projects.getLast().run("CREATE SCHEMA " + schema);
    var shown = Files.readString(PAGE);
    var made = played(shown, projects);
    if (Boolean.getBoolean("expected.update")) Files.writeString(PAGE, made);

    assertThat(made).isEqualTo(Files.readString(PAGE));
    for (var project : projects) {
      assertThat(project.first("SELECT nickname || rank || voyages FROM sailor"))
          .isEqualTo("Ann17");
    }
    projects.getLast().run("DROP SCHEMA " + schema + " CASCADE");
  }

  /** The page, with what its commands print and write in the place of what it shows. */
  private String played(String page, List<Project> projects) throws Exception {
    var lines = page.lines().toList();
    var made = new ArrayList<String>();
    for (var at = 0; at < lines.size(); at++) {
      var line = lines.get(at);
      made.add(line);
      var end = at + 2 + lines.subList(Math.min(at + 2, lines.size()), lines.size()).indexOf("```");
      if (line.startsWith(RUN)) {
        made.add(lines.get(at + 1));
        made.addAll(ran(name(line, RUN), lines.subList(at + 2, end), projects));
        at = end - 1;
      } else if (line.startsWith(FILE)) {
        made.add(lines.get(at + 1));
        made.addAll(written(name(line, FILE), projects));
        at = end - 1;
      }
    }
    return made.stream().collect(Collectors.joining("\n", "", "\n"));
  }

  private static String name(String line, String marker) {
    return line.substring(marker.length(), line.indexOf(" -->"));
  }

  private List<String> ran(String program, List<String> block, List<Project> projects)
      throws Exception {
    var compiled = Program.of(program, temporary);
    assertThat(compiled.compile()).isEmpty();
    var lines = new ArrayList<String>();
    for (var command : block.stream().filter(each -> each.startsWith("$ ")).toList()) {
      lines.add(command);
      var words = List.of(command.split(" ", -1));
      var said = projects.getFirst().migrate(compiled, words.subList(2, words.size()));
      lines.addAll(shortened(said));
      var other = projects.getLast().migrate(compiled, words.subList(2, words.size()));
      assertThat(other.lines().toList().getLast())
          .isEqualTo(said.lines().toList().getLast().replace("sqlite", "postgresql"));
    }
    if (program.equals("crew")) {
      for (var each : projects) each.run("INSERT INTO sailor (name, voyages) VALUES ('Ann', 7)");
    }
    return lines;
  }

  /** A file that is shown elsewhere is its first line. */
  private static List<String> shortened(String said) {
    var lines = said.lines().toList();
    var isFile = !lines.isEmpty() && lines.getFirst().startsWith("-- ");
    return isFile ? Stream.concat(lines.stream().limit(1), Stream.of("...")).toList() : lines;
  }

  private static List<String> written(String kind, List<Project> projects) throws IOException {
    var project = projects.stream().filter(it -> it.kind().equals(kind)).findFirst().orElseThrow();
    return project.newest().stripTrailing().lines().toList();
  }
}

package dev.covet.data.sqlite;

import static golden.heroes.HeroTable.HERO;
import static golden.heroes.TeamTable.TEAM;
import static golden.kinds.Kinds.SAMPLE;
import static golden.kinds.KindsTable.KINDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.covet.data.Session;
import dev.covet.data.driver.DatabaseFault;
import dev.covet.data.driver.DatabaseLimits;
import golden.heroes.Team;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipalNotFoundException;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** D3: who may read the file, and what SQLite is told before it is used; details 24: storage. */
class SqliteFileTest {
  @TempDir private Path folder;

  @Test
  void theFileAndThoseBesideItAreForTheirOwnerAlone() throws IOException {
    var path = Files.createDirectory(folder.resolve("new")).resolve("heroes.db");
    try (var driver = open(SqliteFile.at(path))) {
      driver.create(List.of(TEAM));
      try (Stream<Path> files = Files.list(path.getParent())) {
        assertThat(files)
            .hasSize(3)
            .allSatisfy(file ->
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------"));
      }
    }
  }

  /** What a killed process leaves behind fills the folder for temporary files. */
  @Test
  void theNativeLibraryIsLoadedFromAFileThatIsGone() throws IOException {
    open(SqliteFile.inMemory()).close();

    assertThat(SqliteLibrary.load()).isTrue();
    var mapped = Path.of("/proc/self/maps"); // Linux has it
    if (Files.exists(mapped)) {
      assertThat(mapped).content().containsPattern("covet-sqlite-.*deleted");
    }
  }

  /** A program that cannot load it. */
  static final class WithoutLibrary {
    static void main(String[] arguments) {
      try {
        open(SqliteFile.inMemory()).close();
      } catch (DatabaseFault failure) {
        System.out.print(failure.getMessage());
      }
    }
  }

  /** Folders for temporary files that are read-only, or may have no programs, are usual. */
  @Test
  void aFolderFromWhichTheNativeLibraryCannotBeLoadedIsNamed() throws Exception {
    var nowhere = folder.resolve("nowhere").toString();
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var process =
        new ProcessBuilder(
                java,
                "-Djava.io.tmpdir=" + nowhere,
                "-cp",
                System.getProperty("java.class.path"),
                WithoutLibrary.class.getName())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).isZero();
    assertThat(said)
        .contains(
            "SQLite's native library cannot be loaded from " + nowhere, "java -Dorg.sqlite.tmpdir");
  }

  @Test
  void aFileThatOthersCouldReadIsClosedToThem() throws IOException {
    var path = Files.createFile(folder.resolve("open.db"));
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-r--r--"));
    open(SqliteFile.at(path)).close();

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
        .isEqualTo("rw-------");
  }

  /** As root, who runs it in a container beside others; anybody else can give no file away. */
  @Test
  void aFileOfSomebodyElseStaysAsOpenAsItIs() throws IOException {
    var path = folder.resolve("theirs.db");
    open(SqliteFile.at(path)).close();
    var mode = PosixFilePermissions.fromString("rw-rw-rw-");
    Files.setPosixFilePermissions(path, mode);
    var isTheirs = isGivenAway(path);

    open(SqliteFile.at(path)).close();

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
        .isEqualTo(isTheirs ? "rw-rw-rw-" : "rw-------");
  }

  private static boolean isGivenAway(Path path) throws IOException {
    try {
      var users = path.getFileSystem().getUserPrincipalLookupService();
      Files.setOwner(path, users.lookupPrincipalByName("nobody"));
      return true;
    } catch (FileSystemException | UserPrincipalNotFoundException _) {
      return false;
    }
  }

  /** Root writes it all the same. */
  @Test
  void aFileThatIsReadOnlyIsNotMadeWritable() throws IOException {
    var path = folder.resolve("read.db");
    open(SqliteFile.at(path)).close();
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("r--r--r--"));
    if (Files.isWritable(path)) {
      open(SqliteFile.at(path)).close();
    } else {
      assertThatThrownBy(() -> open(SqliteFile.at(path)))
          .hasMessage(path + " is read-only for the user who runs this; let that user write it");
    }
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
        .isEqualTo("r--------");
  }

  /** A mistake in DATABASE_URL must not lock others out of what is theirs. */
  @Test
  void whatIsNoDatabaseIsRefusedAndLeftAlone() throws IOException {
    var file =
        Files.writeString(folder.resolve("notes.txt"), "not a database, but somebody's text");
    for (var path : List.of(file, Files.createDirectory(folder.resolve("folder")))) {
      var before = PosixFilePermissions.fromString("rwxr-xr-x");
      Files.setPosixFilePermissions(path, before);
      assertThatThrownBy(() -> open(SqliteFile.at(path)))
          .isInstanceOf(DatabaseFault.class)
          .hasMessage(path + " exists and is not an SQLite database");
      assertThat(Files.getPosixFilePermissions(path)).isEqualTo(before);
    }
    assertThat(file).hasContent("not a database, but somebody's text");
  }

  @ParameterizedTest
  @CsvSource({
    "journal_mode, wal",
    "synchronous, 2",
    "fullfsync, 1",
    "foreign_keys, 1",
    "trusted_schema, 0",
    "busy_timeout, 2000"
  })
  void theWriterIsTold(String pragma, String value) {
    var link = SqliteFile.at(folder.resolve("a.db")).openWriter(_ -> {}, DatabaseLimits.STANDARD);
    assertThat(link.texts("PRAGMA " + pragma)).containsExactly(value);
    link.close();
  }

  @Test
  void commitsWaitForTheDiskLessOftenIfAskedTo() {
    var file = SqliteFile.at(folder.resolve("a.db")).with(SqliteFile.Synchronous.NORMAL);
    var link = file.openWriter(_ -> {}, DatabaseLimits.STANDARD);
    assertThat(link.texts("PRAGMA synchronous")).containsExactly("1");
    link.close();
  }

  @Test
  void aReaderWritesNothingAndNobodyLoadsCode() {
    var file = SqliteFile.at(folder.resolve("a.db"));
    var writer = file.openWriter(_ -> {}, DatabaseLimits.STANDARD);
    var reader = file.openReader(_ -> {}, DatabaseLimits.STANDARD);

    assertThatThrownBy(() -> reader.run("CREATE TABLE x (y INTEGER)"))
        .hasRootCauseMessage(
            "[SQLITE_READONLY] Attempt to write a readonly database (attempt to write a readonly"
                + " database)");
    assertThatThrownBy(() -> writer.texts("SELECT load_extension('x')"))
        .hasRootCauseMessage("[SQLITE_ERROR] SQL error or missing database (not authorized)");
    assertThat(reader.texts("PRAGMA foreign_keys")).containsExactly("1");
    reader.close();
    writer.close();
  }

  @Test
  void everyTypeIsStoredInItsOneWay() {
    var path = folder.resolve("a.db");
    try (var driver = open(SqliteFile.at(path))) {
      driver.create(List.of(KINDS));
      new Session(driver).insert(KINDS, SAMPLE, KINDS.big.to(7L));
    }
    var link = SqliteFile.at(path).openWriter(_ -> {}, DatabaseLimits.STANDARD);
    var columns = "flag small big real text state price day moment moments tree".split(" ");

    assertThat(Stream.of(columns).map(it -> stored(link, it)))
        .containsExactly(
            "integer 1",
            "integer 1",
            "integer 7",
            "real 0.1",
            "text text",
            "text TODO",
            "integer 150",
            "text 1970-01-01",
            "integer 0",
            "text []",
            "text null");
    assertThat(stored(link, "id")).matches("text [0-9a-f-]{36}");
    link.close();
  }

  private static String stored(SqliteLink link, String column) {
    return link.texts("SELECT typeof(" + column + ") || ' ' || " + column + " FROM kinds")
        .getFirst();
  }

  @Test
  void tablesAreStrictAndKeepConstraintsThemselves() {
    assertThat(Definitions.of(HERO))
        .containsExactly(
            "CREATE TABLE IF NOT EXISTS hero ("
                + "id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "
                + "name TEXT NOT NULL CHECK (name <> '') CHECK (length(name) <= 80), "
                + "secret_name TEXT NOT NULL CHECK (secret_name <> ''), "
                + "age INTEGER CHECK (age BETWEEN -2147483648 AND 2147483647)"
                + " CHECK (age <= 10000) CHECK (age >= 0), "
                + "team_id INTEGER REFERENCES team (id)) STRICT",
            "CREATE UNIQUE INDEX IF NOT EXISTS \"hero.name\" ON hero (name)",
            "CREATE INDEX IF NOT EXISTS \"hero.age\" ON hero (age)",
            "CREATE INDEX IF NOT EXISTS \"hero.team_id\" ON hero (team_id)");
    assertThat(Definitions.of(TEAM))
        .containsExactly(
            "CREATE TABLE IF NOT EXISTS team ("
                + "id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "
                + "name TEXT NOT NULL CHECK (name <> ''), "
                + "headquarters TEXT NOT NULL) STRICT",
            "CREATE UNIQUE INDEX IF NOT EXISTS \"team.name\" ON team (name)");
  }

  @Test
  void indexesOfTablesWithSimilarNamesAreTwo() {
    var path = folder.resolve("a.db");
    try (var driver = open(SqliteFile.at(path))) {
      driver.create(List.of(new Indexed("a_b", "c"), new Indexed("a", "b_c")));
    }
    try (var link = SqliteFile.at(path).openWriter(_ -> {}, DatabaseLimits.STANDARD)) {
      assertThat(link.texts("SELECT name FROM sqlite_master WHERE type = 'index' AND sql > ''"))
          .containsExactlyInAnyOrder("a_b.c", "a.b_c");
    }
  }

  @Test
  void aPathIsAPathAndNoAddressOfSqlite() {
    var path = folder.resolve("file:memory");
    try (var driver = open(SqliteFile.at(path))) {
      driver.create(List.of(TEAM));
    }
    assertThat(path).isNotEmptyFile();
  }

  @Test
  void whatIsThereStaysAndWhatIsMissingIsNamed() {
    var path = folder.resolve("a.db");
    try (var driver = open(SqliteFile.at(path))) {
      assertThat(driver.missing(List.of(TEAM, HERO))).containsExactly("team", "hero");
      driver.create(List.of(TEAM));
      new Session(driver).insert(TEAM, new Team(0, "Avengers", "x"));
    }
    var link = SqliteFile.at(path).openWriter(_ -> {}, DatabaseLimits.STANDARD);
    link.run("CREATE TABLE hero (id INTEGER PRIMARY KEY, name TEXT, age INTEGER) STRICT");
    link.close();
    try (var driver = open(SqliteFile.at(path))) {
      driver.create(List.of(TEAM));
      assertThat(new Session(driver).get(TEAM, 1)).isEqualTo(new Team(1, "Avengers", "x"));
      assertThat(driver.missing(List.of(TEAM, HERO)))
          .containsExactly("hero.secret_name", "hero.team_id");
    }
  }

  @Test
  void aFileThatIsNoDatabaseIsRefused() throws IOException {
    var path = Files.writeString(folder.resolve("a.db"), "no database at all".repeat(100));

    assertThatThrownBy(() -> open(SqliteFile.at(path))).isInstanceOf(DatabaseFault.class);
  }

  private static SqliteDriver open(SqliteFile file) {
    return SqliteDriver.open(file, DatabaseLimits.STANDARD, _ -> {}, ForkJoinPool.commonPool());
  }
}

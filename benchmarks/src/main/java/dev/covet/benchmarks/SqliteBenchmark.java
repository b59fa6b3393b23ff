package dev.covet.benchmarks;

import static dev.covet.benchmarks.workload.BookTable.BOOK;

import dev.covet.api.Changes;
import dev.covet.benchmarks.workload.Book;
import dev.covet.data.Session;
import dev.covet.data.driver.DatabaseLimits;
import dev.covet.data.driver.Driver;
import dev.covet.data.sqlite.SqliteFile;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** One thread and a file of SQLite: through a session, and by JDBC with statements kept ready. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 8, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(2)
public class SqliteBenchmark {
  private static final int ROWS = 10_000;
  private static final int PAGE = 50;
  private static final String COLUMNS = "id, title, author, pages, is_lent, shelf";

  private final Shelf shelf = Shelf.open();
  private final Session db = new Session(shelf.driver);
  private int turn;

  /** A file with rows, opened in both ways. */
  private record Shelf(
      TemporaryFolder folder,
      Driver driver,
      Connection connection,
      PreparedStatement byKey,
      PreparedStatement page,
      PreparedStatement change) {
    static Shelf open() {
      try {
        var folder = TemporaryFolder.create("books");
        var file = folder.path().resolve("books.db");
        var driver = SqliteFile.at(file).open(DatabaseLimits.STANDARD, _ -> {});
        driver.create(List.of(BOOK));
        new Session(driver)
            .insertAll(BOOK, IntStream.range(0, ROWS).mapToObj(Shelf::book).toList());
        var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        try (var settings = connection.createStatement()) {
          settings.execute("PRAGMA synchronous = FULL");
        }
        return of(folder, driver, connection);
      } catch (IOException | SQLException e) {
        throw new IllegalStateException(e);
      }
    }

    private static Shelf of(TemporaryFolder folder, Driver driver, Connection connection)
        throws SQLException {
      return new Shelf(
          folder,
          driver,
          connection,
          connection.prepareStatement("SELECT " + COLUMNS + " FROM book WHERE id = ?"),
          connection.prepareStatement(
              "SELECT " + COLUMNS + " FROM book WHERE pages >= ? ORDER BY id LIMIT ?"),
          connection.prepareStatement(
              "UPDATE book SET pages = ? WHERE id = ? RETURNING " + COLUMNS));
    }

    private static Book book(int n) {
      return new Book(
          0, "Title of book " + n, "Author " + n % 100, n % 500, n % 7 == 0, "A" + n % 9);
    }

    void close() throws IOException, SQLException {
      connection.close();
      driver.close();
      folder.close();
    }
  }

  /** Closes both, and deletes the file. */
  @TearDown
  public void close() throws IOException, SQLException {
    shelf.close();
  }

  private int next() {
    turn = turn * 31 + 7 & 0x1fff;
    return 1 + turn;
  }

  /** Reads a row by its key. */
  @Benchmark
  public Optional<Book> keyCovet() {
    return db.find(BOOK, next());
  }

  /** Reads a row by its key. */
  @Benchmark
  public Optional<Book> keyByHand() throws SQLException {
    shelf.byKey.setLong(1, next());
    try (var rows = shelf.byKey.executeQuery()) {
      return rows.next() ? Optional.of(read(rows)) : Optional.empty();
    }
  }

  /** Reads a page of rows. */
  @Benchmark
  public List<Book> listCovet() {
    return db.from(BOOK)
        .where(BOOK.pages.ge(next() % 400))
        .orderBy(BOOK.id.asc())
        .limit(PAGE)
        .list();
  }

  /** Reads a page of rows. */
  @Benchmark
  public List<Book> listByHand() throws SQLException {
    shelf.page.setInt(1, next() % 400);
    shelf.page.setInt(2, PAGE);
    var books = new ArrayList<Book>();
    try (var rows = shelf.page.executeQuery()) {
      while (rows.next()) books.add(read(rows));
    }
    return books;
  }

  /** Changes a row, durably, and returns what it is then. */
  @Benchmark
  public Book writeCovet() {
    return db.update(BOOK, next(), Changes.of(BOOK.pages.to(turn)));
  }

  /** Changes a row, durably, and returns what it is then. */
  @Benchmark
  public Book writeByHand() throws SQLException {
    shelf.change.setInt(1, turn);
    shelf.change.setLong(2, next());
    try (var rows = shelf.change.executeQuery()) {
      rows.next();
      return read(rows);
    }
  }

  private static Book read(ResultSet rows) throws SQLException {
    return new Book(
        rows.getLong(1),
        rows.getString(2),
        rows.getString(3),
        rows.getInt(4),
        rows.getBoolean(5),
        rows.getString(6));
  }
}

package dev.covet.repository;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The table of constraints in the guide, and a program that has a route for each of its rows. */
final class ConstraintTable {
  private static final String BEFORE = "<!-- table: constraints -->";

  private static final String HEAD =
      """
      package books;

      import dev.covet.api.Get;
      import dev.covet.api.Header;
      import dev.covet.api.Post;
      import dev.covet.api.Routes;
      import dev.covet.app.Covet;
      import jakarta.validation.constraints.*;
      import java.math.BigDecimal;
      import java.time.*;
      import java.util.List;
      import org.jspecify.annotations.Nullable;

      @Routes
      public final class Rows {
      """;

  private ConstraintTable() {}

  /**
   * A row.
   *
   * @param right a value that it takes, as JSON
   * @param wrong one that it refuses
   * @param words of JSON Schema that the document has for it; none where only its description does
   */
  record Row(
      int number,
      String constraint,
      String type,
      String right,
      String wrong,
      String code,
      String reason,
      List<String> words) {
    private static Row of(int number, List<String> cells) {
      return new Row(
          number,
          bare(cells.get(0)),
          bare(cells.get(1)),
          bare(cells.get(2)),
          bare(cells.get(3)),
          bare(cells.get(4)),
          cells.get(5),
          Stream.of(cells.get(6).split(", ", -1))
              .filter(each -> each.startsWith("`"))
              .map(Row::bare)
              .toList());
    }

    private static String bare(String cell) {
      return cell.replace("`", "");
    }

    /** Whether a text of a query can be such a value. */
    boolean isScalar() {
      return !type.startsWith("List") && !right.equals("null");
    }

    /** Whether a list can hold such values. */
    boolean isElement() {
      return !right.equals("null");
    }

    private String boxed() {
      return switch (type) {
        case "int" -> "Integer";
        case "long", "double", "boolean" ->
            type.substring(0, 1).toUpperCase(Locale.ROOT) + type.substring(1);
        default -> type;
      };
    }

    private String source() {
      var inList =
          """
            record List%1$s(List<%2$s %4$s> values) {}

            @Post("/lists/%1$s")
            void list%1$s(List%1$s body) {}
          """;
      var inQuery =
          """
            @Get("/queries/%1$s")
            void query%1$s(%2$s %3$s value) {}

            @Get("/headers/%1$s")
            void header%1$s(@Header %2$s %3$s value) {}

            @Get("/paths/%1$s/{value}")
            void path%1$s(%2$s %3$s value) {}
          """;
      var inBody =
          """
            record Body%1$s(%2$s %3$s value) {}

            @Post("/bodies/%1$s")
            void body%1$s(Body%1$s body) {}
          """;
      return (inBody + (isElement() ? inList : "") + (isScalar() ? inQuery : ""))
          .formatted(number, constraint, type, boxed());
    }

    @Override
    public String toString() {
      return constraint + " " + type;
    }
  }

  static List<Row> rows() throws IOException {
    var lines = Files.readAllLines(Shell.root().resolve("docs/validation.md"));
    var rows = new ArrayList<Row>();
    for (var i = lines.indexOf(BEFORE) + 3; lines.get(i).startsWith("|"); i++) {
      var cells =
          List.of(lines.get(i).substring(1).split(" ?\\| ?", -1)).stream().map(String::strip);
      rows.add(Row.of(rows.size(), cells.toList()));
    }
    return rows;
  }

  /** The program, with the constraints of its own that the page shows. */
  static Program program(Path folder) throws IOException {
    var texts = new ArrayList<String>();
    for (var each : Snippet.of("books", Snippet.all("java"))) {
      texts.add(each.text().replace("static void main(", "static void unused("));
    }
    texts.add(
        HEAD
            + String.join("\n", rows().stream().map(Row::source).toList())
            + """

              static void main(String[] args) {
                Covet.app().add(Rows.class).run(args);
              }
            }
            """);
    return new Program(folder, texts);
  }
}

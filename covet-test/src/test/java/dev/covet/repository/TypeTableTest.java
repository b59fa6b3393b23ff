package dev.covet.repository;

import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.api.JsonValue;
import dev.covet.app.App;
import dev.covet.app.Covet;
import dev.covet.base.codec.Codecs;
import dev.covet.base.json.Json;
import dev.covet.data.Database;
import dev.covet.test.TestClient;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * S4.types: what docs/json-types.md shows of each type is so, in JSON, as a text, in SQL,
 * described.
 */
@Order(1) // it takes long
class TypeTableTest {
  /** What the sources of a row may name without its package; a new type brings its own. */
  private static final String HEAD =
      """
      package types;

      import dev.covet.api.*;
      import dev.covet.data.Session;
      import jakarta.validation.constraints.*;
      import java.math.*;
      import java.net.*;
      import java.time.*;
      import java.util.*;
      import types.Sample.*;

      """;

  @TempDir private Path folder = Path.of("");

  private final List<TypeRow> rows;

  TypeTableTest() throws IOException {
    rows = TypeRow.all();
  }

  @Test
  void everyRowOfTheTableOfTypesIsSo() throws Exception {
    var program = new Program(folder.resolve("right"), sources());
    assertThat(program.compile()).isEmpty();

    var file = folder.resolve("types.db");
    var urls = new URL[] {program.classes().toUri().toURL()};
    try (var loader = new URLClassLoader(urls, getClass().getClassLoader());
        var client = TestClient.of(app(loader), () -> "sqlite:" + file)) {
      var document = json(client.get("/openapi.json").text());
      for (var i = 0; i < rows.size(); i++) {
        assertIsSo(client, i);
        assertThat(described(document, "Json" + i)).as(shown(i)).isEqualTo(rows.get(i).document());
      }
    }
    for (var i = 0; i < rows.size(); i++) {
      if (rows.get(i).hasColumn()) {
        assertThat(stored(file, "row" + i)).as(shown(i)).isEqualTo(rows.get(i).sql());
      }
    }
  }

  @Test
  void whatTheTableSaysIsNoTextIsRefusedWhileCompiling() throws IOException {
    var wrong = rows.stream().filter(row -> !row.hasText()).toList();
    var methods =
        IntStream.range(0, wrong.size())
            .mapToObj(i ->
                "@Get(\"/%1$d\") void take%1$d(@Header %2$s value) {}\n"
                    .formatted(i, wrong.get(i).java()))
            .toList();
    var source =
        HEAD + "@Routes(\"/wrong\")\nfinal class Wrong {\n" + String.join("", methods) + "}\n";

    var said =
        new Program(folder.resolve("wrong"), Stream.concat(shared(), Stream.of(source)).toList())
            .compile();

    var first = HEAD.lines().count() + 3;
    for (var i = 0; i < wrong.size(); i++) {
      assertThat(said)
          .as(wrong.get(i).java())
          .contains("Wrong.java:" + (first + i) + ": error: [COV-");
    }
  }

  private List<String> sources() throws IOException {
    return Stream.concat(
            IntStream.range(0, rows.size()).mapToObj(i -> source(i, rows.get(i))), shared())
        .toList();
  }

  /** The page's own types, which rows may name. */
  private static Stream<String> shared() throws IOException {
    return Snippet.of("types", Snippet.all("java")).stream().map(Snippet::text);
  }

  private static String source(int number, TypeRow row) {
    var text =
        "  @Get(\"/%1$d/text\") Json%1$d text(@Query %2$s value) { return new Json%1$d(value); }\n";
    var column =
        """
          @Table record Row%1$d(@Id long id, %2$s value) {}

          @Post("/%1$d/sql") Row%1$d sql(Row%1$d row, Session db) {
            var stored = db.insert(Types%1$d_Row%1$dTable.ROW%1$d, row);
            return db.get(Types%1$d_Row%1$dTable.ROW%1$d, stored.id());
          }
        """;
    var all =
        HEAD
            + """
            @Routes("/types")
            final class Types%1$d {
              record Json%1$d(%2$s value) {}

              @Post("/%1$d/json") Json%1$d json(Json%1$d in) { return in; }
            """
            + (row.hasText() ? text : "")
            + (row.hasColumn() ? column : "")
            + "}\n";
    return all.formatted(number, row.java());
  }

  private App app(ClassLoader loader) throws ClassNotFoundException {
    var app = Covet.app().install(Database.memory());
    for (var i = 0; i < rows.size(); i++) {
      app = app.add(Class.forName("types.Types" + i, true, loader));
    }
    return app;
  }

  private void assertIsSo(TestClient client, int number) {
    var row = rows.get(number);
    var path = "/types/" + number;
    var value = "{\"value\":" + row.json() + "}";
    assertThat(client.post(path + "/json", value).text()).as(shown(number)).isEqualTo(value);
    if (row.hasText()) {
      var text = URLEncoder.encode(row.text(), StandardCharsets.UTF_8);
      assertThat(client.get(path + "/text?value=" + text).text())
          .as(shown(number))
          .isEqualTo(value);
    }
    if (row.hasColumn()) {
      assertThat(client.post(path + "/sql", value).text())
          .as(shown(number))
          .isEqualTo("{\"id\":1," + value.substring(1));
    }
  }

  private String shown(int number) {
    return rows.get(number).java();
  }

  private static String stored(Path file, String table) throws SQLException {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        var statement = connection.createStatement();
        var found = statement.executeQuery("SELECT upper(typeof(value)), value FROM " + table)) {
      return found.next() ? found.getString(1) + " `" + found.getString(2) + "`" : "";
    }
  }

  private static JsonValue json(String text) {
    return new Json().read(text.getBytes(StandardCharsets.UTF_8), Codecs.VALUE);
  }

  /** The type and the format of the value of a component, in the words of the table. */
  private static String described(JsonValue document, String component) {
    var value = at(document, "components", "schemas", component, "properties", "value");
    var schema =
        at(value, "$ref") instanceof JsonValue.Text(var ref)
            ? at(document, ref.substring(2).split("/", -1))
            : value;
    var words = new ArrayList<String>();
    Stream.of("type", "format")
        .forEach(key -> {
          if (at(schema, key) instanceof JsonValue.Text(var word)) words.add(word);
          if (at(schema, key) instanceof JsonValue.Items(var either)) words.add(either(either));
        });
    return String.join(", ", words);
  }

  private static String either(List<JsonValue> types) {
    return types.stream()
        .map(each -> each instanceof JsonValue.Text(var word) ? word : "")
        .collect(Collectors.joining(" or "));
  }

  private static JsonValue at(JsonValue value, String... keys) {
    var here = value;
    for (var key : keys) {
      here =
          here instanceof JsonValue.Members(Map<String, JsonValue> members)
              ? members.getOrDefault(key, JsonValue.NULL)
              : JsonValue.NULL;
    }
    return here;
  }
}

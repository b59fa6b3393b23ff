package dev.covet.cli.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.api.JsonValue;
import dev.covet.cli.document.ApiDocument;
import dev.covet.cli.document.ContractFailure;
import dev.covet.cli.document.DocumentReader;
import dev.covet.cli.document.ProgramDocument;
import dev.covet.cli.document.Tree;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The document of the app with every kind of thing, against itself and what becomes of it. */
@Timeout(600)
class MutationsTest {
  private static final int RUNS = 100;

  @TempDir static Path folder;
  private static ApiDocument kinds = new ApiDocument(Map.of());

  @BeforeAll
  static void theAppWritesItsDocument() throws IOException, ContractFailure {
    var file = folder.resolve("kinds.json");
    new ProgramDocument(CompiledProject.kinds(folder), Duration.ofSeconds(60)).write(file);
    kinds = DocumentReader.read(file);
  }

  /** The document with the value at a place made another; null takes it away. */
  private static ApiDocument with(List<Object> place, UnaryOperator<JsonValue> edit) {
    var root = edited(new JsonValue.Members(kinds.root()), place, edit);
    return new ApiDocument(Tree.members(root));
  }

  private static JsonValue edited(
      JsonValue value, List<Object> place, UnaryOperator<JsonValue> edit) {
    if (place.isEmpty()) return edit.apply(value);
    var rest = place.subList(1, place.size());
    if (value instanceof JsonValue.Items(var items)) {
      var copy = new ArrayList<>(items);
      copy.set(
          (Integer) place.getFirst(), edited(copy.get((Integer) place.getFirst()), rest, edit));
      return new JsonValue.Items(copy);
    }
    var copy = new LinkedHashMap<>(Tree.members(value));
    copy.computeIfPresent((String) place.getFirst(), (_, each) -> edited(each, rest, edit));
    return new JsonValue.Members(copy);
  }

  private static JsonValue without(JsonValue object, String name) {
    var copy = new LinkedHashMap<>(Tree.members(object));
    copy.remove(name);
    return new JsonValue.Members(copy);
  }

  @Test
  void aDocumentDoesNotDifferFromItself() {
    assertThat(kinds.operations()).hasSizeGreaterThan(30);
    assertThat(ApiComparison.of(kinds, with(List.of(), value -> value)).all()).isEmpty();
  }

  @Test
  void everyRemovedOperationBreaks() {
    Tree.members(kinds.root().get("paths"))
        .forEach((path, item) -> {
          for (var method : Tree.members(item).keySet()) {
            var less = with(List.of("paths", path), value -> without(value, method));

            assertThat(ApiComparison.of(kinds, less).breaks()).as(method + path).isTrue();
          }
        });
  }

  @Test
  void removedPropertiesAreSaid() {
    var schemas = List.<Object>of("components", "schemas");
    var count = 0;
    for (var schema : Tree.members(kinds.at("#/components/schemas").orElseThrow()).entrySet()) {
      for (var name : Tree.members(Tree.members(schema.getValue()).get("properties")).keySet()) {
        if (count++ % 4 != 0) continue;
        var place = new ArrayList<>(schemas);
        place.add(schema.getKey());
        var less = with(place, value -> withoutProperty(value, name));

        assertThat(ApiComparison.of(kinds, less).all())
            .as(schema.getKey() + "." + name)
            .anyMatch(change -> change.text().contains(name) && change.text().contains("is gone"))
            .allMatch(change ->
                !change.text().contains("of response") || change.effect() == Effect.BREAKS);
      }
    }
    assertThat(count).isGreaterThan(100);
  }

  private static JsonValue withoutProperty(JsonValue schema, String name) {
    var copy = new LinkedHashMap<>(Tree.members(schema));
    copy.computeIfPresent("properties", (_, all) -> without(all, name));
    copy.computeIfPresent(
        "required",
        (_, all) ->
            new JsonValue.Items(
                Tree.items(all).stream()
                    .filter(each -> !each.equals(new JsonValue.Text(name)))
                    .toList()));
    return new JsonValue.Members(copy);
  }

  @Test
  void whateverBecomesOfADocumentIsCompared() {
    var random = new Random(11);
    var values = new ArrayList<JsonValue>();
    collect(new JsonValue.Members(kinds.root()), values);
    var different = 0;
    for (var i = 0; i < RUNS; i++) {
      var other = kinds;
      for (var j = 0; j < 3; j++) {
        var value = values.get(random.nextInt(values.size()));
        var place = place(new JsonValue.Members(kinds.root()), random);
        other = with(place, old -> random.nextInt(3) == 0 ? value : shuffled(old, random));
      }
      var forth = ApiComparison.of(kinds, other);
      var back = ApiComparison.of(other, kinds);

      assertThat(forth.isEmpty()).as(forth.text() + back.text()).isEqualTo(back.isEmpty());
      if (!forth.isEmpty()) different++;
    }
    assertThat(different).isGreaterThan(RUNS / 6);
  }

  private static void collect(JsonValue value, List<JsonValue> all) {
    all.add(value);
    Tree.members(value).values().forEach(each -> collect(each, all));
    Tree.items(value).forEach(each -> collect(each, all));
  }

  private static List<Object> place(JsonValue root, Random random) {
    var place = new ArrayList<Object>();
    var here = root;
    while (place.size() < 3 || random.nextInt(6) > 0) {
      if (here instanceof JsonValue.Members(var members) && !members.isEmpty()) {
        var name = List.copyOf(members.keySet()).get(random.nextInt(members.size()));
        place.add(name);
        here = members.getOrDefault(name, JsonValue.NULL);
      } else if (here instanceof JsonValue.Items(var items) && !items.isEmpty()) {
        var index = random.nextInt(items.size());
        place.add(index);
        here = items.get(index);
      } else {
        return place;
      }
    }
    return place;
  }

  /** The same kind of value, but another one. */
  private static JsonValue shuffled(JsonValue old, Random random) {
    return switch (old) {
      case JsonValue.Members(var members) ->
          members.isEmpty()
              ? JsonValue.NULL
              : without(old, List.copyOf(members.keySet()).get(random.nextInt(members.size())));
      case JsonValue.Items(var items) ->
          new JsonValue.Items(items.subList(0, random.nextInt(items.size() + 1)));
      case JsonValue.Text(var text) -> new JsonValue.Text(text + random.nextInt(9));
      case JsonValue.Decimal(var number) -> new JsonValue.Decimal(number.negate());
      case JsonValue.Bool(var bool) -> new JsonValue.Bool(!bool);
      case JsonValue.Null _ -> new JsonValue.Items(List.of());
    };
  }
}

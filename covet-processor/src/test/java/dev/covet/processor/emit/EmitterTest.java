package dev.covet.processor.emit;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.processor.emit.text.ClassComment;
import dev.covet.processor.emit.text.GeneratedSource;
import dev.covet.processor.model.CompilationModel;
import dev.covet.processor.model.data.ColumnModel;
import dev.covet.processor.model.data.ComponentModel;
import dev.covet.processor.model.data.ProjectionModel;
import dev.covet.processor.model.data.RecordModel;
import dev.covet.processor.model.data.TableModel;
import dev.covet.processor.model.type.DefaultModel;
import dev.covet.processor.model.type.ScalarKind;
import dev.covet.processor.model.type.TypeModel;
import dev.covet.processor.model.type.TypeName;
import dev.covet.processor.model.type.ValueModel;
import dev.covet.processor.model.type.Where;
import dev.covet.schema.Remarks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What is emitted for heroes is, byte for byte, what lies in {@code expected/heroes}. */
class EmitterTest {
  private static final Path EXPECTED = Path.of("src/test/resources/expected/heroes");
  private static final TypeName TEAM = new TypeName("heroes", "Team");
  private static final TypeName HERO_WITH_TEAM = new TypeName("heroes", "HeroWithTeam");
  private static final TypeName TEAM_WITH_HEROES = new TypeName("heroes", "TeamWithHeroes");
  private static final TypeName PROFILE = new TypeName("heroes", "Profile");

  @Test
  void heroesAreEmittedAsExpected() throws IOException {
    var emitted =
        Emitter.emit(heroes()).stream()
            .collect(
                toMap(GeneratedSource::name, GeneratedSource::text, (a, b) -> a, TreeMap::new));
    if (Boolean.getBoolean("expected.update")) {
      for (var source : emitted.entrySet()) {
        Files.writeString(
            Files.createDirectories(EXPECTED).resolve(file(source.getKey())), source.getValue());
      }
    }

    assertThat(emitted).isEqualTo(expected());
  }

  @Test
  void twoRunsGiveTheSameBytesInTheSameOrder() {
    assertThat(Emitter.emit(heroes()))
        .isEqualTo(Emitter.emit(heroes()))
        .isSortedAccordingTo((a, b) -> a.name().compareTo(b.name()));
  }

  @Test
  void aTableWithoutKeyIsOnlyANameBesideItsFinding() {
    var keyless = new TableModel(Models.HERO, "hero", List.of());
    var model = model(Map.of(Models.HERO, Models.hero()), Map.of(Models.HERO, keyless), List.of());

    assertThat(Emitter.emit(model))
        .singleElement()
        .satisfies(each -> assertThat(each.name()).isEqualTo("heroes.HeroTable"))
        .satisfies(each -> assertThat(each.text()).doesNotContain("Mapping"));
  }

  @Test
  void theHashChangesWithWhatAClassIsMadeFrom() {
    var before = text(heroes(), "heroes.ProfileFields");
    var records = new TreeMap<>(heroes().records());
    records.put(
        PROFILE,
        Models.record(PROFILE, Models.component("motto", Models.boxed(ScalarKind.STRING))));
    var after = text(model(records, heroes().tables(), List.of()), "heroes.ProfileFields");

    assertThat(hash(after)).isNotEqualTo(hash(before));
    assertThat(before)
        .contains(
            "Generated from {@code heroes.Profile} by Covet (revision "
                + ClassComment.REVISION
                + ", hash ");
  }

  /** Files of expected classes end in {@code .txt}, so that no tool takes them for sources. */
  private static String file(String name) {
    return name + ".txt";
  }

  private static Map<String, String> expected() throws IOException {
    try (var files = Files.list(EXPECTED)) {
      var expected = new TreeMap<String, String>();
      for (var file : files.toList()) {
        expected.put(file.getFileName().toString().replace(".txt", ""), Files.readString(file));
      }
      return expected;
    }
  }

  private static String hash(String text) {
    return text.substring(text.indexOf(", hash "), text.indexOf("); do not edit"));
  }

  private static String text(CompilationModel model, String name) {
    return Emitter.emit(model).stream()
        .filter(source -> source.name().equals(name))
        .findFirst()
        .orElseThrow()
        .text();
  }

  private static CompilationModel heroes() {
    var records =
        Map.of(
            Models.HERO,
            Models.hero(),
            TEAM,
            team(),
            HERO_WITH_TEAM,
            Models.record(
                HERO_WITH_TEAM,
                flat("hero", Models.HERO),
                relation("team", new ValueModel(new TypeModel.RecordType(TEAM), true, List.of()))),
            TEAM_WITH_HEROES,
            Models.record(
                TEAM_WITH_HEROES,
                flat("team", TEAM),
                relation(
                    "heroes", Models.list(ValueModel.of(new TypeModel.RecordType(Models.HERO))))),
            PROFILE,
            Models.record(
                PROFILE,
                Models.component("motto", Models.value(ScalarKind.STRING)),
                Models.component("level", Models.value(ScalarKind.INT))));
    return model(records, Map.of(Models.HERO, heroTable(), TEAM, teamTable()), projections());
  }

  private static CompilationModel model(
      Map<TypeName, RecordModel> records,
      Map<TypeName, TableModel> tables,
      List<ProjectionModel> projections) {
    var changes = new TreeSet<>(List.of(PROFILE));
    var declared =
        new CompilationModel.Declared(
            List.of(),
            List.of(),
            new TreeSet<>(tables.keySet()),
            projections,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            changes,
            List.of(),
            List.of(),
            new TreeSet<>(),
            List.of(),
            List.of());
    return new CompilationModel(
        new TreeMap<>(records),
        new TreeMap<>(),
        new TreeMap<>(),
        new TreeMap<>(tables),
        new TreeSet<>(),
        new TreeSet<>(),
        declared);
  }

  private static RecordModel team() {
    return Models.record(
        TEAM,
        Models.component("id", Models.value(ScalarKind.LONG), ComponentModel.Role.ID),
        Models.component("name", Models.value(ScalarKind.STRING)),
        Models.component("headquarters", Models.value(ScalarKind.STRING)));
  }

  private static ComponentModel flat(String name, TypeName type) {
    var value = ValueModel.of(new TypeModel.RecordType(type));
    return new ComponentModel(
        name,
        List.of(name),
        value,
        new DefaultModel.None(),
        ComponentModel.Role.PLAIN,
        true,
        name,
        Optional.empty(),
        Remarks.NONE,
        Where.of(type));
  }

  private static ComponentModel relation(String name, ValueModel value) {
    return Models.component(name, value);
  }

  private static TableModel heroTable() {
    return new TableModel(
        Models.HERO,
        "hero",
        List.of(
            new ColumnModel("id", "id", true, false, false, Optional.empty()),
            new ColumnModel("name", "name", false, true, false, Optional.empty()),
            new ColumnModel("secretName", "secret_name", false, false, false, Optional.empty()),
            new ColumnModel("age", "age", false, false, true, Optional.empty()),
            new ColumnModel(
                "teamId",
                "team_id",
                false,
                false,
                false,
                Optional.of(new ColumnModel.Reference(TEAM, "REFUSE")))));
  }

  private static TableModel teamTable() {
    return new TableModel(
        TEAM,
        "team",
        List.of(
            new ColumnModel("id", "id", true, false, false, Optional.empty()),
            new ColumnModel("name", "name", false, true, false, Optional.empty()),
            new ColumnModel("headquarters", "headquarters", false, false, false, Optional.empty())),
        List.of(),
        "",
        Optional.empty(),
        true);
  }

  private static List<ProjectionModel> projections() {
    return List.of(
        new ProjectionModel(
            HERO_WITH_TEAM,
            Models.HERO,
            List.of(
                new ProjectionModel.Part.Whole("hero"),
                new ProjectionModel.Part.ToOne("team", TEAM, "teamId"))),
        new ProjectionModel(
            TEAM_WITH_HEROES,
            TEAM,
            List.of(
                new ProjectionModel.Part.Whole("team"),
                new ProjectionModel.Part.ToMany("heroes", Models.HERO, Models.HERO, "teamId"))));
  }
}

package dev.covet.data.table;

import static golden.heroes.HeroTable.HERO;
import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.base.json.JsonLimits;
import dev.covet.base.json.JsonReader;
import dev.covet.base.json.JsonWriter;
import dev.covet.base.problem.Problems;
import dev.covet.data.query.Sort;
import golden.heroes.Hero;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What clients may sort by: keys, unique columns and those with an index. */
class SortTest {
  private final Problems problems = new Problems();

  private Sort<Hero> read(String text) {
    var out = new JsonWriter(64);
    out.write(text);
    var in = new JsonReader(out.toBytes(), JsonLimits.DEFAULT, problems, "");
    var sort = SortCodec.of(HERO).read(in);
    return sort == null ? new Sort<>(List.of()) : sort;
  }

  @Test
  void severalColumnsAreOrdersInTheirOrder() {
    assertThat(read("-age,name").orders()).containsExactly(HERO.age.desc(), HERO.name.asc());
    assertThat(read("").orElse(HERO.id.desc()).orders()).containsExactly(HERO.id.desc());
    assertThat(read("teamId").orElse(HERO.id.desc()).orders()).containsExactly(HERO.teamId.asc());
    assertThat(problems.isEmpty()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "secretName",
        "Name",
        "name,",
        ",",
        "--name",
        "+name",
        " name",
        "name desc",
        "team_id",
        "1",
        "name;drop table hero",
        "\u00e4"
      })
  void anythingElseIsAProblem(String text) {
    assertThat(read(text).orders()).isEmpty();
    assertThat(problems.list().getFirst().reason())
        .isEqualTo("must be some of id, name, age, teamId, each with - or without");
  }

  @ParameterizedTest
  @ValueSource(strings = {"name,name", "age,name,-name"})
  void aColumnTwiceIsNamed(String text) {
    assertThat(read(text).orders()).isEmpty();
    assertThat(problems.list().getFirst().reason()).isEqualTo("must not have name twice");
  }

  @Test
  void theTextReadsBackTheSameAndIsDescribed() {
    var out = new JsonWriter(64);
    SortCodec.of(HERO).write(out, read("-age,name"));

    assertThat(new String(out.toBytes(), StandardCharsets.UTF_8)).isEqualTo("\"-age,name\"");
    assertThat(SortCodec.of(HERO).schema().toString())
        .contains("^(-?(id|name|age|teamId)(,-?(id|name|age|teamId))*)?$");
  }
}

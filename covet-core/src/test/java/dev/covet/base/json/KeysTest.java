package dev.covet.base.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.covet.base.problem.Problems;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Finding an object's members by their names, however many there are (P10: 254 components). */
class KeysTest {
  private static String[] names(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "n" + "x".repeat(i % 20) + i)
        .toArray(String[]::new);
  }

  /** The values by position, -1 where there is none. */
  private static int[] read(Keys keys, int size, String text, Problems problems) {
    var in = new JsonReader(text.getBytes(UTF_8), JsonLimits.DEFAULT, problems, "body");
    var values = new int[size];
    Arrays.fill(values, -1);
    assertThat(in.beginObject(keys)).isTrue();
    for (int key = in.nextKey(); key >= 0; key = in.nextKey()) {
      values[key] = in.readInt();
    }
    in.endObject();
    in.end();
    return values;
  }

  private static String object(List<String> members) {
    return members.stream().collect(Collectors.joining(",", "{", "}"));
  }

  @Test
  void aKeyThatIsNotThereIsNamed() {
    var keys = Keys.of("a", "b");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> keys.require("a", "z"))
        .withMessage("There is no key \"z\"");
    assertThatIllegalArgumentException().isThrownBy(() -> keys.without("z"));
    assertThatIllegalArgumentException().isThrownBy(() -> keys.alias("z", "y"));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 63, 64, 65, 127, 128, 129, 254})
  void everyMemberIsFoundInAnyOrder(int count) {
    var names = names(count);
    var keys = Keys.of(names).require(names);
    var members = new ArrayList<String>();
    for (int i = 0; i < count; i++) {
      members.add("\"%s\":%d".formatted(names[i], i));
    }
    var random = new Random(count);
    for (int round = 0; round < 20; round++) {
      var problems = new Problems();
      var values = read(keys, count, object(members), problems);
      assertThat(problems.isEmpty()).isTrue();
      assertThat(values).isEqualTo(IntStream.range(0, count).toArray());
      Collections.shuffle(members, random);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 64, 65, 200})
  void everyMissingAndEveryDoubledMemberIsTold(int count) {
    var names = names(count);
    var keys = Keys.of(names).require(names);
    for (int left = 0; left < count; left++) {
      var members = new ArrayList<String>();
      for (int i = 0; i < count; i++) {
        if (i != left) {
          members.add("\"%s\":%d".formatted(names[i], i));
        }
      }
      members.add(members.getFirst());
      var problems = new Problems();
      read(keys, count, object(members), problems);
      var doubled = left == 0 ? names[1] : names[0];
      assertThat(problems.list())
          .extracting(problem -> problem.code() + " " + problem.field())
          .containsExactly("duplicate " + doubled, "missing " + names[left]);
    }
  }

  @Test
  void positionsStayWhereANameIsNotRead() {
    var keys = Keys.of("id", "name", "age").require("id", "name").without("id");
    var problems = new Problems();
    assertThat(read(keys, 3, "{\"id\":{},\"age\":3,\"name\":2}", problems))
        .containsExactly(-1, 2, 3);
    assertThat(problems.isEmpty()).isTrue();
  }

  @Test
  void anotherSpellingIsTheSameMember() {
    var keys = Keys.of("name").alias("name", "title");
    assertThat(read(keys, 1, "{\"title\":7}", new Problems())).containsExactly(7);
    var problems = new Problems();
    read(keys, 1, "{\"title\":7,\"name\":8}", problems);
    assertThat(problems.list())
        .extracting(p -> p.code() + " " + p.field())
        .containsExactly("duplicate name");
  }

  @Test
  void unknownMembersAreSkippedOrRefusedWhereTheRecordIsStrict() {
    var problems = new Problems();
    read(Keys.of("a"), 1, "{\"x\":[{\"a\":9}],\"a\":1}", problems);
    assertThat(problems.isEmpty()).isTrue();
    read(Keys.of("a").asStrict(), 1, "{\"%s\":[],\"a\":1}".formatted("x".repeat(100)), problems);
    assertThat(problems.list())
        .extracting(p -> p.code() + " " + p.field())
        .containsExactly("unknown " + "x".repeat(64));
  }

  @Test
  void aNameIsGivenOnce() {
    assertThatIllegalArgumentException().isThrownBy(() -> Keys.of("a", "b", "a"));
  }
}

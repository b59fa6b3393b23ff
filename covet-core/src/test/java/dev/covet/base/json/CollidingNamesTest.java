package dev.covet.base.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.api.JsonValue;
import dev.covet.base.codec.Codecs;
import golden.heroes.HeroCodec;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** J3: names that a client has chosen to have one hash cost no more than any others. */
class CollidingNamesTest {
  private static final int DOUBLINGS = 14;

  /**
   * All have one {@link String#hashCode}: in each two characters {@code Aa} and {@code BB} are
   * equal.
   */
  private static List<String> names() {
    var names = List.of("");
    for (var i = 0; i < DOUBLINGS; i++) {
      var longer = new ArrayList<String>();
      for (var name : names) {
        longer.add(name + "Aa");
        longer.add(name + "BB");
      }
      names = longer;
    }
    return names;
  }

  private static byte[] object() {
    var json = new StringBuilder("{\"name\":\"Ant\",\"secret_name\":\"Scott\"");
    names().forEach(name -> json.append(",\"").append(name).append("\":1"));
    return json.append('}').toString().getBytes(StandardCharsets.UTF_8);
  }

  @Test
  @Timeout(300)
  void asUnknownNamesOfARecord() {
    assertThat(new Json().read(object(), HeroCodec.INPUT).name()).isEqualTo("Ant");
  }

  @Test
  @Timeout(300)
  void asMembersOfAnyValue() {
    assertThat(new Json().read(object(), Codecs.VALUE))
        .isInstanceOfSatisfying(
            JsonValue.Members.class,
            object -> assertThat(object.values()).hasSize((1 << DOUBLINGS) + 2));
  }
}

package dev.covet.base.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.covet.schema.Schema;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** S4.types: how JSON tells the records of a sealed type apart. */
class TagsTest {
  private static final Tags TAGS = Tags.of("type", "a", "b");

  @Test
  void aTagStandsFirstInTheNextObjectAndInNoOther() {
    var out = new JsonWriter(10);
    out.beginArray();
    for (int i = 0; i < 2; i++) {
      out.tag(TAGS, i);
      out.beginObject();
      out.name("in");
      out.beginObject();
      out.endObject();
      out.endObject();
      out.endTag();
    }
    out.endArray();

    assertThat(new String(out.toBytes(), UTF_8))
        .isEqualTo("[{\"type\":\"a\",\"in\":{}},{\"type\":\"b\",\"in\":{}}]");
  }

  @Test
  void aTagThatNoObjectHasTakenGoesIntoNoOther() {
    var out = new JsonWriter(10);
    out.tag(TAGS, 0);
    out.write("no object");

    assertThatIllegalStateException().isThrownBy(out::endTag).withMessageContaining("an object");
    out.clear();
    out.beginObject();
    out.endObject();
    assertThat(new String(out.toBytes(), UTF_8)).isEqualTo("{}");
  }

  @Test
  void aMessageListsTwentyTags() {
    var many = IntStream.range(0, 21).mapToObj(i -> "t" + i).toArray(String[]::new);

    assertThat(Tags.of("type", many).reason()).endsWith("t18, t19, ...");
    assertThat(TAGS.reason()).isEqualTo("must be one of a, b");
  }

  @Test
  void noTwoTagsAreOne() {
    assertThatIllegalArgumentException().isThrownBy(() -> Tags.of("type", "a", "a"));
    assertThatIllegalArgumentException().isThrownBy(() -> TAGS.alias("a", "b"));
    assertThat(TAGS.alias("b", "c").find("c")).isEqualTo(1);
  }

  @Test
  void namesAndTagsOfAnyCharactersAreFound() {
    var tags = Tags.of("a \"type\"", "ä\\b", "\u2028");
    var out = new JsonWriter(10);
    out.tag(tags, 1);
    out.beginObject();
    out.endObject();
    var text = out.toBytes();

    assertThat(new Json().read(text, new TagReading(tags))).isEqualTo(1);
  }

  /** Gives the position of a tag. */
  private record TagReading(Tags tags) implements Codec<Integer> {
    private static final Keys NONE = Keys.of();

    @Override
    public Integer read(JsonReader in) {
      int tag = in.readTag(tags);
      if (tag >= 0 && in.beginObject(NONE)) {
        in.nextKey();
        in.endObject();
      }
      return tag;
    }

    @Override
    public void write(JsonWriter out, Integer value) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Schema schema() {
      return Schema.any();
    }
  }
}

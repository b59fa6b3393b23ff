package dev.covet.base.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.covet.base.codec.Codecs;
import dev.covet.schema.Kind;
import dev.covet.schema.Schema;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WritersTest {
  private final Writers writers = new Writers();

  /** Writes so many texts inside of each other, more than writers are kept. */
  private record Nested(Writers writers, int depth) implements Codec<String> {
    @Override
    public @Nullable String read(JsonReader in) {
      return in.readString();
    }

    @Override
    public void write(JsonWriter out, String value) {
      out.beginArray();
      out.write(value);
      if (value.isEmpty()) {
        throw new IllegalArgumentException("nothing to write");
      }
      if (depth > 0) {
        var inner = writers.write(new Nested(writers, depth - 1), value + depth);
        out.write(new String(inner, UTF_8).replace('"', '-'));
      }
      out.endArray();
    }

    @Override
    public Schema schema() {
      return Schema.of(Kind.STRING);
    }
  }

  @Test
  void aTextThatIsWrittenWithinAnotherHasAWriterOfItsOwn() {
    for (int i = 0; i < 3; i++) {
      assertThat(new String(writers.write(new Nested(writers, 6), "x"), UTF_8))
          .startsWith("[\"x\",\"[-x6-,-[-x65-,")
          .endsWith("]\"]");
    }
  }

  @Test
  void aTextThatFailedLeavesNothingInTheNext() {
    for (int i = 0; i < 8; i++) {
      assertThatThrownBy(() -> writers.write(new Nested(writers, 0), ""))
          .isInstanceOf(IllegalArgumentException.class);
      assertThat(writers.write(Codecs.STRING, "whole")).asString(UTF_8).isEqualTo("\"whole\"");
    }
  }
}

package dev.covet.web.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.covet.base.codec.Codecs;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** W5: whatever text an event carries, a listener reads back what was sent, or the send fails. */
final class EventTextTest {
  private static final String[] PIECES = {
    "\n", "\r", "\r\n", " ", ":", "data: x", "id: 9", "event: y", "\0", "\uFEFF", "é", "🙂", "a", ""
  };

  private static String sent(Event<String> event) {
    var out = new ByteArrayOutputStream();
    new EventOut<>(out, Codecs.STRING, (_, _) -> {}).send(event);
    return out.toString(UTF_8);
  }

  private static List<Event<String>> read(String stream) throws IOException {
    var reader = new EventReader(new ByteArrayInputStream(stream.getBytes(UTF_8)));
    var events = new ArrayList<Event<String>>();
    for (var each = reader.next(); each != null; each = reader.next()) events.add(each);
    return events;
  }

  @Test
  void anyTextComesBackWithItsLines() throws IOException {
    var random = new Random(7);
    for (var round = 0; round < 5_000; round++) {
      var text = new StringBuilder();
      for (var i = random.nextInt(8); i > 0; i--) {
        text.append(PIECES[random.nextInt(PIECES.length)]);
      }
      var lines = text.toString().replace("\r\n", "\n").replace('\r', '\n');
      assertThat(read(sent(Event.of(text.toString()))))
          .singleElement()
          .extracting(Event::value)
          .isEqualTo(lines);
    }
  }

  @Test
  void whatStandsBesideTheDataComesBack() throws IOException {
    var event = Event.of("x").id("日本 1").name(" price: up ").retry(Duration.ofMillis(1_500));
    assertThat(sent(event)).isEqualTo("id: 日本 1\nevent:  price: up \nretry: 1500\ndata: x\n\n");
    assertThat(read(sent(event))).containsExactly(event);
    assertThat(read(sent(Event.of("x").id("")) + sent(Event.of("y"))))
        .extracting(Event::id)
        .containsExactly("", "");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a\rb", "a\nb", "a\r\nb", "a\0b", "\n", "a\uD83D", " a", "a ", "\ta", "a\u0001"})
  void anIdThatWouldNotComeBackIsRefused(String id) {
    assertThatThrownBy(() -> Event.of("x").id(id)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void soIsOneThatIsLongerThanWhatClientsMaySend() {
    assertThat(Event.of("x").id("i".repeat(256)).id()).hasSize(256);
    assertThatThrownBy(() -> Event.of("x").id("i".repeat(257)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at most 256 characters");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\rb", "a\nb", "a\0b", "", "a\uDC00"})
  void aNameThatWouldNotComeBackIsRefused(String name) {
    assertThatThrownBy(() -> Event.of("x").name(name)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void halfOfASurrogatePairIsRefusedAndNothingOfItLeaves() {
    var out = new ByteArrayOutputStream();
    var events = new EventOut<>(out, Codecs.STRING, (_, _) -> {});
    assertThatThrownBy(() -> events.send("a\uD83D")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> events.comment("a\uD83D"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(out.size()).isZero();
  }

  @Test
  void aTimeToComeAgainIsNeitherNegativeNorBeyondWhatBrowsersCount() {
    for (var wrong : List.of(Duration.ofMillis(-1), Duration.ofDays(25))) {
      assertThatThrownBy(() -> Event.of("x").retry(wrong))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void valuesAreJsonInOneLine() {
    var out = new ByteArrayOutputStream();
    new EventOut<>(out, Codecs.list(Codecs.STRING), (_, _) -> {}).send(List.of("a\nb", "c"));
    assertThat(out.toString(UTF_8)).isEqualTo("data: [\"a\\nb\",\"c\"]\n\n");
  }

  @Test
  void aCommentIsHeardByNobody() throws IOException {
    var out = new ByteArrayOutputStream();
    new EventOut<>(out, Codecs.STRING, (_, _) -> {}).comment("one\r\ndata: two");
    assertThat(out.toString(UTF_8)).isEqualTo(": one\n: data: two\n\n");
    assertThat(read(out.toString(UTF_8))).isEmpty();
  }

  /** The streams that browsers are tried with (Web Platform Tests, eventsource). */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          data:1\\r:\\ndata:2\\n\\n                        | 1\\n2
          data\\n\\n                                       | ''
          data:test\\ndata\\ndata:test\\n\\n               | test\\n\\ntest
          : a\\ndata:  two blanks\\n\\n                    | ' two blanks'
          data:a\\n                                        |
          data:a\\r\\ndata:b\\r\\n\\r\\n                   | a\\nb
          \\uFEFFdata:1\\n\\n                              | 1
          \\uFEFF\\uFEFFdata:1\\n\\n                       |
          Data:1\\n data:2\\ndata :3\\ndata:4\\n\\n        | 4
          id:1\\n\\nevent:x\\n\\ndata:5\\n\\n              | 5
          """)
  void streamsAreReadAsBrowsersDo(String stream, String data) throws IOException {
    assertThat(read(unescaped(stream)))
        .extracting(Event::value)
        .isEqualTo(data == null ? List.of() : List.of(unescaped(data)));
  }

  private static String unescaped(String text) {
    return text.replace("\\r", "\r").replace("\\n", "\n").replace("\\uFEFF", "\uFEFF");
  }
}

package dev.covet.base.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.api.Invalid;
import dev.covet.api.JsonValue;
import dev.covet.base.codec.Codecs;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the same bytes with Jackson: both refuse them, or both make the same value of them, but
 * where the list of documents says why not.
 */
class DifferentialTest {
  private static final int DOCUMENTS_MIN = 100;

  private final Json json = new Json();
  private final JsonMapper jackson =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.USE_BIG_INTEGER_FOR_INTS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /**
   * A line of the list.
   *
   * @param reason why the two may differ, or null
   */
  private record Document(String line, @Nullable String reason) {
    byte[] bytes() {
      return line.startsWith("hex:")
          ? HexFormat.of().parseHex(line.substring(4))
          : line.getBytes(UTF_8);
    }
  }

  private static List<Document> documents() {
    var documents = new ArrayList<Document>();
    String reason = null;
    for (var line : lines()) {
      if (line.startsWith("! ")) {
        reason = line.substring(2);
      } else if (!line.startsWith("# ")) {
        documents.add(new Document(line, reason));
        reason = null;
      }
    }
    return documents;
  }

  private static List<String> lines() {
    try (var in = DifferentialTest.class.getResourceAsStream("documents.txt")) {
      return List.of(new String(Objects.requireNonNull(in).readAllBytes(), UTF_8).split("\n"));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void thereAreAtLeastAHundredDocuments() {
    assertThat(documents()).hasSizeGreaterThanOrEqualTo(DOCUMENTS_MIN);
  }

  @TestFactory
  Stream<DynamicTest> everyDocumentIsReadAsJacksonDoesUnlessTheListSaysWhy() {
    return documents().stream()
        .map(document -> DynamicTest.dynamicTest(document.line(), () -> assertRead(document)));
  }

  private void assertRead(Document document) {
    var ours = ours(document.bytes());
    var theirs = theirs(document.bytes());
    if (document.reason() == null) {
      assertThat(ours).isEqualTo(theirs);
    } else {
      assertThat(ours).as("refused: " + document.reason()).isEmpty();
      assertThat(theirs).as("differs: " + document.reason()).isPresent();
    }
  }

  @Test
  void whatWeReadOfBrokenDocumentsJacksonReadsAsWell() {
    var randoms = new Randoms(6);
    var documents = documents();
    for (int round = 0; round < 100; round++) {
      for (var document : documents) {
        var bytes = randoms.broken(document.bytes());
        var ours = ours(bytes);
        if (ours.isPresent()) {
          assertThat(theirs(bytes)).as(new String(bytes, UTF_8)).isEqualTo(ours);
        }
      }
    }
  }

  @Test
  void jacksonReadsBackWhatWeWrite() {
    var randoms = new Randoms(7);
    for (int i = 0; i < 3_000; i++) {
      var value = randoms.value(4);
      assertThat(theirs(json.write(Codecs.VALUE, value))).contains(canonical(value));
    }
  }

  private Optional<JsonValue> ours(byte[] bytes) {
    try {
      return Optional.of(canonical(json.read(bytes, Codecs.VALUE)));
    } catch (MalformedJson | Invalid _) {
      return Optional.empty();
    }
  }

  private Optional<JsonValue> theirs(byte[] bytes) {
    try {
      var tree = jackson.readTree(bytes);
      return tree.isMissingNode() ? Optional.empty() : Optional.of(canonical(tree));
    } catch (JacksonException _) {
      return Optional.empty();
    }
  }

  private static JsonValue canonical(JsonNode node) {
    if (node.isNull()) {
      return JsonValue.NULL;
    } else if (node.isBoolean()) {
      return new JsonValue.Bool(node.booleanValue());
    } else if (node.isNumber()) {
      return canonical(new JsonValue.Decimal(node.decimalValue()));
    } else if (node.isString()) {
      return new JsonValue.Text(node.stringValue());
    } else if (node.isArray()) {
      return new JsonValue.Items(node.valueStream().map(DifferentialTest::canonical).toList());
    }
    var members = new LinkedHashMap<String, JsonValue>();
    node.forEachEntry((name, member) -> members.put(name, canonical(member)));
    return new JsonValue.Members(members);
  }

  /** Numbers without trailing zeros. */
  static JsonValue canonical(JsonValue value) {
    return switch (value) {
      case JsonValue.Decimal(var number) ->
          new JsonValue.Decimal(
              number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros());
      case JsonValue.Items(var items) ->
          new JsonValue.Items(items.stream().map(DifferentialTest::canonical).toList());
      case JsonValue.Members(var members) -> {
        var all = new LinkedHashMap<>(members);
        all.replaceAll((_, member) -> canonical(member));
        yield new JsonValue.Members(all);
      }
      case JsonValue.Null _, JsonValue.Bool _, JsonValue.Text _ -> value;
    };
  }
}

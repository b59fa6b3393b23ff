package dev.covet.cli.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.cli.document.ApiDocument;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Schemas that hold each other, in circles, chains and trees: compared in bounded time. */
@Timeout(300)
class LargeDocumentsTest {
  private static String schemas(int count, String schema) {
    return IntStream.range(0, count)
        .mapToObj(i ->
            "'S" + i + "': " + schema.replace("@1", "#/components/schemas/S" + (i + 1) % count))
        .collect(Collectors.joining(","));
  }

  private static ApiDocument document(int operations, String schemas) {
    var paths =
        IntStream.range(0, operations)
            .mapToObj(i ->
                ("'/o%s': {'post': {'requestBody': {'content': {'application/json': {'schema':"
                        + " {'$ref': '#/components/schemas/S0'}}}}}}")
                    .formatted(i))
            .collect(Collectors.joining(","));
    return Documents.of(
        "{'openapi': '3.1.0', 'paths': {%s}, 'components': {'schemas': {%s}}}"
            .formatted(paths, schemas));
  }

  @Test
  void fortyOperationsShareSchemasThatAllHoldEachOther() {
    var five =
        IntStream.range(0, 5)
            .mapToObj(i -> "'p" + i + "': {'$ref': '@1'}")
            .collect(Collectors.joining(","));
    var old = schemas(250, "{'type': 'object', 'properties': {" + five + ", 'n': {'maximum': 9}}}");
    var now = old.replace("'S7': {'type'", "'S7': {'required': ['n'], 'type'");

    var changes = ApiComparison.of(document(40, old), document(40, now));

    assertThat(changes.counts()).isEqualTo("5 changes: 5 break clients");
    assertThat(changes.all()).hasSize(200);
  }

  @Test
  void aChainOfFieldsMayBeAsDeepAsItLikes() {
    var old = schemas(5_000, "{'type': 'object', 'properties': {'next': {'$ref': '@1'}}}");
    var now = old.replace("'S4998': {", "'S4998': {'additionalProperties': false, ");

    assertThat(ApiComparison.of(document(1, old), document(1, now)).breaks()).isTrue();
  }

  @Test
  void aChainOfReferencesIsFollowedSoFar() {
    var old = schemas(5_000, "{'$ref': '@1'}");

    assertThat(ApiComparison.of(document(1, old), document(1, old)).isEmpty()).isTrue();
  }

  @Test
  void shapesThatDoubleAtEachStepAreCut() {
    var old = schemas(60, "{'anyOf': [{'$ref': '@1'}, {'$ref': '@1'}, {'type': 'string'}]}");

    assertThat(ApiComparison.of(document(2, old), document(2, old)).isEmpty()).isTrue();
  }

  @Test
  void allOfsThatDoubleAtEachStepAreCut() {
    var old = schemas(60, "{'allOf': [{'$ref': '@1'}, {'$ref': '@1'}]}");

    assertThat(ApiComparison.of(document(2, old), document(2, old)).isEmpty()).isTrue();
  }

  @Test
  void aCircleThroughSchemasThatHoldAtOnceIsFollowedOnce() {
    var old =
        """
        'S0': {'allOf': [
          {'type': 'object', 'properties': {'next': {'$ref': '#/components/schemas/S0'}, 'x': {'type': 'string'}}},
          {'properties': {'next': {'$ref': '#/components/schemas/S0'}}}]}\
        """;
    var now = old.replace("'string'", "'integer'");

    assertThat(ApiComparison.of(document(1, old), document(1, old)).isEmpty()).isTrue();
    assertThat(ApiComparison.of(document(1, old), document(1, now)).counts())
        .isEqualTo("1 change: 1 breaks clients");
  }

  /** Each schema is two at once, whose fields are two others: every set of them is one more. */
  private static String sets(int count) {
    return IntStream.range(0, count)
        .mapToObj(i ->
            "'S%s': {'allOf': [{'properties': {'a': {'$ref': '%s'}, 'n': {'type': 'string'}}}, {'properties': {'a': {'$ref': '%s'}, 'b': {'$ref': '%s'}}}]}"
                .formatted(
                    i, reference(i + 1, count), reference(2 * i, count), reference(3 * i, count)))
        .collect(Collectors.joining(","));
  }

  private static String reference(int schema, int count) {
    return "#/components/schemas/S" + schema % count;
  }

  @Test
  void setsOfSchemasThatDoubleAtEachStepAreComparedAsAWhole() {
    var old = sets(61);
    var now = old.replace("'S1': {'allOf'", "'S1': {'required': ['n'], 'allOf'");

    assertThat(ApiComparison.of(document(1, old), document(1, old)).isEmpty()).isTrue();
    assertThat(ApiComparison.of(document(1, old), document(1, now)).text())
        .contains(
            "the body differs, and has too many fields in each other to compare them all;"
                + " requests may be refused");
  }
}

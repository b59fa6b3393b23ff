package dev.covet.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.covet.api.Changes.Shape;
import dev.covet.api.Invalid;
import dev.covet.api.Problem;
import dev.covet.base.json.Codec;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What written codecs do: S1.val.422, S1.resp.model, S4.model.layers, security.md A9. */
final class CodecBehaviourTest {
  private static final String GOOD =
      """
      {"title": "paint", "pin": "1234", "price": 1.5, "weight": 2, "extra": {"a": [1, null]},
       "done": false, "contact": "a@b.org"}
      """;

  private static Codec<Object> input;
  private static Codec<Object> output;
  private static Codec<Object> stored;
  private static Codec<Object> shift;
  private static Codec<Object> step;
  private static Codec<Object> stepChanges;

  @BeforeAll
  static void compile(@TempDir Path folder) throws IOException, ReflectiveOperationException {
    var generated =
        Generated.from(folder, Generated.units(Path.of("src/test/resources/good/tasks")));
    input = generated.codec("tasks.TaskCodec", "INPUT");
    output = generated.codec("tasks.TaskCodec", "OUTPUT");
    stored = generated.codec("tasks.TaskCodec", "STORED");
    shift = generated.codec("tasks.ShiftCodec", "INPUT");
    step = generated.codec("tasks.StepCodec", "INPUT");
    stepChanges = generated.codec("tasks.StepCodec", "CHANGES");
  }

  @Test
  void anAnswerHoldsDefaultsAndComputedFieldsAndNothingSecret() {
    assertThat(Generated.again(input, output, GOOD))
        .isEqualTo(
            """
            {"id":"00000000-0000-0000-0000-000000000000","title":"paint","state":"todo","tags":[],\
            "grid":[],"steps":[],"due":null,"made":"1970-01-01T00:00:00.000Z","price":1.5,\
            "weight":2.0,"count":null,"size":5,"extra":{"a":[1,null]},"done":false,"last":null,\
            "no":0,"contact":"a@b.org","rank":0,"label":"a@b.org 0","open":true}\
            """);
  }

  @Test
  void whatIsStoredHasAllComponentsAndReadsBackTheSame() {
    var text = Generated.again(input, stored, GOOD);

    assertThat(text).contains("\"pin\":\"1234\",\"inside\":null").doesNotContain("label");
    assertThat(Generated.again(stored, stored, text)).isEqualTo(text);
  }

  @Test
  void whatClientsWriteHasNothingThatTheyMayNotSend() {
    assertThat(Generated.again(input, input, GOOD))
        .contains("\"pin\":\"1234\"")
        .doesNotContain("\"id\"", "made", "inside", "\"no\"", "rank", "label", "open");
  }

  /** A9; the record is strict, so that a name without a slot shows as unknown. */
  @ParameterizedTest
  @CsvSource({
    "id, '\"6ee5dd96-3b1f-4c06-9ec3-0ad0c8ed3fba\"'",
    "made, '\"2026-01-31T12:00:00Z\"'",
    "created, '\"2026-01-31T12:00:00Z\"'",
    "created-at, '\"2026-01-31T12:00:00Z\"'",
    "createdAt, '\"2026-01-31T12:00:00Z\"'",
    "inside, '\"x\"'",
    "no, 7",
    "number, 7",
    "rank, 7",
    "site, '{\"no\": 7}'",
    "open, true",
  })
  void readOnlyComponentsHaveNoSlotUnderAnyName(String name, String value) {
    var text = GOOD.replace("\"done\"", "\"%s\": %s, \"done\"".formatted(name, value));

    assertThat(Generated.problems(input, text)).containsExactly("unknown " + name);
  }

  @Test
  void everyProblemIsToldInTheOrderOfTheDocumentAndMissingOnesLast() {
    assertThat(
            Generated.problems(
                input,
                """
                {"weight": 11, "count": 0, "title": "UPPER", "name": "twice", "due": "1.2.2026",
                 "tags": ["", "longer", 5, "ok"], "grid": [[1, 0], [true], [1, 2, 3]],
                 "steps": [[{"in": " ", "key": 1}], 5], "state": "TODO", "price": 12345.678,
                 "pin": "1", "last": {"key": "x"}, "extra": null, "nothing": 1}
                """))
        .containsExactly(
            "too_large weight",
            "too_small count",
            "pattern title",
            "duplicate title",
            "type due",
            "blank tags[0]",
            "too_long tags[1]",
            "type tags[2]",
            "too_small grid[0][1]",
            "type grid[1][0]",
            "too_many grid[2]",
            "blank steps[0][0].in",
            "type steps[1]",
            "type state",
            "digits price",
            "too_short pin",
            "type last.key",
            "missing last.in",
            "unknown nothing",
            "missing done",
            "missing contact");
  }

  @ParameterizedTest
  @CsvSource({
    "'\"title\": \"paint\"', '\"title\": \" \"', title, blank, name it",
    "'\"title\": \"paint\"', '\"title\": \"P\"', title, pattern, 'use \"small\" letters'",
    "'\"done\"', '\"tags\": [\"longer\"], \"done\"', tags[0], too_long, a tag is short",
    "'\"weight\": 2', '\"weight\": 11', weight, too_large, must be at most 10",
  })
  void aMessageOfAConstraintIsTheReason(
      String right, String wrong, String field, String code, String reason) {
    assertThatThrownBy(() -> Generated.read(input, GOOD.replace(right, wrong)))
        .isInstanceOfSatisfying(
            Invalid.class,
            thrown ->
                assertThat(thrown.problems())
                    .extracting(Problem::field, Problem::code, Problem::reason)
                    .containsExactly(tuple(field, code, reason)));
  }

  @Test
  void rulesRunOnceEverythingElseIsRight() {
    var urgent = GOOD.replace("\"done\"", "\"state\": \"urgent\", \"done\"");

    assertThat(Generated.problems(input, urgent)).containsExactly("urgent_has_due ");
    assertThat(Generated.problems(input, urgent.replace("paint", "P")))
        .containsExactly("pattern title");
    assertThat(Generated.problems(input, GOOD.replace("a@b.org", "nobody@b.org")))
        .containsExactly("reachable ");
  }

  @Test
  void anEnumOfTheJdkIsReadAndWrittenByTheNamesOfItsConstants() {
    assertThat(Generated.again(shift, shift, "{\"others\": [\"FRIDAY\"]}"))
        .isEqualTo("{\"day\":\"MONDAY\",\"others\":[\"FRIDAY\"]}");
    assertThat(Generated.problems(shift, "{\"day\": \"friday\"}")).containsExactly("type day");
  }

  @ParameterizedTest
  @CsvSource({"13, invalid steps[0][1]", "14, invalid steps[0][1]", "15, odd steps[0][1].key"})
  void whatAConstructorRefusesIsAProblemAtTheRecord(int key, String problem) {
    var refused = "{\"in\": \"b\", \"key\": %d}".formatted(key);
    var text =
        GOOD.replace(
            "\"done\"", "\"steps\": [[{\"in\": \"a\", \"key\": 1}, " + refused + "]], \"done\"");

    assertThat(Generated.problems(input, text)).containsExactly(problem);
    assertThat(Generated.problems(step, refused))
        .containsExactly(problem.replaceAll("steps\\[0\\]\\[1\\]\\.?", ""));
  }

  @Test
  void anyOtherExceptionOfAConstructorIsNoProblemOfTheClient() {
    assertThatThrownBy(() -> Generated.read(step, "{\"in\": \"a\", \"key\": 16}"))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aConstructorThatChecksTellsEveryProblem() {
    assertThat(Generated.problems(step, "{\"in\": \" \", \"key\": \"x\"}"))
        .containsExactly("blank in", "type key");
    assertThatThrownBy(() -> Generated.read(stepChanges, "{\"in\": null}"))
        .isInstanceOf(Invalid.class);
  }

  @Test
  void changesHoldWhatIsThereAndNothingElse() {
    assertThat(Generated.again(stepChanges, stepChanges, "{\"key\": 5, \"x\": 1}"))
        .isEqualTo("{\"key\":5}");
    assertThat(Generated.problems(stepChanges, "{\"in\": \"\", \"key\": 1.5}"))
        .containsExactly("blank in", "type key");
  }

  @Test
  void aRecordMadeByHandIsCheckedAsOneThatWasRead() throws ReflectiveOperationException {
    var task = Generated.read(input, GOOD);
    var shape = shapeOf(task);
    var values = shape.values(task);
    values[3] = java.util.Arrays.asList("", null, "ok");
    values[8] = "1";

    assertThat(shape.check(task)).isEmpty();
    assertThat(shape.check(shape.make(values)))
        .extracting(problem -> problem.code() + " " + problem.field())
        .containsExactly("blank tags[0]", "null tags[1]", "too_short pin");
  }

  @SuppressWarnings("unchecked") // a record and its shape
  private static Shape<Object> shapeOf(Object task) throws ReflectiveOperationException {
    var codec = task.getClass().getClassLoader().loadClass("tasks.TaskCodec");
    return (Shape<Object>) codec.getField("SHAPE").get(null);
  }
}

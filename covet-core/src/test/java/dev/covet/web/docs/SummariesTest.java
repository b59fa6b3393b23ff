package dev.covet.web.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.covet.schema.BodySchema;
import dev.covet.schema.ObjectSchema;
import dev.covet.schema.Operation;
import dev.covet.schema.ResponseSchema;
import dev.covet.schema.Schema;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** S4.docs: an operation without Javadoc is called as its method is. */
class SummariesTest {
  private static final Schema HOUSE = ObjectSchema.of("House", "a.House").ref();
  private static final ResponseSchema ONE = ResponseSchema.of(200, BodySchema.json(HOUSE));
  private static final ResponseSchema MANY =
      ResponseSchema.of(200, BodySchema.json(Schema.listOf(HOUSE)));

  @ParameterizedTest
  @CsvSource({
    "Heroes.create, Create hero",
    "Heroes.read, Read hero",
    "Heroes.delete, Delete hero",
    "Heroes.list, List heroes",
    "Heroes.count, Count heroes",
    "Teams.update, Update team",
    "Categories.add, Add category",
    "Boxes.find, Find box",
    "Houses.get, Get house",
    "OrderItems.create, Create order item",
    "Storage.show, Show storage",
    "Heroes.findByName, Find hero by name",
    "Heroes.markDone, Mark done",
    "Heroes.names, Names",
    "Heroes.exportCSVFile, Export csv file",
    "hello, Hello",
  })
  void aMethodIsSaidInWords(String source, String summary) {
    assertThat(summary(source, ONE)).isEqualTo(summary);
  }

  @Test
  void aMethodThatAnswersSeveralIsAboutSeveral() {
    assertThat(summary("Heroes.get", MANY)).isEqualTo("Get heroes");
    assertThat(summary("Heroes.findByName", MANY)).isEqualTo("Find heroes by name");
  }

  @Test
  void javadocComesFirst() {
    var operation =
        Operation.of("GET", "/", "Heroes.list").described("All of them.", "").responds(MANY);

    assertThat(new Summaries(List.of(operation)).of(operation)).isEqualTo("All of them.");
  }

  private static String summary(String source, ResponseSchema answer) {
    var operation = Operation.of("GET", "/", source).responds(answer);
    return new Summaries(List.of(operation)).of(operation);
  }
}

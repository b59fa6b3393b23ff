package dev.covet.web.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Maps in JSON Schema. */
class HeldJsonTest {
  private static final Map<String, Object> NAME = Map.of("type", "string", "maxLength", 12);
  private static final Map<String, Object> REST =
      Map.of("propertyNames", NAME, "additionalProperties", Map.of("type", "string"));

  /** An enum must have an element. */
  @Test
  void whereThereAreNoFieldsEachNameIsOneOfTheMap() {
    var object = new LinkedHashMap<String, Object>(Map.of("properties", Map.of()));

    HeldJson.others(object, REST);

    assertThat(object).containsEntry("propertyNames", NAME);
  }

  @Test
  void namesOfFieldsAreNotThoseOfTheMap() {
    var object = new LinkedHashMap<String, Object>(Map.of("properties", Map.of("a", Map.of())));

    HeldJson.others(object, REST);

    assertThat(object)
        .containsEntry(
            "propertyNames", Map.of("anyOf", List.of(Map.of("enum", List.of("a")), NAME)));
  }
}

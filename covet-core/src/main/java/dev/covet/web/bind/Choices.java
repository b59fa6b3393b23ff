package dev.covet.web.bind;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The constants of an enum by the texts that clients send. */
public final class Choices {
  private Choices() {}

  /**
   * The constants in their order, which is that of messages.
   *
   * @param texts as many as there are constants
   */
  public static <T> Map<String, T> of(List<String> texts, List<T> constants) {
    var byText = new LinkedHashMap<String, T>();
    for (int i = 0; i < texts.size(); i++) byText.put(texts.get(i), constants.get(i));
    return Collections.unmodifiableMap(byText);
  }
}

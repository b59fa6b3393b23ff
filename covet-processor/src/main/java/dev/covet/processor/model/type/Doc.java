package dev.covet.processor.model.type;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a Javadoc comment says, without its markup.
 *
 * @param summary its first sentence, {@code ""} without a comment
 * @param text all of it before the first block tag
 * @param params the text of each {@code @param}, by name
 * @param returns the text of {@code @return}
 * @param deprecated the text of {@code @deprecated}
 */
public record Doc(
    String summary, String text, Map<String, String> params, String returns, String deprecated) {
  /** No comment. */
  public static final Doc NONE = new Doc("", "", Map.of(), "", "");

  /** Copies the map, sorted: its text is the same on every run. */
  public Doc {
    params = Collections.unmodifiableSortedMap(new TreeMap<>(params));
  }

  /** What follows the first sentence, {@code ""} if nothing does. */
  public String rest() {
    return text.substring(Math.min(summary.length(), text.length())).strip();
  }

  /** The text of a parameter or component, {@code ""} if there is none. */
  public String param(String name) {
    return params.getOrDefault(name, "");
  }
}

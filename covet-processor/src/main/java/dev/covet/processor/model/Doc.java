package dev.covet.processor.model;

import java.util.Map;

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

  /** Copies the map. */
  public Doc {
    params = Map.copyOf(params);
  }

  /** The text of a parameter or component, {@code ""} if there is none. */
  public String param(String name) {
    return params.getOrDefault(name, "");
  }
}

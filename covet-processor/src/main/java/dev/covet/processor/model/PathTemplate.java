package dev.covet.processor.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A path with variables: {@code /heroes/{id}}, {@code /files/{rest...}}.
 *
 * @param text with one slash at its start and none at its end
 */
public record PathTemplate(String text) {

  /** The path of a route below a prefix; either may be empty, and slashes do not pile up. */
  public static PathTemplate of(String prefix, String path) {
    var joined = ("/" + prefix + "/" + path).replaceAll("/+", "/");
    var ends = joined.length() > 1 && joined.endsWith("/");
    return new PathTemplate(ends ? joined.substring(0, joined.length() - 1) : joined);
  }

  /** Names of the variables, from the left. */
  public List<String> variables() {
    var names = new ArrayList<String>();
    for (var segment : segments()) {
      if (isVariable(segment)) {
        names.add(segment.substring(1, segment.length() - 1).replace("...", ""));
      }
    }
    return names;
  }

  /** The parts between the slashes. */
  public List<String> segments() {
    return Arrays.asList(text.substring(1).split("/", -1));
  }

  /** The path with each variable as {@code {}}: what two routes must not have in common. */
  public String shape() {
    return "/" + String.join("/", segments().stream().map(PathTemplate::shape).toList());
  }

  private static String shape(String segment) {
    if (!isVariable(segment)) {
      return segment;
    }
    return segment.endsWith("...}") ? "{...}" : "{}";
  }

  private static boolean isVariable(String segment) {
    return segment.startsWith("{") && segment.endsWith("}");
  }
}

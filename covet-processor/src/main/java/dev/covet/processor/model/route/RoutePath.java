package dev.covet.processor.model.route;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A path with variables: {@code /heroes/{id}}, {@code /files/{rest...}}.
 *
 * @param text with one slash at its start and none at its end
 */
public record RoutePath(String text) {
  private static final Pattern SLASHES_AROUND = Pattern.compile("^/+|/+$");

  /** What the server refuses in a path, and where the query begins. */
  private static final Pattern UNMATCHED = Pattern.compile("[\\p{Cntrl}\\\\?]");

  /** What follows the name of a variable elsewhere: its type or a pattern. */
  private static final Pattern MORE_THAN_NAME = Pattern.compile("[:*=<>(\\[]");

  /** The path of a route below a prefix; either may be empty, and slashes do not pile up. */
  public static RoutePath of(String prefix, String path) {
    var joined =
        Stream.of(prefix, path)
            .map(each -> SLASHES_AROUND.matcher(each).replaceAll(""))
            .filter(each -> !each.isEmpty())
            .collect(Collectors.joining("/"));
    return new RoutePath("/" + joined);
  }

  /**
   * What is wrong with it, to stand after its text: the table of routes would refuse it, or no
   * request could have such a path. Empty if it is right.
   */
  public Optional<String> fault() {
    var before = new ArrayList<String>();
    for (var segment : text.equals("/") ? List.<String>of() : segments()) {
      var fault = fault(segment, before);
      if (fault.isPresent()) return fault;
      before.add(segment);
    }
    return Optional.empty();
  }

  private static Optional<String> fault(String segment, List<String> before) {
    if (!before.isEmpty() && before.getLast().endsWith("...}")) {
      return Optional.of("goes on after a rest");
    }
    return segment.indexOf('{') < 0 && segment.indexOf('}') < 0
        ? literalFault(segment)
        : variableFault(segment, before);
  }

  private static Optional<String> literalFault(String segment) {
    if (segment.isEmpty()) return Optional.of("has nothing between two slashes");
    if (segment.equals(".") || segment.equals("..")) {
      return Optional.of("has a dot segment, which no request has");
    }
    return UNMATCHED.matcher(segment).find()
        ? Optional.of("has a character that is in no path")
        : Optional.empty();
  }

  private static Optional<String> variableFault(String segment, List<String> before) {
    if (!isVariable(segment)) return Optional.of("has a variable that is not a whole segment");
    var name = name(segment);
    if (name.isEmpty() || name.indexOf('{') >= 0 || name.indexOf('}') >= 0) {
      return Optional.of("has a variable without a name");
    }
    if (MORE_THAN_NAME.matcher(name).find()) {
      return Optional.of("has a variable with more than a name: its type is that of the parameter");
    }
    return before.stream().filter(RoutePath::isVariable).map(RoutePath::name).anyMatch(name::equals)
        ? Optional.of("has the variable " + name + " twice")
        : Optional.empty();
  }

  /** Names of the variables, from the left. */
  public List<String> variables() {
    var names = new ArrayList<String>();
    for (var segment : segments()) {
      if (isVariable(segment)) names.add(name(segment));
    }
    return names;
  }

  /** The parts between the slashes. */
  public List<String> segments() {
    return Arrays.asList(text.substring(1).split("/", -1));
  }

  /** The path with each variable as {@code {}}: what two routes must not have in common. */
  public String shape() {
    return "/" + String.join("/", segments().stream().map(RoutePath::shape).toList());
  }

  private static String shape(String segment) {
    if (!isVariable(segment)) return segment;
    return segment.endsWith("...}") ? "{...}" : "{}";
  }

  private static String name(String variable) {
    var end = variable.length() - (variable.endsWith("...}") ? 4 : 1);
    return variable.substring(1, end);
  }

  private static boolean isVariable(String segment) {
    return segment.startsWith("{") && segment.endsWith("}");
  }
}

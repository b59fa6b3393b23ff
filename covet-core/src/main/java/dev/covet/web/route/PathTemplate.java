package dev.covet.web.route;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A path with variables, such as {@code /heroes/{id}}. A variable stands for one whole segment that
 * is not empty; {@code {rest...}}, at the end, for one segment or more.
 *
 * @param text the template without a slash at its end
 * @param names the variables' names in their order
 * @param segments what stands between the slashes
 */
public record PathTemplate(String text, List<String> names, List<Segment> segments) {
  /** One piece of a template. */
  public sealed interface Segment {
    /** Text that must be there. */
    record Literal(String text) implements Segment {}

    /** Any one segment. */
    record Variable(String name) implements Segment {}

    /** All segments that are left. */
    record Rest(String name) implements Segment {}
  }

  /** The template; its lists are copied. */
  public PathTemplate {
    names = List.copyOf(names);
    segments = List.copyOf(segments);
  }

  /**
   * The template that is written so.
   *
   * @throws IllegalArgumentException if it does not begin with a slash, a variable is not a whole
   *     segment or is there twice, or something follows a rest
   */
  public static PathTemplate of(String path) {
    if (!path.startsWith("/")) throw wrong(path, "does not begin with a slash");
    var text =
        path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    var segments = new ArrayList<Segment>();
    var names = new ArrayList<String>();
    for (var piece : text.equals("/") ? new String[0] : text.substring(1).split("/", -1)) {
      if (!segments.isEmpty() && segments.getLast() instanceof Segment.Rest) {
        throw wrong(path, "goes on after a rest");
      }
      segments.add(segment(path, piece, names));
    }
    return new PathTemplate(text, names, segments);
  }

  private static Segment segment(String path, String piece, List<String> names) {
    if (piece.indexOf('{') < 0 && piece.indexOf('}') < 0) return new Segment.Literal(piece);
    var isRest = piece.endsWith("...}");
    if (!piece.startsWith("{") || !piece.endsWith("}")) {
      throw wrong(path, "has a variable that is not a whole segment");
    }
    var name = piece.substring(1, piece.length() - (isRest ? 4 : 1));
    if (name.isEmpty() || name.indexOf('{') >= 0 || name.indexOf('}') >= 0) {
      throw wrong(path, "has a variable without a name");
    }
    if (names.contains(name)) throw wrong(path, "has the variable " + name + " twice");
    names.add(name);
    return isRest ? new Segment.Rest(name) : new Segment.Variable(name);
  }

  private static IllegalArgumentException wrong(String path, String what) {
    return new IllegalArgumentException("The path " + path + " " + what);
  }

  /** What two templates have in common that match the same paths equally well. */
  String shape() {
    return segments.stream()
        .map(segment ->
            switch (segment) {
              case Segment.Literal(var literal) -> "/" + literal;
              case Segment.Variable _ -> "/{}";
              case Segment.Rest _ -> "/{...}";
            })
        .collect(Collectors.joining());
  }

  @Override
  public String toString() {
    return text;
  }
}

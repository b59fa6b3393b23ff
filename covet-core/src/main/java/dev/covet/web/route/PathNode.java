package dev.covet.web.route;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A node of a radix tree: text that must be there, then what may follow. Changed only at start. */
final class PathNode {
  private static final PathNode[] NONE = {};

  private String text;
  private List<PathNode> following = new ArrayList<>();
  private PathNode[] literals = NONE;
  private @Nullable PathNode variable;
  private @Nullable Route rest;
  private @Nullable Route route;

  PathNode(String text) {
    this.text = text;
  }

  void add(Route added) {
    var node = this;
    var literal = new StringBuilder();
    if (added.template().segments().isEmpty()) literal.append('/');
    for (var segment : added.template().segments()) {
      literal.append('/');
      switch (segment) {
        case PathTemplate.Segment.Literal(var part) -> literal.append(part);
        case PathTemplate.Segment.Variable _ -> {
          node = node.literal(literal.toString()).variable();
          literal.setLength(0);
        }
        case PathTemplate.Segment.Rest _ -> {
          node.literal(literal.toString()).rest = added;
          return;
        }
      }
    }
    (literal.isEmpty() ? node : node.literal(literal.toString())).route = added;
  }

  /** The node that is reached by a text, made if need be by splitting what shares its beginning. */
  private PathNode literal(String wanted) {
    for (var child : following) {
      var shared = sharedLength(child.text, wanted);
      if (shared == 0) continue;
      if (shared < child.text.length()) child.split(shared);
      return shared == wanted.length() ? child : child.literal(wanted.substring(shared));
    }
    var child = new PathNode(wanted);
    following.add(child);
    return child;
  }

  private PathNode variable() {
    var known = variable;
    if (known == null) variable = known = new PathNode("");
    return known;
  }

  private static int sharedLength(String one, String other) {
    var length = 0;
    var max = Math.min(one.length(), other.length());
    while (length < max && one.charAt(length) == other.charAt(length)) length++;
    return length;
  }

  private void split(int at) {
    var lower = new PathNode(text.substring(at));
    lower.following = following;
    lower.variable = variable;
    lower.rest = rest;
    lower.route = route;
    text = text.substring(0, at);
    following = new ArrayList<>(List.of(lower));
    variable = null;
    rest = null;
    route = null;
  }

  /** Ends the building: from now on this node is only read. */
  void settle() {
    literals = following.toArray(NONE);
    for (var child : literals) child.settle();
    if (variable != null) variable.settle();
  }

  /** The route for what is left of a path, whose own text begins at {@code from}; null for none. */
  @Nullable Route find(RouteTable.Walk walk, int from, int depth) {
    if (!walk.path.startsWith(text, from)) return null;
    var at = from + text.length();
    if (at == walk.path.length()) return route;
    var found = afterLiteral(walk, at, depth);
    if (found == null && variable != null) found = afterVariable(variable, walk, at, depth);
    if (found == null && rest != null) {
      walk.variable(depth, at, walk.path.length());
      return rest;
    }
    return found;
  }

  private @Nullable Route afterLiteral(RouteTable.Walk walk, int at, int depth) {
    var next = walk.path.charAt(at);
    for (var child : literals) {
      if (child.text.charAt(0) == next) return child.find(walk, at, depth);
    }
    return null;
  }

  private static @Nullable Route afterVariable(
      PathNode variable, RouteTable.Walk walk, int at, int depth) {
    var slash = walk.path.indexOf('/', at);
    var end = slash < 0 ? walk.path.length() : slash;
    if (end == at) return null;
    var found = variable.find(walk, end, depth + 1);
    if (found != null) walk.variable(depth, at, end);
    return found;
  }
}

package dev.covet.cli.contract;

import dev.covet.api.JsonValue;
import dev.covet.cli.document.ApiDocument;
import dev.covet.cli.document.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Compares the parameters of an operation: those of its path count as its own. */
record ParameterComparison(Sides sides, Judge judge) {
  private static final Pattern VARIABLE = Pattern.compile("\\{([^}]*)}");

  /** Headers that documents say in other places (OpenAPI 3.1, 4.8.12.2). */
  private static final Set<String> IGNORED = Set.of("accept", "content-type", "authorization");

  /** A parameter as a client sees it. */
  private record Known(Subject at, Map<String, JsonValue> words) {
    boolean isRequired() {
      return Tree.isTrue(words.get("required"));
    }

    /** Its schema, also where that is one of a media type. */
    JsonValue schema() {
      var content = Tree.members(words.get("content")).values().stream().findFirst();
      var ofContent = content.map(media -> Tree.members(media).get("schema"));
      return words.getOrDefault("schema", ofContent.orElse(SchemaComparison.ANYTHING));
    }

    /** How its value is written. */
    String form() {
      var in = Tree.text(words.get("in"));
      var usual = in.equals("query") || in.equals("cookie") ? "form" : "simple";
      var style = words.containsKey("style") ? Tree.text(words.get("style")) : usual;
      var explode =
          words.containsKey("explode") ? Tree.isTrue(words.get("explode")) : style.equals("form");
      var types = Tree.members(words.get("content")).keySet();
      return types.isEmpty() ? style + (explode ? ", exploded" : "") : String.join(", ", types);
    }
  }

  void compare(ApiDocument.Entry old, ApiDocument.Entry now) {
    var known = parameters(sides.old(), old);
    var current = parameters(sides.current(), now);
    known.forEach((key, parameter) -> {
      var same = current.get(key);
      if (same == null) {
        gone(parameter);
      } else {
        compare(parameter, same);
      }
    });
    current.forEach((key, parameter) -> {
      if (!known.containsKey(key)) added(parameter);
    });
  }

  private void gone(Known parameter) {
    if (!judge.isSent()) {
      judge.breaks(parameter.at(), "is gone", "clients that read it find nothing");
      return;
    }
    judge.mayBreak(
        parameter.at(), "is gone", "it is ignored, so requests with it get another response");
  }

  private void added(Known parameter) {
    if (!judge.isSent()) {
      judge.compatible(parameter.at(), "is new");
    } else if (parameter.isRequired()) {
      judge.breaks(parameter.at(), "is new and required", "requests without it are refused");
    } else {
      judge.compatible(parameter.at(), "is new and optional");
    }
  }

  private void compare(Known old, Known now) {
    var at = now.at();
    if (now.isRequired() != old.isRequired()) required(at, now.isRequired());
    if (!old.form().equals(now.form())) {
      judge.differs(at, "is written as " + now.form() + " now, was " + old.form());
    }
    new SchemaComparison(sides, judge).compare(old.schema(), now.schema(), at);
  }

  private void required(Subject at, boolean isRequired) {
    if (judge.isSent() && isRequired) {
      judge.breaks(at, "is required now", "requests without it are refused");
    } else if (judge.isSent()) {
      judge.compatible(at, "is optional now");
    } else if (isRequired) {
      judge.compatible(at, "is always there now");
    } else {
      judge.breaks(at, "may be missing now", "clients that rely on it fail");
    }
  }

  /** By place and name: variables of the path by their order, headers whatever their case. */
  private static Map<String, Known> parameters(ApiDocument document, ApiDocument.Entry operation) {
    var variables = new ArrayList<String>();
    VARIABLE.matcher(operation.path()).results().forEach(each -> variables.add(each.group(1)));
    var all = new LinkedHashMap<String, Known>();
    for (var words : List.of(operation.around(), operation.words())) {
      for (var each : Tree.items(words.get("parameters"))) {
        var parameter = document.members(each);
        var name = Tree.text(parameter.get("name"));
        var in = Tree.text(parameter.get("in"));
        var known = new Known(Subject.parameter(in, name), parameter);
        all.put(in + " " + key(in, name, variables), known);
      }
    }
    IGNORED.forEach(header -> all.remove("header " + header));
    return all;
  }

  private static String key(String in, String name, List<String> variables) {
    return switch (in) {
      case "path" -> variables.contains(name) ? "#" + variables.indexOf(name) : name;
      case "header" -> name.toLowerCase(Locale.ROOT);
      default -> name;
    };
  }
}

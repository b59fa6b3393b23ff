package dev.covet.data.type;

import dev.covet.api.ApiError;
import dev.covet.api.JsonValue;
import dev.covet.base.codec.Codecs;
import dev.covet.base.json.Json;
import dev.covet.base.problem.CodePoints;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Looks for U+0000 in JSON. */
final class Nul {
  private static final Json JSON = new Json(Document.STORED);

  private Nul() {}

  /** The names and indexes on the way to the first; none if the text itself is not looked into. */
  static List<Object> way(String json) {
    var way = new ArrayList<Object>();
    try {
      isIn(JSON.read(json.getBytes(StandardCharsets.UTF_8), Codecs.VALUE), way);
    } catch (ApiError _) {
      way.clear();
    }
    return way;
  }

  private static boolean isIn(JsonValue value, List<Object> way) {
    return switch (value) {
      case JsonValue.Text(var text) -> isIn(text);
      case JsonValue.Items(var items) -> isInOne(items, way);
      case JsonValue.Members(var members) ->
          members.entrySet().stream().anyMatch(each -> isIn(each.getKey(), each.getValue(), way));
      default -> false;
    };
  }

  private static boolean isIn(String text) {
    return text.indexOf(0) >= 0;
  }

  private static boolean isInOne(List<JsonValue> items, List<Object> way) {
    for (var i = 0; i < items.size(); i++) {
      if (isBelow(i, items.get(i), way)) return true;
    }
    return false;
  }

  private static boolean isIn(String name, JsonValue value, List<Object> way) {
    if (isIn(name)) {
      way.add(CodePoints.shownName(name));
      return true;
    }
    return isBelow(CodePoints.shownName(name), value, way);
  }

  private static boolean isBelow(Object step, JsonValue value, List<Object> way) {
    way.add(step);
    var found = isIn(value, way);
    if (!found) way.removeLast();
    return found;
  }
}

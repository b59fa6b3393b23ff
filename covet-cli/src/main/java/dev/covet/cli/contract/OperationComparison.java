package dev.covet.cli.contract;

import dev.covet.api.JsonValue;
import dev.covet.cli.document.ApiDocument;
import dev.covet.cli.document.Tree;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Compares an operation as it was with what it is now. */
final class OperationComparison {
  private static final Set<String> COMPARED =
      Set.of(
          "operationId", "tags", "parameters", "requestBody", "responses", "security", "callbacks");

  private final Sides sides;
  private final ChangeList changes;
  private final PartComparison parts;
  private String name = "";

  OperationComparison(Sides sides, ChangeList changes) {
    this.sides = sides;
    this.changes = changes;
    this.parts = new PartComparison(sides, this::add);
  }

  void compare(ApiDocument.Entry old, ApiDocument.Entry now) {
    name = now.name();
    if (!old.name().equals(now.name())) {
      add(Effect.COMPATIBLE, "was " + old.name() + "; requests are the same");
    }
    if (!old.id().equals(now.id())) {
      var what = "has the operationId \"" + now.id() + "\" now, was \"" + old.id() + "\"";
      add(Effect.BREAKS, what + "; generated clients have another method");
    }
    security(old, now);
    new ParameterComparison(sides, parts.judge(Flow.SENT)).compare(old, now);
    body(old.words().get("requestBody"), now.words().get("requestBody"));
    responses(old.words(), now.words());
    new WebhookComparison(sides, changes)
        .compare(sides.old().callbacks(old), sides.current().callbacks(now));
    parts.differences("", COMPARED, old.words(), now.words());
    parts.differences("", ApiDocument.AROUND, old.around(), now.around());
  }

  private void add(Effect effect, String text) {
    changes.add(new Change(effect, name, text));
  }

  private void security(ApiDocument.Entry old, ApiDocument.Entry now) {
    var had = SecurityTerms.of(sides.old(), old.words());
    var has = SecurityTerms.of(sides.current(), now.words());
    for (var way : had.notIn(has)) {
      add(
          Effect.BREAKS,
          way.isEmpty()
              ? "needs " + has.shownBeside(had) + " now; requests without are refused"
              : way + " is not enough any more; requests need " + has.shownBeside(had));
    }
    for (var way : has.notIn(had)) {
      add(Effect.COMPATIBLE, way.isEmpty() ? "needs no credentials now" : "also takes " + way);
    }
  }

  private void body(@Nullable JsonValue oldBody, @Nullable JsonValue newBody) {
    if (oldBody == null && newBody == null) return;
    var old = sides.old().members(oldBody);
    var now = sides.current().members(newBody);
    var required = Tree.isTrue(now.get("required"));
    if (oldBody == null) {
      add(
          required ? Effect.BREAKS : Effect.COMPATIBLE,
          "takes a body now" + (required ? "; requests without it are refused" : ""));
    } else if (newBody == null) {
      add(Effect.MAY_BREAK, "takes no body any more; what clients send in it is ignored");
    } else {
      required(Tree.isTrue(old.get("required")), required);
      bodies(Tree.members(old.get("content")), Tree.members(now.get("content")));
      parts.differences(" of the body", Set.of("required", "content"), old, now);
    }
  }

  private void required(boolean old, boolean now) {
    if (now && !old) add(Effect.BREAKS, "the body is required now; requests without are refused");
    if (old && !now) add(Effect.COMPATIBLE, "the body is optional now");
  }

  private void bodies(Map<String, JsonValue> old, Map<String, JsonValue> now) {
    for (var type : PartComparison.both(old, now)) {
      if (!now.containsKey(type)) {
        add(Effect.BREAKS, "does not take " + type + " any more; requests with it get 415");
      } else if (!old.containsKey(type)) {
        add(Effect.COMPATIBLE, "also takes " + type);
      } else {
        parts.media(Flow.SENT, old.get(type), now.get(type), Subject.body(type));
      }
    }
  }

  private void responses(Map<String, JsonValue> oldWords, Map<String, JsonValue> newWords) {
    var old = Tree.members(oldWords.get("responses"));
    var now = Tree.members(newWords.get("responses"));
    for (var status : PartComparison.both(old, now)) {
      if (!now.containsKey(status)) {
        gone(status);
      } else if (!old.containsKey(status)) {
        added(status);
      } else {
        response(
            status, sides.old().members(old.get(status)), sides.current().members(now.get(status)));
      }
    }
  }

  private static boolean isError(String status) {
    return status.startsWith("4") || status.startsWith("5") || status.equals("default");
  }

  private void gone(String status) {
    add(
        isError(status) ? Effect.MAY_BREAK : Effect.BREAKS,
        "response " + status + " is gone; clients that wait for it get another");
  }

  private void added(String status) {
    if (isError(status)) {
      add(Effect.COMPATIBLE, "response " + status + " is new");
    } else {
      add(
          Effect.MAY_BREAK,
          "response " + status + " is new; clients that know the others alone may fail");
    }
  }

  private void response(String status, Map<String, JsonValue> old, Map<String, JsonValue> now) {
    var oldTypes = Tree.members(old.get("content"));
    var newTypes = Tree.members(now.get("content"));
    for (var type : PartComparison.both(oldTypes, newTypes)) {
      if (!newTypes.containsKey(type)) {
        add(
            Effect.BREAKS,
            "response " + status + " is never " + type + " any more; clients cannot read it");
      } else if (!oldTypes.containsKey(type)) {
        add(Effect.COMPATIBLE, "response " + status + " may be " + type + " now");
      } else {
        parts.media(
            Flow.GOT, oldTypes.get(type), newTypes.get(type), Subject.response(status, type));
      }
    }
    headers(status, headers(sides.old(), old), headers(sides.current(), now));
    parts.differences(" of response " + status, Set.of("content", "headers"), old, now);
  }

  private static Map<String, Map<String, JsonValue>> headers(
      ApiDocument document, Map<String, JsonValue> response) {
    var all = new TreeMap<String, Map<String, JsonValue>>(String.CASE_INSENSITIVE_ORDER);
    Tree.members(response.get("headers"))
        .forEach((header, value) -> all.put(header, document.members(value)));
    return all;
  }

  private void headers(
      String status,
      Map<String, Map<String, JsonValue>> old,
      Map<String, Map<String, JsonValue>> now) {
    old.forEach((header, words) -> {
      var at = Subject.header(status, header);
      var same = now.get(header);
      if (same == null) {
        parts.judge(Flow.GOT).breaks(at, "is gone", "clients that read it find nothing");
      } else {
        header(words, same, at);
      }
    });
    now.forEach((header, _) -> {
      if (!old.containsKey(header)) {
        parts.judge(Flow.GOT).compatible(Subject.header(status, header), "is new");
      }
    });
  }

  private void header(Map<String, JsonValue> old, Map<String, JsonValue> now, Subject at) {
    var wasRequired = Tree.isTrue(old.get("required"));
    var isRequired = Tree.isTrue(now.get("required"));
    if (wasRequired && !isRequired) {
      parts.judge(Flow.GOT).breaks(at, "may be missing now", "clients that rely on it fail");
    } else if (isRequired && !wasRequired) {
      parts.judge(Flow.GOT).compatible(at, "is always there now");
    }
    parts.schema(Flow.GOT, old.get("schema"), now.get("schema"), at);
    parts.differences(" of " + at, Set.of("schema", "required"), old, now);
  }
}

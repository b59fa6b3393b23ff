package dev.covet.cli.contract;

import dev.covet.api.JsonValue;
import dev.covet.cli.document.ApiDocument;
import dev.covet.cli.document.Tree;
import java.util.Map;
import java.util.Set;

/**
 * Compares what an API calls at addresses that clients have named: webhooks, and callbacks of an
 * operation. There clients are receivers: what is sent to them is what they get, and what they
 * answer is what they send.
 */
final class WebhookComparison {
  private static final Set<String> COMPARED =
      Set.of("operationId", "tags", "parameters", "requestBody", "responses");

  private final Sides sides;
  private final ChangeList changes;
  private final PartComparison parts;
  private String name = "";

  WebhookComparison(Sides sides, ChangeList changes) {
    this.sides = sides;
    this.changes = changes;
    this.parts = new PartComparison(sides, this::add);
  }

  void compare(Map<String, ApiDocument.Entry> old, Map<String, ApiDocument.Entry> now) {
    old.forEach((key, webhook) -> {
      name = webhook.name();
      var same = now.get(key);
      if (same == null) {
        add(Effect.BREAKS, "is gone; clients wait for it in vain");
      } else {
        compare(webhook, same);
      }
    });
    now.forEach((key, webhook) -> {
      name = webhook.name();
      if (!old.containsKey(key)) add(Effect.COMPATIBLE, "is new");
    });
  }

  /** What a client sees of a change is told of it as of a receiver, who answers. */
  private void add(Effect effect, String text) {
    var seen = text.lastIndexOf("; ");
    var told =
        seen < 0
            ? text
            : text.substring(0, seen)
                + text.substring(seen)
                    .replace("clients", "receivers")
                    .replace("requests", "answers");
    changes.add(new Change(effect, name, told));
  }

  private void compare(ApiDocument.Entry old, ApiDocument.Entry now) {
    new ParameterComparison(sides, parts.judge(Flow.GOT)).compare(old, now);
    body(
        sides.old().members(old.words().get("requestBody")),
        sides.current().members(now.words().get("requestBody")));
    responses(
        Tree.members(old.words().get("responses")), Tree.members(now.words().get("responses")));
    parts.differences("", COMPARED, old.words(), now.words());
    parts.differences("", ApiDocument.AROUND, old.around(), now.around());
  }

  private void body(Map<String, JsonValue> old, Map<String, JsonValue> now) {
    var isRequired = Tree.isTrue(now.get("required"));
    if (isRequired != Tree.isTrue(old.get("required"))) {
      add(
          isRequired ? Effect.COMPATIBLE : Effect.BREAKS,
          isRequired
              ? "the body is always there now"
              : "the body may be missing now; clients that rely on it fail");
    }
    parts.differences(" of the body", Set.of("required", "content"), old, now);
    var oldTypes = Tree.members(old.get("content"));
    var newTypes = Tree.members(now.get("content"));
    for (var type : PartComparison.both(oldTypes, newTypes)) {
      if (!newTypes.containsKey(type)) {
        add(Effect.BREAKS, "the body is never " + type + " any more; clients cannot read it");
      } else if (!oldTypes.containsKey(type)) {
        add(Effect.COMPATIBLE, "the body may be " + type + " now");
      } else {
        parts.media(Flow.GOT, oldTypes.get(type), newTypes.get(type), Subject.body(type));
      }
    }
  }

  private void responses(Map<String, JsonValue> old, Map<String, JsonValue> now) {
    for (var status : PartComparison.both(old, now)) {
      if (!now.containsKey(status)) {
        add(
            status.startsWith("2") ? Effect.BREAKS : Effect.MAY_BREAK,
            "response " + status + " is gone; requests with it mean something else");
      } else if (!old.containsKey(status)) {
        add(Effect.COMPATIBLE, "response " + status + " is new");
      } else {
        response(
            status, sides.old().members(old.get(status)), sides.current().members(now.get(status)));
      }
    }
  }

  private void response(String status, Map<String, JsonValue> old, Map<String, JsonValue> now) {
    var oldTypes = Tree.members(old.get("content"));
    var newTypes = Tree.members(now.get("content"));
    for (var type : PartComparison.both(oldTypes, newTypes)) {
      var at = Subject.response(status, type);
      if (!newTypes.containsKey(type)) {
        add(
            newTypes.isEmpty() ? Effect.COMPATIBLE : Effect.BREAKS,
            at + " is not read any more" + (newTypes.isEmpty() ? "" : "; requests with it fail"));
      } else if (!oldTypes.containsKey(type)) {
        add(
            oldTypes.isEmpty() ? Effect.BREAKS : Effect.COMPATIBLE,
            at + " is read now" + (oldTypes.isEmpty() ? "; requests without it fail" : ""));
      } else {
        parts.media(Flow.SENT, oldTypes.get(type), newTypes.get(type), at);
      }
    }
    parts.differences(" of response " + status, Set.of("content"), old, now);
  }
}

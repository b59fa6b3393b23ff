package dev.covet.cli.contract;

import dev.covet.api.JsonValue;
import dev.covet.cli.document.ApiDocument;
import dev.covet.cli.document.Sameness;
import dev.covet.cli.document.Tree;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares an API as it was with what it is now, as its clients see it. */
final class ApiComparison {
  private static final Set<String> COMPARED =
      Set.of("openapi", "info", "servers", "paths", "webhooks", "components", "tags", "security");

  private final Sides sides;
  private final ChangeList changes = new ChangeList();

  private ApiComparison(ApiDocument before, ApiDocument after) {
    this.sides = Sides.of(before, after);
  }

  /** Everything that differs for clients. */
  static ChangeList of(ApiDocument before, ApiDocument after) {
    var comparison = new ApiComparison(before, after);
    comparison.operations();
    new WebhookComparison(comparison.sides, comparison.changes)
        .compare(before.webhooks(), after.webhooks());
    comparison.servers();
    comparison.others();
    return comparison.changes;
  }

  private void operations() {
    var old = sides.old().operations();
    var now = sides.current().operations();
    old.forEach((key, operation) -> {
      var same = now.get(key);
      if (same == null) {
        gone(operation, now);
      } else {
        new OperationComparison(sides, changes).compare(operation, same);
      }
    });
    now.forEach((key, operation) -> {
      if (!old.containsKey(key)) {
        changes.add(new Change(Effect.COMPATIBLE, operation.name(), "is new"));
      }
    });
  }

  private void gone(ApiDocument.Entry operation, Map<String, ApiDocument.Entry> now) {
    var byId = new HashMap<String, String>();
    now.values().forEach(each -> byId.put(each.id(), each.name()));
    var moved = operation.id().isEmpty() ? null : byId.get(operation.id());
    var path = ApiDocument.shape(operation.path());
    var isPathLeft =
        now.values().stream().anyMatch(each -> ApiDocument.shape(each.path()).equals(path));
    var seen = "; requests get " + (isPathLeft ? "405" : "404");
    var text = (moved == null ? "is gone" : "has moved to " + moved) + seen;
    changes.add(new Change(Effect.BREAKS, operation.name(), text));
  }

  /** A document that names no server promises none: clients have been given a URL elsewhere. */
  private void servers() {
    var old = urls(sides.old());
    var now = urls(sides.current());
    for (var url : old) {
      if (!now.contains(url) && !(now.isEmpty() && url.equals("/"))) {
        add(Effect.MAY_BREAK, "server " + url + " is gone; clients that call it may fail");
      }
    }
    for (var url : now) {
      if (!old.contains(url)) add(Effect.COMPATIBLE, "server " + url + " is new");
    }
  }

  private static Set<String> urls(ApiDocument document) {
    var urls = new LinkedHashSet<String>();
    for (var server : Tree.items(document.root().get("servers"))) {
      urls.add(Tree.text(Tree.members(server).get("url")));
    }
    return urls;
  }

  /** Compares what no part of this comparison knows. */
  private void others() {
    var words = new LinkedHashSet<>(sides.old().root().keySet());
    words.addAll(sides.current().root().keySet());
    words.removeAll(COMPARED);
    words.removeIf(ApiDocument::isText);
    for (var word : words) {
      var old = sides.old().root().get(word);
      var now = sides.current().root().get(word);
      if (!Sameness.of(sides.old(), old, sides.current(), now)) {
        add(Effect.MAY_BREAK, differs(word, old, now));
      }
    }
  }

  /** Says that something differs of which it is not known here what it means. */
  static String differs(String word, @Nullable JsonValue old, @Nullable JsonValue now) {
    return word + " is " + Tree.shown(now) + " now, was " + Tree.shown(old) + "; clients may fail";
  }

  private void add(Effect effect, String text) {
    changes.add(new Change(effect, "The API", text));
  }
}

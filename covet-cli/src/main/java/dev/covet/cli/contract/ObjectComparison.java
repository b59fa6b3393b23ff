package dev.covet.cli.contract;

import dev.covet.api.JsonValue;
import dev.covet.cli.document.Alternative;
import dev.covet.cli.document.AlternativesReader;
import dev.covet.cli.document.Tree;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Compares the fields of two shapes. */
final class ObjectComparison {
  private final SchemaComparison schemas;
  private final Judge judge;
  private final Subject at;
  private final Map<String, JsonValue> before;
  private final Map<String, JsonValue> after;

  ObjectComparison(SchemaComparison schemas, Subject at, Alternative before, Alternative after) {
    this.schemas = schemas;
    this.judge = schemas.judge();
    this.at = at;
    this.before = before.words();
    this.after = after.words();
  }

  void compare() {
    var old = fields(before, schemas.before());
    var now = fields(after, schemas.after());
    var names = new LinkedHashSet<>(old.keySet());
    names.addAll(now.keySet());
    for (var name : names) {
      var oldField = old.get(name);
      var newField = now.get(name);
      if (oldField != null && newField != null) {
        same(name, oldField, newField);
      } else if (oldField != null) {
        gone(name, oldField);
      } else if (newField != null) {
        added(name, newField);
      }
    }
    others();
    names();
  }

  /** Those that go this way, also those that are only required. */
  private Map<String, JsonValue> fields(Map<String, JsonValue> words, AlternativesReader reader) {
    var all = new LinkedHashMap<>(Tree.members(words.get("properties")));
    var hidden = judge.isSent() ? "readOnly" : "writeOnly";
    required(words).forEach(name -> all.putIfAbsent(name, SchemaComparison.ANYTHING));
    all.values().removeIf(schema -> reader.says(schema, hidden));
    return all;
  }

  private static Set<String> required(Map<String, JsonValue> words) {
    return new LinkedHashSet<>(Tree.texts(words.get("required")));
  }

  private void same(String name, JsonValue old, JsonValue now) {
    var field = at.field(name);
    var wasRequired = required(before).contains(name);
    var isRequired = required(after).contains(name);
    if (isRequired && !wasRequired) {
      if (judge.isSent()) {
        judge.breaks(field, "is required now", "requests without it are refused");
      } else {
        judge.compatible(field, "is always there now");
      }
    } else if (wasRequired && !isRequired) {
      if (judge.isSent()) {
        judge.compatible(field, "is optional now");
      } else {
        judge.breaks(field, "may be missing now", "clients that rely on it fail");
      }
    }
    schemas.later(old, now, field);
  }

  private void gone(String name, JsonValue old) {
    var field = at.field(name);
    var others = others(after);
    if (!judge.isSent()) {
      judge.breaks(field, "is gone", "clients that read it find nothing");
    } else if (Tree.isFalse(others)) {
      judge.breaks(field, "is gone", "requests with it are refused");
    } else {
      judge.compatible(field, "is gone; requests with it are still accepted");
      if (!Tree.members(others).isEmpty()) schemas.later(old, others, field);
    }
  }

  private void added(String name, JsonValue now) {
    var field = at.field(name);
    var others = others(before);
    if (judge.isSent() && required(after).contains(name)) {
      judge.breaks(field, "is new and required", "requests without it are refused");
    } else if (!judge.isSent() && Tree.isFalse(others)) {
      judge.mayBreak(field, "is new", "clients that refuse fields that they do not know fail");
    } else {
      judge.compatible(field, "is new" + (judge.isSent() ? " and optional" : ""));
    }
    if (!Tree.members(others).isEmpty()) schemas.later(others, now, field);
  }

  /** The schema of fields that are not named. */
  private static JsonValue others(Map<String, JsonValue> words) {
    var others = words.getOrDefault("additionalProperties", SchemaComparison.ANYTHING);
    return Tree.isTrue(others) ? SchemaComparison.ANYTHING : others;
  }

  private void others() {
    var old = others(before);
    var now = others(after);
    if (!Tree.isFalse(old) && !Tree.isFalse(now)) {
      schemas.later(old, now, at.others());
    } else if (!Tree.isFalse(old)) {
      judge.tighter(at, "has no other fields now", "other fields");
    } else if (!Tree.isFalse(now)) {
      judge.looser(at, "may have other fields now", "fields that they do not know");
    }
  }

  private void names() {
    var old = before.getOrDefault("propertyNames", SchemaComparison.ANYTHING);
    var now = after.getOrDefault("propertyNames", SchemaComparison.ANYTHING);
    schemas.later(old, now, at.names());
  }
}

package dev.covet.cli.contract;

import dev.covet.api.JsonValue;
import dev.covet.cli.document.ApiDocument;
import dev.covet.cli.document.Sameness;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Compares parts that operations and webhooks have.
 *
 * @param changes gets what is said
 */
record PartComparison(Sides sides, BiConsumer<Effect, String> changes) {
  /**
   * What each line of JSON Lines or each event is; the schema of the whole says only that it is
   * text. OpenAPI 3.2 calls it {@code itemSchema}.
   */
  private static final String ITEM_SCHEMA = "x-itemSchema";

  Judge judge(Flow flow) {
    return new Judge(flow, changes);
  }

  void media(Flow flow, @Nullable JsonValue old, @Nullable JsonValue now, Subject at) {
    var oldMedia = sides.old().members(old);
    var newMedia = sides.current().members(now);
    schema(flow, oldMedia.get("schema"), newMedia.get("schema"), at);
    schema(flow, piece(sides.old(), oldMedia), piece(sides.current(), newMedia), at.items());
    differences(" of " + at, Set.of("schema"), oldMedia, newMedia);
  }

  /** What each piece of a body is; of an event the JSON that is its data. */
  private static @Nullable JsonValue piece(ApiDocument document, Map<String, JsonValue> media) {
    var item = document.members(media.get(ITEM_SCHEMA));
    var data = document.members(document.members(item.get("properties")).get("data"));
    return data.containsKey("contentSchema") ? data.get("contentSchema") : media.get(ITEM_SCHEMA);
  }

  /** Compares two schemas; where none is, any value may be. */
  void schema(Flow flow, @Nullable JsonValue old, @Nullable JsonValue now, Subject at) {
    new SchemaComparison(sides, judge(flow))
        .compare(
            Objects.requireNonNullElse(old, SchemaComparison.ANYTHING),
            Objects.requireNonNullElse(now, SchemaComparison.ANYTHING),
            at);
  }

  /** Compares words of which it is not known here what they mean. */
  void differences(
      String of, Set<String> compared, Map<String, JsonValue> old, Map<String, JsonValue> now) {
    for (var word : both(old, now)) {
      var isSame =
          compared.contains(word)
              || ApiDocument.isText(word)
              || Sameness.of(sides.old(), old.get(word), sides.current(), now.get(word));
      if (!isSame) {
        changes.accept(
            Effect.MAY_BREAK, ApiComparison.differs(word + of, old.get(word), now.get(word)));
      }
    }
  }

  static Set<String> both(Map<String, ?> ones, Map<String, ?> others) {
    var all = new LinkedHashSet<>(ones.keySet());
    all.addAll(others.keySet());
    return all;
  }
}

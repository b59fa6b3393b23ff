package dev.covet.gen;

import dev.covet.api.JsonValue;
import dev.covet.base.codec.Codecs;
import dev.covet.base.json.Codec;
import dev.covet.base.json.Json;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Values as a path, a query, headers, cookies and forms hold them: as in JSON, without quotes. */
final class SentTexts {
  private static final Json JSON = new Json();

  private SentTexts() {}

  /** The texts of a value: none for null, one for each element of a list. */
  static <T> List<String> of(Codec<T> codec, @Nullable T value) {
    return value == null ? List.of() : texts(tree(codec, value)).toList();
  }

  private static <T> JsonValue tree(Codec<T> codec, T value) {
    return JSON.read(JSON.write(codec, value), Codecs.VALUE);
  }

  private static Stream<String> texts(JsonValue value) {
    return switch (value) {
      case JsonValue.Null _ -> Stream.of();
      case JsonValue.Bool(var truth) -> Stream.of(String.valueOf(truth));
      case JsonValue.Decimal(var number) -> Stream.of(number.toString());
      case JsonValue.Text(var text) -> Stream.of(text);
      case JsonValue.Items(var values) -> values.stream().flatMap(SentTexts::texts);
      case JsonValue.Members _ ->
          throw new IllegalArgumentException("An object cannot be sent as a text");
    };
  }
}

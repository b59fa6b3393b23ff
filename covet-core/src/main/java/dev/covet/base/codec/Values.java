package dev.covet.base.codec;

import dev.covet.api.JsonValue;
import dev.covet.base.json.Codec;
import dev.covet.base.json.JsonReader;
import dev.covet.base.json.JsonWriter;
import dev.covet.schema.Schema;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/** Any JSON value. */
record Values() implements Codec<JsonValue> {
  @Override
  public @Nullable JsonValue read(JsonReader in) {
    return switch (in.token()) {
      case '{' -> members(in);
      case '[' -> items(in);
      case '"' -> text(in);
      case 't', 'f' -> new JsonValue.Bool(in.readBoolean());
      case 'n' -> in.readNull() ? JsonValue.NULL : null;
      default -> number(in);
    };
  }

  private static @Nullable JsonValue text(JsonReader in) {
    var text = in.readString();
    return text == null ? null : new JsonValue.Text(text);
  }

  private static @Nullable JsonValue number(JsonReader in) {
    var number = in.readDecimal();
    return number == null ? null : new JsonValue.Decimal(number);
  }

  private @Nullable JsonValue items(JsonReader in) {
    var items = ListOf.read(in, this);
    return items == null ? null : new JsonValue.Items(items);
  }

  private @Nullable JsonValue members(JsonReader in) {
    var members = new LinkedHashMap<String, JsonValue>();
    in.beginObject();
    for (var name = in.nextName(); name != null; name = in.nextName()) {
      if (members.containsKey(name)) in.problem("duplicate", "must be given only once");
      var value = read(in);
      if (in.valid() && value != null) members.putIfAbsent(name, value);
    }
    return in.endObject() ? new JsonValue.Members(members) : null;
  }

  @Override
  public void write(JsonWriter out, JsonValue value) {
    switch (value) {
      case JsonValue.Null() -> out.writeNull();
      case JsonValue.Bool(var bool) -> out.write(bool);
      case JsonValue.Decimal(var number) -> out.write(number);
      case JsonValue.Text(var text) -> out.write(text);
      case JsonValue.Items(var items) -> out.write(this, items);
      case JsonValue.Members(var members) -> {
        out.beginObject();
        members.forEach((name, member) -> {
          out.name(name);
          write(out, member);
        });
        out.endObject();
      }
    }
  }

  @Override
  public Schema schema() {
    return Schema.any();
  }
}

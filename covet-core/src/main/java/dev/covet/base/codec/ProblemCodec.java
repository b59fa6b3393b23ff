package dev.covet.base.codec;

import dev.covet.api.Problem;
import dev.covet.base.json.Codec;
import dev.covet.base.json.JsonReader;
import dev.covet.base.json.JsonWriter;
import dev.covet.base.json.Keys;
import dev.covet.schema.Kind;
import dev.covet.schema.ObjectSchema;
import dev.covet.schema.Property;
import dev.covet.schema.Schema;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;

/** Problems, as answers have them: field, location, code, reason. */
@NullUnmarked // what is not read yet is null
record ProblemCodec() implements Codec<Problem> {
  private static final Codec<Object> ELEMENT = new Element();

  private static final ObjectSchema SCHEMA =
      ObjectSchema.of(
              "Problem",
              "dev.covet.api.Problem",
              Property.of("field", text())
                  .described("Where the value is, as one string: items[3].qty"),
              Property.of("location", Schema.listOf(ELEMENT.schema()))
                  .described(
                      "Where the value is, element by element: the source, then names and indexes"),
              Property.of("code", text()).described("What is wrong, as a code that stays the same"),
              Property.of("reason", text()).described("What would be right, for people to read"))
          .described("One invalid value of a request.");

  private static final Keys KEYS =
      Keys.of("field", "location", "code", "reason").require("field", "location", "code", "reason");

  private static final byte[] FIELD = JsonWriter.encodeKey("field");
  private static final byte[] LOCATION = JsonWriter.encodeKey("location");
  private static final byte[] CODE = JsonWriter.encodeKey("code");
  private static final byte[] REASON = JsonWriter.encodeKey("reason");

  private static Schema text() {
    return Schema.of(Kind.STRING);
  }

  @Override
  public Problem read(JsonReader in) {
    if (!in.beginObject(KEYS)) return null;
    var texts = new String[4];
    List<Object> location = null;
    for (int key = in.nextKey(); key >= 0; key = in.nextKey()) {
      if (key == 1) {
        location = ListOf.read(in, ELEMENT);
      } else {
        texts[key] = in.readString();
      }
    }
    return in.endObject() && location != null
        ? new Problem(texts[0], location, texts[2], texts[3])
        : null;
  }

  @Override
  public void write(JsonWriter out, Problem problem) {
    out.beginObject();
    out.field(FIELD, problem.field());
    out.list(LOCATION, ELEMENT, problem.location());
    out.field(CODE, problem.code());
    out.field(REASON, problem.reason());
    out.endObject();
  }

  @Override
  public Schema schema() {
    return SCHEMA.ref();
  }

  /** One element of a location: a name or a position. */
  private record Element() implements Codec<Object> {
    @Override
    public Object read(JsonReader in) {
      return in.token() == '"' ? in.readString() : (Object) in.readInt();
    }

    @Override
    public void write(JsonWriter out, Object element) {
      if (element instanceof Integer position) {
        out.write(position.intValue());
      } else {
        out.write(element.toString());
      }
    }

    @Override
    public Schema schema() {
      return Schema.anyOf(Schema.of(Kind.STRING), Schema.of(Kind.INT));
    }
  }
}

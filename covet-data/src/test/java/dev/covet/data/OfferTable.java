package dev.covet.data;

import dev.covet.api.Changes.Shape;
import dev.covet.api.Problem;
import dev.covet.base.codec.Codecs;
import dev.covet.base.json.Codec;
import dev.covet.base.json.JsonReader;
import dev.covet.base.json.JsonWriter;
import dev.covet.base.json.Keys;
import dev.covet.base.problem.Constraints;
import dev.covet.base.problem.Problems;
import dev.covet.data.table.Column;
import dev.covet.data.table.ColumnSpec;
import dev.covet.data.table.LongColumn;
import dev.covet.data.table.Mapping;
import dev.covet.data.table.TextColumn;
import dev.covet.data.table.ValueColumn;
import dev.covet.data.table.WholeColumn;
import dev.covet.data.type.SqlType;
import dev.covet.schema.Constraint;
import dev.covet.schema.Kind;
import dev.covet.schema.ObjectSchema;
import dev.covet.schema.Property;
import dev.covet.schema.Schema;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The table {@code offer} of {@link Offer}. */
final class OfferTable implements Mapping<Offer, Long> {
  private static final Shape<Offer> SHAPE = new OfferShape();

  static final OfferTable OFFER = new OfferTable();

  final LongColumn<Offer> id = new LongColumn<>(SHAPE, ColumnSpec.of(0, "id", "id").key());
  final TextColumn<Offer> name = new TextColumn<>(SHAPE, ColumnSpec.of(1, "name", "name"));
  final WholeColumn<Offer, Integer> low =
      new WholeColumn<>(SHAPE, ColumnSpec.of(2, "low", "low"), SqlType.INT);
  final WholeColumn<Offer, Integer> high =
      new WholeColumn<>(SHAPE, ColumnSpec.of(3, "high", "high"), SqlType.INT);
  final TextColumn<Offer> origin =
      new TextColumn<>(SHAPE, ColumnSpec.of(4, "origin", "origin").readOnly());
  final ValueColumn<Offer, Offer.Terms> terms =
      new ValueColumn<>(SHAPE, ColumnSpec.of(5, "terms", "terms"), SqlType.json(new TermsCodec()));

  private final List<Column<Offer, ?>> columns = List.of(id, name, low, high, origin, terms);

  private OfferTable() {}

  @Override
  public String table() {
    return "offer";
  }

  @Override
  public String entity() {
    return "Offer";
  }

  @Override
  public Shape<Offer> shape() {
    return SHAPE;
  }

  @Override
  public ObjectSchema schema() {
    return ObjectSchema.of(
        "Offer",
        "dev.covet.data.Offer",
        Property.of("id", Schema.of(Kind.LONG)).asReadOnly(),
        Property.of("name", Schema.of(Kind.STRING, Constraint.notBlank())),
        Property.of("low", Schema.of(Kind.INT, Constraint.atLeast("0"))),
        Property.of("high", Schema.of(Kind.INT, Constraint.atLeast("0"))),
        Property.of("origin", Schema.of(Kind.STRING)).asReadOnly(),
        Property.of("terms", TermsCodec.SCHEMA.ref()));
  }

  @Override
  public boolean hasRules() {
    return true;
  }

  @Override
  public List<Column<Offer, ?>> columns() {
    return columns;
  }

  @Override
  public LongColumn<Offer> key() {
    return id;
  }

  private static final class OfferShape implements Shape<Offer> {
    @Override
    public List<String> names() {
      return List.of("id", "name", "low", "high", "origin", "terms");
    }

    @Override
    public @Nullable Object[] values(Offer it) {
      return new @Nullable Object[] {
        it.id(), it.name(), it.low(), it.high(), it.origin(), it.terms()
      };
    }

    @Override
    public Offer make(@Nullable Object[] it) {
      return new Offer(
          (long) Objects.requireNonNull(it[0]),
          (String) Objects.requireNonNull(it[1]),
          (int) Objects.requireNonNull(it[2]),
          (int) Objects.requireNonNull(it[3]),
          (String) Objects.requireNonNull(it[4]),
          (Offer.Terms) Objects.requireNonNull(it[5]));
    }

    @Override
    public List<Problem> check(Offer it) {
      var problems = new Problems();
      var at = problems.at("body");
      Constraints.notBlank(at.field("name"), it.name());
      Constraints.min(at.field("low"), it.low(), 0);
      Constraints.min(at.field("high"), it.high(), 0);
      if (problems.isEmpty()) {
        Constraints.assertTrue(at, it.isOrdered(), "is_ordered", "low must not be above high");
      }
      return problems.list();
    }
  }

  private static final class TermsCodec implements Codec<Offer.Terms> {
    static final ObjectSchema SCHEMA =
        ObjectSchema.of(
            "Terms",
            "dev.covet.data.Offer.Terms",
            Property.of("days", Schema.of(Kind.INT)),
            Property.of("places", Schema.listOf(Schema.of(Kind.STRING))));

    private static final Keys KEYS = Keys.of("days", "places").require("days", "places");
    private static final byte[] DAYS = JsonWriter.encodeKey("days");
    private static final byte[] PLACES = JsonWriter.encodeKey("places");

    @Override
    public Offer.@Nullable Terms read(JsonReader in) {
      if (!in.beginObject(KEYS)) {
        return null;
      }
      var days = 0;
      List<String> places = null;
      for (var key = in.nextKey(); key >= 0; key = in.nextKey()) {
        if (key == 0) {
          days = in.readInt();
        } else {
          places = Codecs.readList(in, Codecs.STRING);
        }
      }
      return in.endObject() && places != null ? new Offer.Terms(days, places) : null;
    }

    @Override
    public void write(JsonWriter out, Offer.Terms terms) {
      out.beginObject();
      out.field(DAYS, terms.days());
      out.list(PLACES, Codecs.STRING, terms.places());
      out.endObject();
    }

    @Override
    public Schema schema() {
      return SCHEMA.ref();
    }
  }
}

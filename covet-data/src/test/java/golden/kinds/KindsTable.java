package golden.kinds;

import dev.covet.api.Changes.Shape;
import dev.covet.api.JsonValue;
import dev.covet.api.Problem;
import dev.covet.base.codec.Codecs;
import dev.covet.data.table.Column;
import dev.covet.data.table.ColumnSpec;
import dev.covet.data.table.DecimalColumn;
import dev.covet.data.table.DoubleColumn;
import dev.covet.data.table.ListColumn;
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
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The table {@code kinds} of {@link Kinds}. */
public final class KindsTable implements Mapping<Kinds, UUID> {
  private static final Shape<Kinds> SHAPE = new KindsShape();

  /** The table {@code kinds}. */
  public static final KindsTable KINDS = new KindsTable();

  /** Column {@code id}. */
  public final ValueColumn<Kinds, UUID> id =
      new ValueColumn<>(SHAPE, ColumnSpec.of(0, "id", "id").key(), SqlType.UUID);

  /** Column {@code flag}. */
  public final ValueColumn<Kinds, Boolean> flag =
      new ValueColumn<>(SHAPE, ColumnSpec.of(1, "flag", "flag"), SqlType.BOOLEAN);

  /** Column {@code small}. */
  public final WholeColumn<Kinds, Integer> small =
      new WholeColumn<>(SHAPE, ColumnSpec.of(2, "small", "small"), SqlType.INT);

  /** Column {@code big}. */
  public final LongColumn<Kinds> big =
      new LongColumn<>(SHAPE, ColumnSpec.of(3, "big", "big").nullable());

  /** Column {@code real}. */
  public final DoubleColumn<Kinds> real =
      new DoubleColumn<>(SHAPE, ColumnSpec.of(4, "real", "real"));

  /** Column {@code text}. */
  public final TextColumn<Kinds> text = new TextColumn<>(SHAPE, ColumnSpec.of(5, "text", "text"));

  /** Column {@code state}. */
  public final ValueColumn<Kinds, State> state =
      new ValueColumn<>(SHAPE, ColumnSpec.of(6, "state", "state"), SqlType.choice(State.values()));

  /** Column {@code price}. */
  public final DecimalColumn<Kinds> price =
      new DecimalColumn<>(SHAPE, ColumnSpec.of(7, "price", "price"), SqlType.decimal(2));

  /** Column {@code day}. */
  public final ValueColumn<Kinds, LocalDate> day =
      new ValueColumn<>(SHAPE, ColumnSpec.of(8, "day", "day"), SqlType.DATE);

  /** Column {@code moment}. */
  public final ValueColumn<Kinds, Instant> moment =
      new ValueColumn<>(SHAPE, ColumnSpec.of(9, "moment", "moment"), SqlType.INSTANT);

  /** Column {@code moments}. */
  public final ListColumn<Kinds, Instant> moments =
      new ListColumn<>(
          SHAPE,
          ColumnSpec.of(10, "moments", "moments"),
          SqlType.json(Codecs.list(Codecs.INSTANT)));

  /** Column {@code tree}. */
  public final ValueColumn<Kinds, JsonValue> tree =
      new ValueColumn<>(SHAPE, ColumnSpec.of(11, "tree", "tree"), SqlType.json(Codecs.VALUE));

  private final List<Column<Kinds, ?>> columns =
      List.of(id, flag, small, big, real, text, state, price, day, moment, moments, tree);

  private KindsTable() {}

  @Override
  public String table() {
    return "kinds";
  }

  @Override
  public String entity() {
    return "Kinds";
  }

  @Override
  public Shape<Kinds> shape() {
    return SHAPE;
  }

  @Override
  public ObjectSchema schema() {
    return ObjectSchema.of(
        "Kinds",
        "golden.kinds.Kinds",
        Property.of("id", Schema.of(Kind.UUID)),
        Property.of("flag", Schema.of(Kind.BOOLEAN)),
        Property.of("small", Schema.of(Kind.INT)),
        Property.of("big", Schema.of(Kind.LONG).orNull()),
        Property.of("real", Schema.of(Kind.DOUBLE)),
        Property.of("text", Schema.of(Kind.STRING)),
        Property.of("state", Schema.choice("State", "", "TODO", "DONE")),
        Property.of("price", Schema.of(Kind.DECIMAL, Constraint.digits(16, 2))),
        Property.of("day", Schema.of(Kind.DATE)),
        Property.of("moment", Schema.of(Kind.INSTANT)),
        Property.of("moments", Schema.listOf(Schema.of(Kind.INSTANT))),
        Property.of("tree", Schema.any()));
  }

  @Override
  public List<Column<Kinds, ?>> columns() {
    return columns;
  }

  @Override
  public ValueColumn<Kinds, UUID> key() {
    return id;
  }

  private static final class KindsShape implements Shape<Kinds> {
    @Override
    public List<String> names() {
      return List.of(
          "id", "flag", "small", "big", "real", "text", "state", "price", "day", "moment",
          "moments", "tree");
    }

    @Override
    public @Nullable Object[] values(Kinds it) {
      return new @Nullable Object[] {
        it.id(),
        it.flag(),
        it.small(),
        it.big(),
        it.real(),
        it.text(),
        it.state(),
        it.price(),
        it.day(),
        it.moment(),
        it.moments(),
        it.tree()
      };
    }

    @Override
    @SuppressWarnings("unchecked") // the list holds what its column's codec reads
    public Kinds make(@Nullable Object[] it) {
      return new Kinds(
          (UUID) Objects.requireNonNull(it[0]),
          (boolean) Objects.requireNonNull(it[1]),
          (int) Objects.requireNonNull(it[2]),
          (Long) it[3],
          (double) Objects.requireNonNull(it[4]),
          (String) Objects.requireNonNull(it[5]),
          (State) Objects.requireNonNull(it[6]),
          (BigDecimal) Objects.requireNonNull(it[7]),
          (LocalDate) Objects.requireNonNull(it[8]),
          (Instant) Objects.requireNonNull(it[9]),
          (List<Instant>) Objects.requireNonNull(it[10]),
          (JsonValue) Objects.requireNonNull(it[11]));
    }

    @Override
    public List<Problem> check(Kinds value) {
      return List.of();
    }
  }
}

package dev.covet.data;

import dev.covet.api.Changes.Shape;
import dev.covet.api.Problem;
import dev.covet.data.table.Column;
import dev.covet.data.table.ColumnSpec;
import dev.covet.data.table.CompositeKey;
import dev.covet.data.table.IndexSpec;
import dev.covet.data.table.LongColumn;
import dev.covet.data.table.Mapping;
import dev.covet.data.table.RowKey;
import dev.covet.data.table.TextColumn;
import dev.covet.data.table.ValueColumn;
import dev.covet.data.table.WholeColumn;
import dev.covet.data.type.SqlType;
import dev.covet.schema.Kind;
import dev.covet.schema.ObjectSchema;
import dev.covet.schema.Property;
import dev.covet.schema.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The table {@code badge} of {@link Badge}. */
final class BadgeTable implements Mapping<Badge, BadgeTable.Key> {
  private static final Shape<Badge> SHAPE = new BadgeShape();

  static final BadgeTable BADGE = new BadgeTable();

  /** The key of a row. */
  record Key(String hall, int number) {}

  final TextColumn<Badge> hall = new TextColumn<>(SHAPE, ColumnSpec.of(0, "hall", "hall").key());
  final WholeColumn<Badge, Integer> number =
      new WholeColumn<>(SHAPE, ColumnSpec.of(1, "number", "number").key(), SqlType.INT);
  final TextColumn<Badge> owner = new TextColumn<>(SHAPE, ColumnSpec.of(2, "owner", "owner"));
  final ValueColumn<Badge, Instant> returnedAt =
      new ValueColumn<>(
          SHAPE, ColumnSpec.of(3, "returnedAt", "returned_at").nullable(), SqlType.INSTANT);
  final ValueColumn<Badge, byte[]> print =
      new ValueColumn<>(SHAPE, ColumnSpec.of(4, "print", "print"), SqlType.BYTES);
  final LongColumn<Badge> version =
      new LongColumn<>(SHAPE, ColumnSpec.of(5, "version", "version").version());
  final ValueColumn<Badge, Instant> createdAt =
      new ValueColumn<>(
          SHAPE, ColumnSpec.of(6, "createdAt", "created_at").createdAt(), SqlType.INSTANT);
  final ValueColumn<Badge, Instant> updatedAt =
      new ValueColumn<>(
          SHAPE, ColumnSpec.of(7, "updatedAt", "updated_at").updatedAt(), SqlType.INSTANT);

  private final List<Column<Badge, ?>> columns =
      List.of(hall, number, owner, returnedAt, print, version, createdAt, updatedAt);

  private BadgeTable() {}

  @Override
  public String table() {
    return "badge";
  }

  @Override
  public String entity() {
    return "Badge";
  }

  @Override
  public Shape<Badge> shape() {
    return SHAPE;
  }

  @Override
  public ObjectSchema schema() {
    return ObjectSchema.of(
        "Badge",
        "dev.covet.data.Badge",
        Property.of("hall", Schema.of(Kind.STRING)),
        Property.of("number", Schema.of(Kind.INT)),
        Property.of("owner", Schema.of(Kind.STRING)),
        Property.of("returnedAt", Schema.of(Kind.INSTANT).orNull()),
        Property.of("print", Schema.of(Kind.BYTES)),
        Property.of("version", Schema.of(Kind.LONG)),
        Property.of("createdAt", Schema.of(Kind.INSTANT)),
        Property.of("updatedAt", Schema.of(Kind.INSTANT)));
  }

  @Override
  public List<Column<Badge, ?>> columns() {
    return columns;
  }

  @Override
  public List<IndexSpec> indexes() {
    return List.of(IndexSpec.unique(hall, owner).whereNull(returnedAt));
  }

  @Override
  public RowKey<Badge, Key> key() {
    return new CompositeKey<>(List.of(hall, number), it -> List.of(it.hall(), it.number()));
  }

  private static final class BadgeShape implements Shape<Badge> {
    @Override
    public List<String> names() {
      return List.of(
          "hall", "number", "owner", "returnedAt", "print", "version", "createdAt", "updatedAt");
    }

    @Override
    public @Nullable Object[] values(Badge it) {
      return new @Nullable Object[] {
        it.hall(),
        it.number(),
        it.owner(),
        it.returnedAt(),
        it.print(),
        it.version(),
        it.createdAt(),
        it.updatedAt()
      };
    }

    @Override
    public Badge make(@Nullable Object[] it) {
      return new Badge(
          (String) Objects.requireNonNull(it[0]),
          (int) Objects.requireNonNull(it[1]),
          (String) Objects.requireNonNull(it[2]),
          (Instant) it[3],
          (byte[]) Objects.requireNonNull(it[4]),
          (long) Objects.requireNonNull(it[5]),
          (Instant) Objects.requireNonNull(it[6]),
          (Instant) Objects.requireNonNull(it[7]));
    }

    @Override
    public List<Problem> check(Badge it) {
      return List.of();
    }
  }
}

package golden.heroes;

import dev.covet.api.Changes.Shape;
import dev.covet.api.OnDelete;
import dev.covet.data.table.Column;
import dev.covet.data.table.ColumnSpec;
import dev.covet.data.table.LongColumn;
import dev.covet.data.table.Mapping;
import dev.covet.data.table.NewRecord;
import dev.covet.data.table.TextColumn;
import dev.covet.data.table.WholeColumn;
import dev.covet.data.type.SqlType;
import dev.covet.schema.ObjectSchema;
import java.util.List;

/** The table {@code hero} of {@link Hero}. */
public final class HeroTable implements Mapping<Hero, Long> {
  /** The table {@code hero}. */
  public static final HeroTable HERO = new HeroTable();

  /** Column {@code id}. */
  public final LongColumn<Hero> id =
      new LongColumn<>(HeroCodec.SHAPE, ColumnSpec.of(0, "id", "id").key());

  /** Column {@code name}. */
  public final TextColumn<Hero> name =
      new TextColumn<>(HeroCodec.SHAPE, ColumnSpec.of(1, "name", "name").unique());

  /** Column {@code secret_name}. */
  public final TextColumn<Hero> secretName =
      new TextColumn<>(HeroCodec.SHAPE, ColumnSpec.of(2, "secretName", "secret_name"));

  /** Column {@code age}. */
  public final WholeColumn<Hero, Integer> age =
      new WholeColumn<>(
          HeroCodec.SHAPE, ColumnSpec.of(3, "age", "age").nullable().indexed(), SqlType.INT);

  /** Column {@code team_id}. */
  public final LongColumn<Hero> teamId =
      new LongColumn<>(
          HeroCodec.SHAPE,
          ColumnSpec.of(4, "teamId", "team_id")
              .nullable()
              .references(() -> TeamTable.TEAM, OnDelete.REFUSE));

  private final List<Column<Hero, ?>> columns = List.of(id, name, secretName, age, teamId);

  private HeroTable() {}

  @Override
  public String table() {
    return "hero";
  }

  @Override
  public String entity() {
    return "Hero";
  }

  @Override
  public Shape<Hero> shape() {
    return HeroCodec.SHAPE;
  }

  @Override
  public ObjectSchema schema() {
    return HeroCodec.SCHEMA;
  }

  @Override
  public List<Column<Hero, ?>> columns() {
    return columns;
  }

  @Override
  public LongColumn<Hero> key() {
    return id;
  }

  @Override
  public NewRecord<Hero> newRecord() {
    return NewRecord.of(HeroCodec.SHAPE, 0L, "", "", null, null);
  }

  @Override
  public boolean isPlain() {
    return true;
  }
}

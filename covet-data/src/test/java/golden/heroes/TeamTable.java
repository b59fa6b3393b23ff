package golden.heroes;

import dev.covet.api.Changes.Shape;
import dev.covet.data.table.Column;
import dev.covet.data.table.ColumnSpec;
import dev.covet.data.table.LongColumn;
import dev.covet.data.table.Mapping;
import dev.covet.data.table.NewRecord;
import dev.covet.data.table.TextColumn;
import dev.covet.schema.ObjectSchema;
import java.util.List;

/** The table {@code team} of {@link Team}. */
public final class TeamTable implements Mapping<Team, Long> {
  /** The table {@code team}. */
  public static final TeamTable TEAM = new TeamTable();

  /** Column {@code id}. */
  public final LongColumn<Team> id =
      new LongColumn<>(TeamCodec.SHAPE, ColumnSpec.of(0, "id", "id").key());

  /** Column {@code name}. */
  public final TextColumn<Team> name =
      new TextColumn<>(TeamCodec.SHAPE, ColumnSpec.of(1, "name", "name").unique());

  /** Column {@code headquarters}. */
  public final TextColumn<Team> headquarters =
      new TextColumn<>(TeamCodec.SHAPE, ColumnSpec.of(2, "headquarters", "headquarters"));

  private final List<Column<Team, ?>> columns = List.of(id, name, headquarters);

  private TeamTable() {}

  @Override
  public String table() {
    return "team";
  }

  @Override
  public String entity() {
    return "Team";
  }

  @Override
  public Shape<Team> shape() {
    return TeamCodec.SHAPE;
  }

  @Override
  public ObjectSchema schema() {
    return TeamCodec.SCHEMA;
  }

  @Override
  public NewRecord<Team> newRecord() {
    return NewRecord.of(TeamCodec.SHAPE, 0L, NewRecord.GIVEN, NewRecord.GIVEN);
  }

  @Override
  public List<Column<Team, ?>> columns() {
    return columns;
  }

  @Override
  public LongColumn<Team> key() {
    return id;
  }

  @Override
  public boolean isPlain() {
    return true;
  }
}

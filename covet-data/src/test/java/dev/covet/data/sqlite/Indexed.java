package dev.covet.data.sqlite;

import dev.covet.api.Changes.Shape;
import dev.covet.data.table.Column;
import dev.covet.data.table.ColumnSpec;
import dev.covet.data.table.LongColumn;
import dev.covet.data.table.Mapping;
import dev.covet.schema.Kind;
import dev.covet.schema.ObjectSchema;
import dev.covet.schema.Property;
import dev.covet.schema.Schema;
import golden.heroes.Team;
import golden.heroes.TeamTable;
import java.util.List;

/** A table of any name with one column that has an index, to be created and no more. */
record Indexed(String table, String column) implements Mapping<Team, Long> {
  @Override
  public String entity() {
    return "Indexed";
  }

  @Override
  public Shape<Team> shape() {
    return TeamTable.TEAM.shape();
  }

  @Override
  public ObjectSchema schema() {
    return ObjectSchema.of(
        "Indexed",
        "Indexed",
        Property.of("id", Schema.of(Kind.LONG)),
        Property.of("other", Schema.of(Kind.LONG)));
  }

  @Override
  public List<Column<Team, ?>> columns() {
    var spec = ColumnSpec.of(1, "other", column).indexed();
    return List.of(key(), new LongColumn<>(shape(), spec));
  }

  @Override
  public Column<Team, Long> key() {
    return new LongColumn<>(shape(), ColumnSpec.of(0, "id", "id").key());
  }
}

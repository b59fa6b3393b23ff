package dev.covet.data;

import static golden.heroes.TeamTable.TEAM;

import dev.covet.api.Changes.Shape;
import dev.covet.data.table.Column;
import dev.covet.data.table.Mapping;
import dev.covet.data.table.RowKey;
import dev.covet.schema.ObjectSchema;
import golden.heroes.Team;
import java.util.List;

/** The table of teams, as far as a test has no other. */
public interface LikeTeams extends Mapping<Team, Long> {
  @Override
  default String table() {
    return TEAM.table();
  }

  @Override
  default String entity() {
    return TEAM.entity();
  }

  @Override
  default Shape<Team> shape() {
    return TEAM.shape();
  }

  @Override
  default ObjectSchema schema() {
    return TEAM.schema();
  }

  @Override
  default List<Column<Team, ?>> columns() {
    return TEAM.columns();
  }

  @Override
  default RowKey<Team, Long> key() {
    return TEAM.key();
  }
}

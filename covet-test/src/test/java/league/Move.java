package league;

import dev.covet.api.Id;
import dev.covet.api.ReadOnly;
import dev.covet.api.References;
import dev.covet.api.Table;

/** A player goes to another club. */
@Table
public record Move(@Id long id, @ReadOnly @References(Player.class) long playerId, String club) {}

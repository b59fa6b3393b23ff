package castle;

import dev.covet.api.Id;
import dev.covet.api.ReadOnly;
import dev.covet.api.Secret;
import dev.covet.api.Table;
import dev.covet.api.Unique;

/** Who may come. */
@Table
public record Guest(
    @Id long id, @Unique String email, @ReadOnly Secret passwordHash, @ReadOnly boolean keeper) {}

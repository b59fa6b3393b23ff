package shield;

import dev.covet.api.Id;
import dev.covet.api.Table;

/** Money that was paid. */
@Table
public record Payment(@Id long id, String to, int cents) {}

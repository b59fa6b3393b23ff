package lodge;

import dev.covet.api.Id;
import dev.covet.api.Secret;
import dev.covet.api.Table;

/** A word that opens something. */
@Table("lodge_code")
public record Code(@Id long id, Secret word) {}

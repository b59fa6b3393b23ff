package lodge;

import dev.covet.api.Default;
import dev.covet.api.Id;
import dev.covet.api.Table;
import dev.covet.api.Unique;

/** A line in the book at the door. */
@Table("lodge_signature")
public record Signature(@Id long id, @Unique String word, @Default("0") long visits) {}

package bank;

import dev.covet.api.Id;
import dev.covet.api.Table;

/** Somebody's money. */
@Table
public record Account(@Id long id, String owner) {}

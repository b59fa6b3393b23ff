package shop;

import dev.covet.api.Id;
import dev.covet.api.References;
import dev.covet.api.Table;

/** Somebody wants an item. */
@Table("orders")
public record Order(@Id long id, @References(Item.class) long itemId, int count) {}

package shop;

import dev.covet.api.Flatten;
import dev.covet.api.Projection;
import java.util.List;

/** An item and who wants it. */
@Projection(Item.class)
public record ItemWithOrders(@Flatten Item item, List<Order> orders) {}

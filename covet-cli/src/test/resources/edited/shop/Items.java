package shop;

import static shop.ItemTable.ITEM;
import static shop.ItemWithOrdersProjection.ITEM_WITH_ORDERS;

import dev.covet.api.Get;
import dev.covet.api.NotFound;
import dev.covet.api.Post;
import dev.covet.api.Routes;
import dev.covet.data.Session;
import java.util.List;

/** Items. */
@Routes(Names.PATH)
final class Items {
  private final Stock stock;

  Items(Stock stock) {
    this.stock = stock;
  }

  /** Adds one. */
  @Post
  Item create(Item item, Session db) {
    return db.insert(ITEM, item);
  }

  /** All. */
  @Get
  List<Item> list(Filter filter, Session db) throws Sold {
    if (filter.word().isEmpty()) throw new Sold(1);
    return db.from(ITEM).list();
  }

  @Get("/{id}")
  ItemWithOrders read(long id, Session db) throws NotFound {
    return db.get(ITEM_WITH_ORDERS, id);
  }

  @Get("/label")
  String label() {
    return stock.label("one") + stock.all().size() + stock.most();
  }
}

package shop;

import static shop.OrderTable.ORDER;

import dev.covet.api.Get;
import dev.covet.api.Post;
import dev.covet.api.Routes;
import dev.covet.data.Session;

/** Orders. */
@Routes("/orders")
final class Orders {
  private final Greeter greeter = new Polite();

  @Post
  Order create(Order order, Session db) {
    return db.insert(ORDER, order);
  }

  @Post("/box")
  Box<Item> box(Box<Item> box) {
    return box;
  }

  @Get("/fee")
  int fee(@Even int coins) {
    return Fees.of(new Payment.Cash(coins));
  }

  @Post("/pay")
  Payment pay(Payment payment) {
    return payment;
  }

  @Get("/hello")
  String hello(String name) {
    var polite = new Polite();
    return greeter.greet(Names.title(name)) + polite.leave(Box.first(name, "Ann"));
  }
}

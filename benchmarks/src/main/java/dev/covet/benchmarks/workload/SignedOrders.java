package dev.covet.benchmarks.workload;

import dev.covet.api.Get;
import dev.covet.api.Guard;
import dev.covet.api.Post;
import dev.covet.api.Public;
import dev.covet.api.RateLimit;
import dev.covet.api.Routes;
import dev.covet.security.Tokens;

/** The order of the common workload for those alone who are signed in, guarded and counted. */
@Routes
public final class SignedOrders {
  /** A token of a buyer. */
  @Public
  @Get("/token")
  String token(long id, Tokens tokens) {
    return tokens.access(new Buyer(id, "Buyer " + id, true));
  }

  /** The order, which nobody sends as often as the limit lets. */
  @Post("/orders")
  @Guard(ActiveBuyers.class)
  @RateLimit(requests = 1_000_000, perSeconds = 1)
  Receipt order(Order order, Buyer buyer) {
    return new Receipt(order, order.items().size(), order.total());
  }
}

package dev.covet.benchmarks.workload;

import dev.covet.api.Default;
import dev.covet.api.Get;
import dev.covet.api.Post;
import dev.covet.api.Routes;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;

/** The requests of the common workload that need no database. */
@Routes
public final class Workload {
  /** A text. */
  @Get("/plaintext")
  String plaintext() {
    return "Hello, World!";
  }

  /** A small object. */
  @Get("/json")
  Message json() {
    return new Message("Hello, World!");
  }

  /** An object made of typed parameters. */
  @Get("/users/{id}")
  User user(@Min(1) int id, @Default("false") boolean verbose) {
    var email = "user" + id + "@example.com";
    return new User(id, "User " + id, email, id % 2 == 0, 1.5 * id, verbose);
  }

  /** A list. */
  @Get("/items")
  List<Item> items(@Default("50") @Min(1) @Max(100) int limit) {
    return Item.ALL.subList(0, limit);
  }

  /** A realistic body, checked, and an answer of the same size. */
  @Post("/orders")
  Receipt order(Order order) {
    return new Receipt(order, order.items().size(), order.total());
  }
}

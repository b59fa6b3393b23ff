package shop;

import static dev.covet.api.Lifetime.REQUEST;

import dev.covet.api.Header;
import dev.covet.api.Provided;
import dev.covet.api.Provides;
import dev.covet.api.Unauthorized;

/** What a customer holds. */
@Provides(REQUEST)
public final class Basket {
  private final Customer customer;

  Basket(@Provided Customer customer, Ledger ledger) {
    this.customer = customer;
    ledger.note("basket of " + customer.name());
  }

  String text() {
    return customer.name() + "'s basket";
  }

  /** Who buys. */
  public record Customer(String name) {}

  @Provides(REQUEST)
  static Customer customer(@Header String customer) throws Unauthorized {
    if (customer.equals("nobody")) throw new Unauthorized("Say who you are");
    return new Customer(customer);
  }

  @Provides
  static java.util.List<String> names() {
    return java.util.List.of("Ann", "Bob");
  }
}

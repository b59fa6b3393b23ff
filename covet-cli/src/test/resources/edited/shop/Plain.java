package shop;

import java.util.List;

final class Plain {
  private final Stock stock = new Stock(new Keys("key"));
  private final Greeter greeter = new Polite();

  List<Item> list() {
    return stock.all();
  }

  String label() {
    return stock.label("one") + stock.all().size() + stock.most();
  }

  Box<Item> box(Item item) {
    return new Box<>(item, Names.LONGEST);
  }

  int fee(Payment payment) {
    return Fees.of(payment);
  }

  String hello(String name) {
    var polite = new Polite();
    Object one = name;
    return greeter.greet(Names.title(name)) + polite.leave(Box.first(name, "Ann")) + one;
  }
}

package shop;

/** Counts what is there. */
class Stock extends Store<Item> {
  private final Keys keys;

  Stock(Keys keys) {
    this.keys = keys;
  }

  @Override
  int most() {
    return keys.key().length();
  }
}

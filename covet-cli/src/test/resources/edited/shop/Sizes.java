package shop;

final class Sizes {
  static int of(Item item) {
    return switch (item.size()) {
      case SMALL -> 1;
      case BIG -> 2;
    };
  }
}

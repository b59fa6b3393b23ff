package shop;

import java.util.ArrayList;
import java.util.List;

abstract class Store<T> {
  private final List<T> all = new ArrayList<>();

  abstract int most();

  List<T> all() {
    return all;
  }

  void put(T one) {
    all.add(one);
  }

  String label(Object of) {
    return "any " + of;
  }
}

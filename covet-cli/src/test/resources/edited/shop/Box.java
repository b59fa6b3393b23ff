package shop;

/** Something in a box. */
public record Box<T>(T value, int weight) {
  static <N extends Comparable<N>> N first(N one, N other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}

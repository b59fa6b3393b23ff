package shop;

/** What colours there are. */
public enum Color {
  RED,
  GREEN
}

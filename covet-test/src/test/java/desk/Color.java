package desk;

/** A closed set. */
enum Color {
  RED,
  BLUE
}

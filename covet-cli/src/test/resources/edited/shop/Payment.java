package shop;

/** How somebody pays. */
public sealed interface Payment {
  record Cash(int coins) implements Payment {}

  record Card(String number) implements Payment {}
}

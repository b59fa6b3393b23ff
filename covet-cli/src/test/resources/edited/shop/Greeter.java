package shop;

interface Greeter {
  String greet(String name);

  String leave(String name);
}

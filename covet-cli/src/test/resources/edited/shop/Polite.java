package shop;

class Polite implements Greeter {
  @Override
  public String greet(String name) {
    return "Dear " + name;
  }

  @Override
  public String leave(String name) {
    return "Yours, " + name;
  }
}

package shop;

final class Names {
  static final int LONGEST = 3;
  static final String PATH = "/items";

  private Names() {}

  static String title(CharSequence name) {
    return name.toString().strip();
  }
}

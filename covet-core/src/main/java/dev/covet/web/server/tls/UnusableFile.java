package dev.covet.web.server.tls;

/** A certificate or key that cannot be used; its message says why, for whoever runs the app. */
final class UnusableFile extends Exception {
  private static final long serialVersionUID = 1;

  UnusableFile(String why) {
    super(why);
  }

  /** Why. */
  String why() {
    return String.valueOf(getMessage());
  }
}

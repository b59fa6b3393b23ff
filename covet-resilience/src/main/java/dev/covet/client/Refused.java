package dev.covet.client;

import java.io.IOException;

/** A guarded call would go where none may go. */
final class Refused extends IOException {
  private static final long serialVersionUID = 1;

  Refused(String message) {
    super(message);
  }
}

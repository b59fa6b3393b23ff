package dev.covet.cli.contract;

/**
 * One difference between an API as it was and as it is.
 *
 * @param effect what it does to clients
 * @param operation a method and a path: {@code POST /heroes}
 * @param text what differs, where, and what a client sees of it
 */
record Change(Effect effect, String operation, String text) {
  /** Keeps to one line, whatever names of fields hold. */
  Change {
    text = text.replaceAll("\\p{Cntrl}", "?");
  }
}

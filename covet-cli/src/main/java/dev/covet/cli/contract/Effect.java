package dev.covet.cli.contract;

/** What a change of an API does to the clients that know it as it was. */
enum Effect {
  /** Some client fails. */
  BREAKS("Breaks clients"),
  /** Some client may fail; whether one does cannot be judged from the document. */
  MAY_BREAK("May break clients"),
  /** No client notices, unless it wants to. */
  COMPATIBLE("Compatible");

  private final String title;

  Effect(String title) {
    this.title = title;
  }

  /** The line above those changes. */
  String title() {
    return title;
  }
}

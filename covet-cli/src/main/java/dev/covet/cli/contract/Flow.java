package dev.covet.cli.contract;

/** Which way a value goes, which decides whether it may become narrower or wider. */
enum Flow {
  /** From the client: what was accepted must be accepted. */
  SENT,
  /** To the client: what was never there must not be there. */
  GOT
}

package dev.covet.web.server;

/** Its initialiser waits for a byte of the request's body, which the event loop has to deliver. */
final class BrokenHelper {
  static final int FIRST = BadNeighbours.readByte();

  private BrokenHelper() {}
}

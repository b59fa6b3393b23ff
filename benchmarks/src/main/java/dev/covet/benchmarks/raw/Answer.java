package dev.covet.benchmarks.raw;

/** What the raw server answers: a status, whether it is JSON or else text, and bytes. */
final class Answer {
  private final int status;
  private final boolean json;
  private final byte[] body;

  /** An answer; nobody changes the bytes any more. */
  Answer(int status, boolean json, byte[] body) {
    this.status = status;
    this.json = json;
    this.body = body;
  }

  int status() {
    return status;
  }

  boolean isJson() {
    return json;
  }

  byte[] body() {
    return body;
  }
}

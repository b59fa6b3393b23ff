package dev.covet.test;

/** An answer as it came, whole. */
@SuppressWarnings("ArrayRecordComponent") // it is never compared
record Received(int status, Fields fields, byte[] body) {
  /** The longest body that a test client takes, in bytes. */
  static final int BODY_BYTES_MAX = 67_108_864;
}

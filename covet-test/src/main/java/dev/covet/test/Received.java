package dev.covet.test;

/** An answer as it came, whole. */
@SuppressWarnings("ArrayRecordComponent") // it is never compared
record Received(int status, Fields fields, byte[] body) {
  /** The longest body that a test client takes, in bytes. */
  static final int BODY_BYTES_MAX = 67_108_864;

  /** The type of the body; empty if there is no body. */
  String mediaType() {
    var type = body.length == 0 ? null : fields.first("Content-Type");
    return type == null ? "" : type;
  }
}

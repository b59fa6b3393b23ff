package dev.covet.web.message;

import java.nio.charset.StandardCharsets;

/**
 * How a WebSocket ended.
 *
 * @param code the status of the close (RFC 6455, 7.4): 1000 for well, 1001 for one side that goes
 *     away, 1005 for a close that says none, 1006 for none at all
 * @param reason for people; empty for none
 */
public record SocketEnd(int code, String reason) {
  /** It is over, as it was meant to be. */
  public static final int NORMAL = 1_000;

  /** One side goes away: a page, or a server. */
  public static final int GOING_AWAY = 1_001;

  /** One side broke the protocol. */
  public static final int PROTOCOL_ERROR = 1_002;

  /** One side cannot take data of this kind. */
  public static final int UNSUPPORTED = 1_003;

  /** The close said no status; never sent. */
  public static final int NO_STATUS = 1_005;

  /** The connection ended without a close; never sent. */
  public static final int ABNORMAL = 1_006;

  /** A text was no UTF-8, or a message could not be inflated. */
  public static final int INVALID_DATA = 1_007;

  /** A rule was broken for which there is no other status. */
  public static final int POLICY = 1_008;

  /** A message is too long. */
  public static final int TOO_BIG = 1_009;

  /** The server has failed. */
  public static final int INTERNAL_ERROR = 1_011;

  /** The server has no room for this client now. */
  public static final int TRY_AGAIN_LATER = 1_013;

  /** The longest reason, in bytes (RFC 6455, 5.5). */
  public static final int REASON_BYTES_MAX = 123;

  /** The connection ended without a close. */
  public static final SocketEnd LOST = new SocketEnd(ABNORMAL, "");

  private static final int RESERVED = 1_004;
  private static final int KNOWN_MAX = 1_014;
  private static final int REGISTERED_MIN = 3_000;
  private static final int CODE_MAX = 4_999;

  /** Whether an endpoint may send a status (RFC 6455, 7.4.1 and 7.4.2). */
  public static boolean isSendable(int code) {
    return (code >= NORMAL
            && code <= KNOWN_MAX
            && code != RESERVED
            && code != NO_STATUS
            && code != ABNORMAL)
        || (code >= REGISTERED_MIN && code <= CODE_MAX);
  }

  /**
   * An end that an endpoint says.
   *
   * @throws IllegalArgumentException if none may say so
   */
  public static SocketEnd said(int code, String reason) {
    if (!isSendable(code)) {
      throw new IllegalArgumentException(
          "a WebSocket is closed with 1000 to 1014, or 3000 to 4999, not " + code);
    }
    if (reason.getBytes(StandardCharsets.UTF_8).length > REASON_BYTES_MAX) {
      throw new IllegalArgumentException("the reason of a close has at most 123 bytes");
    }
    return new SocketEnd(code, reason);
  }

  /** What a close says of it (RFC 6455, 5.5.1): nothing for a status that nobody may send. */
  public byte[] bytes() {
    if (!isSendable(code)) return new byte[0];
    var text = reason.getBytes(StandardCharsets.UTF_8);
    var bytes = new byte[2 + text.length];
    bytes[0] = (byte) (code >> 8);
    bytes[1] = (byte) code;
    System.arraycopy(text, 0, bytes, 2, text.length);
    return bytes;
  }

  /** Whether the other side has not said that it leaves. */
  public boolean isLost() {
    return code == ABNORMAL;
  }
}

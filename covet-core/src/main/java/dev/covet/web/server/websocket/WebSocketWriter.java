package dev.covet.web.server.websocket;

import dev.covet.web.message.SocketEnd;
import dev.covet.web.message.SocketMessage;
import dev.covet.web.server.carrier.ServedSocket;
import dev.covet.web.server.carrier.Taken;

/** Writes frames of a server, each a whole message (RFC 6455, 5). Used on one loop. */
final class WebSocketWriter {
  private static final int LAST = 0x80;
  private static final int DEFLATED = 0x40;
  private static final int HEAD_BYTES_MAX = 10;
  private static final byte[] NOTHING = {};

  private final SocketCarrier carrier;
  private final ServedSocket socket;
  private final byte[] head = new byte[HEAD_BYTES_MAX];
  private long written;
  private long taken;

  WebSocketWriter(SocketCarrier carrier, ServedSocket socket) {
    this.carrier = carrier;
    this.socket = socket;
  }

  /** Gives the client as many messages as it takes now; whether these are all. */
  boolean messages() {
    while (carrier.isWritable()) {
      var next = socket.poll();
      if (next == null) break;
      message(next);
    }
    return socket.isWritten();
  }

  private void message(SocketMessage message) {
    var payload = socket.sent(message);
    var opcode = message.isText() ? FrameHead.TEXT : FrameHead.BINARY;
    var deflated = payload.length < message.bytes().length ? DEFLATED : 0;
    frame(opcode | deflated, payload, () -> socket.taken(message));
  }

  void ping() {
    frame(FrameHead.PING, NOTHING, () -> {});
  }

  void pong(byte[] payload) {
    frame(FrameHead.PONG, payload, () -> {});
  }

  /** Says how it ends. */
  void close(SocketEnd how, Runnable said) {
    frame(FrameHead.CLOSE, how.bytes(), said);
  }

  private void frame(int opcode, byte[] payload, Runnable then) {
    written++;
    carrier.write(
        head,
        head(opcode, payload.length),
        payload,
        () -> {
          taken++;
          then.run();
        });
  }

  /** Puts the head of a frame together; how long it is. */
  private int head(int opcode, int length) {
    head[0] = (byte) (LAST | opcode);
    if (length <= FrameHead.CONTROL_BYTES_MAX) {
      head[1] = (byte) length;
      return 2;
    }
    var bytes = length <= 0xffff ? 2 : 8;
    head[1] = (byte) (bytes == 2 ? 126 : 127);
    for (var i = 0; i < bytes; i++) head[2 + i] = (byte) ((long) length >>> (8 * (bytes - 1 - i)));
    return 2 + bytes;
  }

  /** Whether frames wait that the client has not taken yet. */
  boolean leaves() {
    return taken < written;
  }

  /** How far the client is: frames that it has taken whole, and bytes of the next. */
  Taken taken() {
    return new Taken(leaves(), taken, carrier.progress());
  }
}

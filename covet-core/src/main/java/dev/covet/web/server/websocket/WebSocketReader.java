package dev.covet.web.server.websocket;

import dev.covet.web.message.SocketEnd;
import dev.covet.web.message.Utf8;
import dev.covet.web.server.carrier.ServedSocket;
import io.netty.buffer.ByteBuf;
import java.util.Arrays;

/** Reads the frames of a client (RFC 6455, 5), with each byte as it comes. Used on one loop. */
final class WebSocketReader {
  private static final byte[] NOTHING = {};

  private final ServedSocket socket;
  private final Controls controls;
  private final FrameHead head = new FrameHead();
  private final MessageParts parts;

  /** Whether the head of the frame is whole, and how much of its payload has come. */
  private boolean inPayload;

  private long came;

  /** The client has closed, so that nothing of it counts any more. */
  private boolean closed;

  private byte[] control = NOTHING;

  /** Takes control frames. */
  interface Controls {
    /** A ping, which is to be answered with the same bytes. */
    void ping(byte[] bytes);

    /** The client closes. */
    void close(SocketEnd how);
  }

  WebSocketReader(ServedSocket socket, Controls controls) {
    this.socket = socket;
    this.controls = controls;
    this.parts = new MessageParts(socket);
  }

  /**
   * Reads what came, as long as there is room for messages and the socket is open.
   *
   * @throws Broken if the client has broken a rule or a limit
   */
  void read(ByteBuf in) throws Broken {
    while (in.isReadable() && takesMore()) {
      if (!inPayload && !begin(in)) return;
      if (!payload(in)) return;
    }
  }

  /** Once it is closed messages are passed over, up to the close of the client. */
  private boolean takesMore() {
    return !closed && (socket.end() != null || !socket.isFull());
  }

  private boolean begin(ByteBuf in) throws Broken {
    if (!head.take(in, socket.deflates())) return false;
    if (head.isControl()) {
      control = head.length() == 0 ? NOTHING : new byte[(int) head.length()];
    } else {
      parts.begin(head);
    }
    inPayload = true;
    came = 0;
    return true;
  }

  /** Takes what there is of the payload; false if the frame is not whole. */
  private boolean payload(ByteBuf in) throws Broken {
    var count = (int) Math.min(in.readableBytes(), head.length() - came);
    if (head.isControl()) {
      in.readBytes(control, (int) came, count);
      head.unmask(control, (int) came, count, came);
    } else {
      parts.take(in, head, came, count);
    }
    came += count;
    if (came < head.length()) return false;
    end();
    return true;
  }

  private void end() throws Broken {
    if (head.isControl()) {
      control();
    } else {
      parts.end(head);
    }
    inPayload = false;
    head.clear();
  }

  private void control() throws Broken {
    var bytes = control;
    control = NOTHING;
    switch (head.opcode()) {
      case FrameHead.PING -> controls.ping(bytes);
      case FrameHead.CLOSE -> {
        closed = true;
        controls.close(said(bytes));
      }
      default -> {} // a pong only says that the client is there
    }
  }

  /** What a close says (RFC 6455, 5.5.1 and 7.4). */
  private static SocketEnd said(byte[] bytes) throws Broken {
    if (bytes.length == 0) return new SocketEnd(SocketEnd.NO_STATUS, "");
    if (bytes.length == 1) throw Broken.rule("a close has one byte");
    var code = (bytes[0] & 0xff) << 8 | (bytes[1] & 0xff);
    if (!SocketEnd.isSendable(code)) throw Broken.rule("nobody may send this status of a close");
    var reason = Utf8.of(Arrays.copyOfRange(bytes, 2, bytes.length));
    if (reason == null) throw Broken.data("the reason of a close is not UTF-8");
    return new SocketEnd(code, reason);
  }

  /** Nothing comes of a message that is not whole. */
  void drop() {
    parts.drop();
  }
}

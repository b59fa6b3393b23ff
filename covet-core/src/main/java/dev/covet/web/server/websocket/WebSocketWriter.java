package dev.covet.web.server.websocket;

import dev.covet.web.message.SocketEnd;
import dev.covet.web.message.SocketMessage;
import dev.covet.web.server.carrier.ServedSocket;
import dev.covet.web.server.carrier.Taken;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;

/** Writes frames of a server, each a whole message (RFC 6455, 5). Used on one loop. */
final class WebSocketWriter {
  private static final int LAST = 0x80;
  private static final int DEFLATED = 0x40;
  private static final int HEAD_BYTES_MAX = 10;

  /** A longer payload is not copied behind its head. */
  private static final int COPIED_BYTES_MAX = 4_096;

  private final Channel channel;
  private final ServedSocket socket;
  private long bytes;
  private long written;
  private long taken;

  WebSocketWriter(Channel channel, ServedSocket socket) {
    this.channel = channel;
    this.socket = socket;
  }

  /** Gives the connection as many messages as it takes now; whether these are all. */
  boolean messages() {
    while (channel.isWritable()) {
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
    var _ = frame(opcode | deflated, payload).addListener(_ -> socket.taken(message));
  }

  ChannelFuture ping() {
    return frame(FrameHead.PING, new byte[0]);
  }

  ChannelFuture pong(byte[] payload) {
    return frame(FrameHead.PONG, payload);
  }

  /** Says how it ends. */
  ChannelFuture close(SocketEnd how) {
    return frame(FrameHead.CLOSE, how.bytes());
  }

  private ChannelFuture frame(int opcode, byte[] payload) {
    var isCopied = payload.length <= COPIED_BYTES_MAX;
    var out = channel.alloc().ioBuffer(HEAD_BYTES_MAX + (isCopied ? payload.length : 0));
    head(out, opcode, payload.length);
    bytes += out.readableBytes() + payload.length;
    written++;
    var whole =
        isCopied
            ? out.writeBytes(payload)
            : Unpooled.wrappedBuffer(out, Unpooled.wrappedBuffer(payload));
    return channel.write(whole).addListener(_ -> taken++);
  }

  private static void head(ByteBuf out, int opcode, int length) {
    out.writeByte(LAST | opcode);
    if (length <= FrameHead.CONTROL_BYTES_MAX) {
      out.writeByte(length);
    } else if (length <= 0xffff) {
      out.writeByte(126).writeShort(length);
    } else {
      out.writeByte(127).writeLong(length);
    }
  }

  /** How many bytes were given to the socket. */
  long bytes() {
    return bytes;
  }

  /** Whether frames wait that the client has not taken yet. */
  boolean leaves() {
    return taken < written;
  }

  /** How far the client is: frames that it has taken whole, and bytes of the next. */
  Taken taken() {
    var buffer = channel.unsafe().outboundBuffer();
    return new Taken(leaves(), taken, buffer == null ? 0 : buffer.currentProgress());
  }
}

package dev.covet.web.server;

import dev.covet.web.http.Content;
import dev.covet.web.http.Response;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Writes the answers of one HTTP/1.1 connection. Used on its event loop alone. */
final class Http1Answers {
  /** The longest body that is copied behind its head, so that both leave in one buffer. */
  private static final int COPIED_BYTES_MAX = 32_768;

  /** What is given to the socket at once of a body that is whole but longer. */
  private static final int SLICE_BYTES = 65_536;

  /** Slices in a row before others on the loop have their turn: 256 KB. */
  private static final int SLICES_IN_A_ROW_MAX = 4;

  private static final byte[] NOTHING = {};
  private static final byte[] CONTINUE =
      "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] LINE_END = {'\r', '\n'};
  private static final byte[] LAST_CHUNK = {'0', '\r', '\n', '\r', '\n'};

  private final Http1 connection;

  /** Gives the socket more of a long body, later. */
  private final Runnable guarded;

  private @Nullable ResponseStream streaming;
  private boolean chunked;
  private boolean slicing;
  private byte[] whole = NOTHING;
  private int given;
  private long writes;

  /** What the answer that is written now told the client: that the connection goes on, or ends. */
  private boolean keeps;

  Http1Answers(Http1 connection, Http1Turn turn) {
    this.connection = connection;
    this.guarded = turn.guarded(this::slices);
  }

  /** Tells the client to send its body (RFC 9110, 10.1.1). */
  void goOn() {
    var _ = write(Unpooled.wrappedBuffer(CONTINUE), context().newPromise());
    context().flush();
  }

  /**
   * Writes an answer whose body is there, or that has none; it is flushed with what comes after. A
   * long body goes to the socket in slices, as the client takes them.
   */
  void whole(Response response, Framing framing, boolean keep) {
    keeps = keep;
    var head = start(response);
    if (response.content().length() >= 0) head.length(response.content().length());
    end(head, framing, keep);
    var body = response.content() instanceof Content.Bytes bytes ? bytes.array() : NOTHING;
    if (body.length > COPIED_BYTES_MAX) {
      write(head, NOTHING);
      if (!context().channel().isWritable()) context().flush();
      slicing = true;
      whole = body;
      given = 0;
      slices();
    } else {
      write(head, body);
      connection.turn().written(keep);
    }
  }

  /** Gives the socket as much of a long body as it takes now. */
  void slices() {
    for (var count = 0; slicing && context().channel().isWritable(); count++) {
      if (count == SLICES_IN_A_ROW_MAX) {
        var _ = context().executor().schedule(guarded, 1, TimeUnit.NANOSECONDS);
        return;
      }
      slice();
    }
  }

  /** Others may call this while it flushes, so all is settled before. */
  private void slice() {
    var start = given;
    var length = whole.length;
    var count = Math.min(SLICE_BYTES, whole.length - start);
    given += count;
    slicing = given < whole.length;
    var slice = Unpooled.wrappedBuffer(whole, start, count);
    if (!slicing) whole = NOTHING;
    var _ = write(slice, context().voidPromise());
    context().flush();
    if (start + count == length) connection.turn().written(keeps);
  }

  private ResponseHeadBytes start(Response response) {
    return connection
        .local()
        .head()
        .start(response.status(), connection.local().dateLine())
        .fields(response.headers());
  }

  private static void end(ResponseHeadBytes head, Framing framing, boolean keep) {
    if (!keep) {
      head.close();
    } else if (framing.old()) {
      head.keepAlive();
    }
    head.end();
  }

  private void write(ResponseHeadBytes head, byte[] body) {
    var out = context().alloc().ioBuffer(head.size() + body.length);
    head.writeTo(out);
    var _ = write(out.writeBytes(body), context().voidPromise());
  }

  private ChannelFuture write(ByteBuf bytes, ChannelPromise promise) {
    writes++;
    return context().write(bytes, promise);
  }

  /** Writes the head of an answer whose body comes in blocks. */
  void streams(Response response, ResponseStream out, Framing framing, boolean keep) {
    streaming = out;
    chunked = !out.limited() && !framing.old();
    keeps = keep && (out.limited() || chunked);
    var head = start(response);
    if (chunked) {
      head.chunked();
    } else if (out.limited()) {
      head.length(response.content().length());
    }
    end(head, framing, keeps);
    write(head, NOTHING);
  }

  /** Writes the blocks that wait. */
  void blocks(ResponseStream out) {
    if (out != streaming) {
      out.giveUp();
      return;
    }
    byte[] block;
    while ((block = out.poll()) != null) {
      write(out, block);
    }
    context().flush();
  }

  private void write(ResponseStream out, byte[] block) {
    var count = block.length;
    var bytes = chunked ? chunk(block) : Unpooled.wrappedBuffer(block);
    var _ =
        write(bytes, context().newPromise())
            .addListener(done -> {
              if (done.isSuccess()) out.taken(count);
              else out.giveUp();
            });
  }

  private static ByteBuf chunk(byte[] block) {
    var size = (Integer.toHexString(block.length) + "\r\n").getBytes(StandardCharsets.US_ASCII);
    return Unpooled.wrappedBuffer(size, block, LINE_END);
  }

  /** Writes what ends a body that came in blocks. */
  void lastBlock(ResponseStream out) {
    blocks(out);
    if (out != streaming) return;
    if (chunked) {
      var _ = write(Unpooled.wrappedBuffer(LAST_CHUNK), context().voidPromise());
    }
    streaming = null;
    connection.turn().written(keeps);
  }

  /**
   * Sends what is written, then says that nothing more comes; closes if the client said so, too.
   */
  void close() {
    var _ =
        write(Unpooled.EMPTY_BUFFER, context().newPromise())
            .addListener((ChannelFutureListener) done -> shutdownOutput(done.channel()));
    context().flush();
  }

  /** Whether bytes wait that the client has not taken yet. */
  boolean leave() {
    var buffer = context().channel().unsafe().outboundBuffer();
    return slicing || (buffer != null && !buffer.isEmpty());
  }

  /** How far the client is with what was written for it. */
  Http1Clock.Taken taken() {
    return Http1Clock.Taken.of(context().channel(), writes);
  }

  /** Whether the client has said that it sends nothing more; it still gets its answers. */
  boolean lastOnly() {
    return context().channel() instanceof SocketChannel socket && socket.isInputShutdown();
  }

  private static void shutdownOutput(Channel channel) {
    if (channel instanceof SocketChannel socket && socket.isActive()) {
      var _ = socket.isInputShutdown() ? socket.close() : socket.shutdownOutput();
    }
  }

  /** The client has disconnected. */
  void giveUp() {
    slicing = false;
    whole = NOTHING;
    var out = streaming;
    if (out != null) out.giveUp();
  }

  private ChannelHandlerContext context() {
    return connection.context();
  }
}

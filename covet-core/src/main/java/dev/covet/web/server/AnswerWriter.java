package dev.covet.web.server;

import dev.covet.web.http.Content;
import dev.covet.web.http.Response;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.socket.SocketChannel;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Writes the answers of one connection. Used on its event loop alone. */
final class AnswerWriter {
  /** The longest body that is copied behind its head, so that both leave in one buffer. */
  private static final int COPIED_BYTES_MAX = 32_768;

  private static final byte[] NOTHING = {};
  private static final byte[] CONTINUE =
      "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] LINE_END = {'\r', '\n'};
  private static final byte[] LAST_CHUNK = {'0', '\r', '\n', '\r', '\n'};

  private final Connection connection;
  private final LoopLocal local;
  private @Nullable ResponseStream streaming;
  private long writtenBytes;

  AnswerWriter(Connection connection, LoopLocal local) {
    this.connection = connection;
    this.local = local;
  }

  /** Tells the client to send its body (RFC 9110, 10.1.1). */
  void goOn() {
    writtenBytes += CONTINUE.length;
    var _ = context().writeAndFlush(Unpooled.wrappedBuffer(CONTINUE));
  }

  /**
   * Writes an answer whose body is there, or that has none; it is flushed with what comes after.
   */
  void whole(Exchange exchange, Response response, boolean keep) {
    var head = start(response);
    if (response.content().length() >= 0) head.length(response.content().length());
    end(head, exchange, keep);
    write(head, response.content() instanceof Content.Bytes bytes ? bytes.array() : NOTHING);
  }

  private HeadBytes start(Response response) {
    return local.head().start(response.status(), local.dateLine()).fields(response.headers());
  }

  private static void end(HeadBytes head, Exchange exchange, boolean keep) {
    if (!keep) {
      head.close();
    } else if (exchange.old()) {
      head.keepAlive();
    }
    head.end();
  }

  private void write(HeadBytes head, byte[] body) {
    writtenBytes += head.size() + body.length;
    var copies = body.length <= COPIED_BYTES_MAX;
    var out = context().alloc().ioBuffer(head.size() + (copies ? body.length : 0));
    head.writeTo(out);
    if (copies) {
      var _ = context().write(out.writeBytes(body), context().voidPromise());
    } else {
      var _ = context().write(out, context().voidPromise());
      var _ = context().write(Unpooled.wrappedBuffer(body), context().voidPromise());
    }
  }

  /** Writes the head of an answer whose body comes in blocks. */
  void streams(Exchange exchange, Response response, ResponseStream out, boolean keep) {
    streaming = out;
    var head = start(response);
    if (out.chunked()) {
      head.chunked();
    } else if (out.delimited()) {
      head.length(response.content().length());
    }
    end(head, exchange, keep && out.delimited());
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
    writtenBytes += count;
    var _ =
        context()
            .write(out.chunked() ? chunk(block) : Unpooled.wrappedBuffer(block))
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
    if (out.chunked()) {
      var _ = context().write(Unpooled.wrappedBuffer(LAST_CHUNK), context().voidPromise());
    }
    streaming = null;
  }

  /**
   * Sends what is written, then says that nothing more comes; closes if the client said so, too.
   */
  void close() {
    var _ =
        context()
            .writeAndFlush(Unpooled.EMPTY_BUFFER)
            .addListener((ChannelFutureListener) done -> shutdownOutput(done.channel()));
  }

  /** Bytes that were given to the socket so far, whether or not it has sent them. */
  long writtenBytes() {
    return writtenBytes;
  }

  /** Whether the client has said that it sends nothing more; it still gets its answers. */
  boolean lastAnswersOnly() {
    return context().channel() instanceof SocketChannel socket && socket.isInputShutdown();
  }

  private static void shutdownOutput(Channel channel) {
    if (channel instanceof SocketChannel socket && socket.isActive()) {
      var _ = socket.isInputShutdown() ? socket.close() : socket.shutdownOutput();
    }
  }

  /** The client has disconnected. */
  void giveUp() {
    var out = streaming;
    if (out != null) out.giveUp();
  }

  private ChannelHandlerContext context() {
    return connection.context();
  }
}

package dev.covet.web.server.http1;

import dev.covet.web.http.Content;
import dev.covet.web.http.Response;
import dev.covet.web.server.carrier.Carrier;
import dev.covet.web.server.carrier.Connection;
import dev.covet.web.server.carrier.ResponseStream;
import dev.covet.web.server.carrier.SocketWrites;
import dev.covet.web.server.carrier.Taken;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelPromise;
import io.netty.channel.DefaultFileRegion;
import io.netty.channel.socket.DuplexChannel;
import io.netty.util.ReferenceCounted;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes the answers of one HTTP/1.1 connection. Used on its event loop alone.
 *
 * <p>One idea: all that is on its way to one client, at once, in slices, in blocks or as a file.
 */
final class Http1Answers {
  /** The longest body that is copied behind its head, so that both leave in one buffer. */
  private static final int COPIED_BYTES_MAX = 32_768;

  /** What is given to the socket at once of a body that is whole but longer. */
  private static final int SLICE_BYTES = 65_536;

  /** Slices in a row before others on the loop have their turn: 256 KB. */
  private static final int SLICES_IN_A_ROW_MAX = 4;

  /** It says to what (RFC 9110, 15.5.22). */
  private static final int UPGRADE_REQUIRED = 426;

  private static final byte[] NOTHING = {};
  private static final byte[] CONTINUE =
      "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] LINE_END = {'\r', '\n'};
  private static final byte[] LAST_CHUNK = {'0', '\r', '\n', '\r', '\n'};

  private final Connection connection;
  private final ResponseHeadBytes head;

  /** Is told of the last byte of an answer, and whether that has the connection go on. */
  private final Consumer<Boolean> written;

  /** Counts in the place of {@link #writes} where TLS makes records of them. */
  private final @Nullable SocketWrites below;

  private @Nullable ResponseStream streaming;
  private boolean chunked;

  /** A long body that is given in slices, and how many of its bytes were. */
  private byte[] whole = NOTHING;

  private int given;
  private long writes;
  private long bytes;

  /** What the answer that is written now told the client: that the connection goes on, or ends. */
  private boolean keeps;

  Http1Answers(Connection connection, ResponseHeadBytes head, Consumer<Boolean> written) {
    this.connection = connection;
    this.head = head;
    this.written = written;
    this.below = connection.channel().pipeline().get(SocketWrites.class);
  }

  /** Tells the client to send its body (RFC 9110, 10.1.1). */
  void goOn() {
    var _ = write(Unpooled.wrappedBuffer(CONTINUE), channel().newPromise());
    channel().flush();
  }

  /**
   * Writes an answer whose body is there, or that has none; it is flushed with what comes after. A
   * long body goes to the socket in slices, as the client takes them.
   */
  void whole(Response response, Framing framing, boolean keep) {
    keeps = keep;
    start(response);
    if (response.content().length() >= 0) head.length(response.content().length());
    end(framing, keep);
    var body = response.content() instanceof Content.Bytes bytes ? bytes.array() : NOTHING;
    if (body.length > COPIED_BYTES_MAX) {
      writeHead(NOTHING);
      if (!channel().isWritable()) channel().flush();
      whole = body;
      given = 0;
      slices();
    } else {
      writeHead(body);
      written.accept(keep);
    }
  }

  /** Gives the socket as much of a long body as it takes now. */
  void slices() {
    for (var count = 0; isSlicing() && channel().isWritable(); count++) {
      if (count == SLICES_IN_A_ROW_MAX) {
        connection.schedule(this::slices, 1, TimeUnit.NANOSECONDS);
        return;
      }
      slice();
    }
  }

  /** Others may call this while it flushes, so all is settled before. */
  private void slice() {
    var count = Math.min(SLICE_BYTES, whole.length - given);
    var slice = Unpooled.wrappedBuffer(whole, given, count);
    given += count;
    var isLast = !isSlicing();
    if (isLast) endSlices();
    var _ = write(slice, channel().voidPromise());
    channel().flush();
    if (isLast) written.accept(keeps);
  }

  private boolean isSlicing() {
    return given < whole.length;
  }

  private void endSlices() {
    whole = NOTHING;
    given = 0;
  }

  /** Writes the head behind which the connection goes on with another protocol. */
  void switches(Response response) {
    start(response);
    head.upgrade();
    head.end();
    writeHead(NOTHING);
  }

  private void start(Response response) {
    head.start(response.status()).fields(response.headers());
    if (response.status() == UPGRADE_REQUIRED) head.upgrade();
  }

  private void end(Framing framing, boolean keep) {
    if (!keep) {
      head.close();
    } else if (framing.old()) {
      head.keepAlive();
    }
    head.end();
  }

  private void writeHead(byte[] body) {
    var out = channel().alloc().ioBuffer(head.size() + body.length);
    head.writeTo(out);
    var _ = write(out.writeBytes(body), channel().voidPromise());
  }

  private ChannelFuture write(ByteBuf content, ChannelPromise promise) {
    return write(content, content.readableBytes(), promise);
  }

  private ChannelFuture write(ReferenceCounted content, long count, ChannelPromise promise) {
    writes++;
    bytes += count;
    return channel().write(content, promise);
  }

  /** Writes the head of an answer whose body comes in blocks. */
  void streams(Response response, ResponseStream out, Framing framing, boolean keep) {
    streaming = out;
    chunked = !out.limited() && !framing.old();
    keeps = keep && (out.limited() || chunked);
    start(response);
    if (chunked) {
      head.chunked();
    } else if (out.limited()) {
      head.length(response.content().length());
    }
    end(framing, keeps);
    writeHead(NOTHING);
  }

  /** Writes the blocks that wait. */
  void blocks(ResponseStream out) {
    if (out != streaming) {
      out.giveUp();
      return;
    }
    byte[] block;
    while ((block = out.poll()) != null) write(out, block);
    channel().flush();
  }

  private void write(ResponseStream out, byte[] block) {
    var count = block.length;
    var bytes = chunked ? chunk(block) : Unpooled.wrappedBuffer(block);
    var _ =
        write(bytes, channel().newPromise())
            .addListener(done -> {
              if (done.isSuccess()) out.taken(count);
              else out.giveUp();
            });
  }

  /** Whether this body is the one that is written now. */
  boolean isAt(ResponseStream out) {
    return out == streaming;
  }

  /**
   * Writes bytes of a file as the system copies them, from its cache to the socket. The region is
   * kept, for whoever has opened the file closes it.
   */
  void file(ResponseStream out, FileChannel file, Carrier.FilePart part) {
    blocks(out);
    if (!isAt(out)) {
      out.fileFailed(false);
      return;
    }
    var region = new DefaultFileRegion(file, part.offset(), part.length()).retain();
    var _ =
        write(region, part.length(), channel().newPromise())
            .addListener(done -> {
              if (done.isSuccess()) out.fileTaken();
              else out.fileFailed(isShorter(file, part));
            });
    channel().flush();
  }

  private static boolean isShorter(FileChannel file, Carrier.FilePart part) {
    try {
      return file.size() < part.offset() + part.length();
    } catch (IOException _) {
      return false;
    }
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
      var _ = write(Unpooled.wrappedBuffer(LAST_CHUNK), channel().voidPromise());
    }
    streaming = null;
    written.accept(keeps);
  }

  /**
   * Writes the blocks that wait, and closes without what would end the body: its client sees that,
   * unless the end of the connection would be its end. Whether it does.
   */
  boolean cutOff(ResponseStream out) {
    if (out != streaming || !(chunked || out.limited())) return false;
    blocks(out);
    var _ =
        write(Unpooled.EMPTY_BUFFER, channel().newPromise()).addListener(_ -> connection.close());
    channel().flush();
    return true;
  }

  /**
   * Sends what is written, then says that nothing more comes; closes if the client said so, too.
   */
  void close() {
    var _ = write(Unpooled.EMPTY_BUFFER, channel().newPromise()).addListener(_ -> shutdownOutput());
    channel().flush();
  }

  /** Whether bytes wait that the client has not taken yet. */
  boolean leave() {
    var buffer = channel().unsafe().outboundBuffer();
    return isSlicing() || (buffer != null && !buffer.isEmpty());
  }

  /** How many bytes were given to the socket. */
  long bytes() {
    return bytes;
  }

  /** How far the client is with what was written for it. */
  Taken taken() {
    return Taken.of(channel(), below == null ? writes : below.count());
  }

  /** Whether the client has said that it sends nothing more; it still gets its answers. */
  boolean lastOnly() {
    return channel().isInputShutdown();
  }

  private void shutdownOutput() {
    if (channel().isActive()) connection.endOutput();
  }

  /** The client has disconnected. */
  void giveUp() {
    endSlices();
    var out = streaming;
    if (out != null) out.giveUp();
  }

  private DuplexChannel channel() {
    return connection.channel();
  }
}

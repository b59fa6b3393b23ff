package dev.covet.web.server.http2;

import dev.covet.web.http.Content;
import dev.covet.web.http.Response;
import dev.covet.web.server.carrier.Carrier;
import dev.covet.web.server.carrier.Connection;
import io.netty.channel.Channel;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Sends the answers of one connection, a frame of each in turn, as far as the windows of its client
 * and the socket take them. Used on its loop alone.
 */
final class Outflow {
  /** What a client takes until it says otherwise (RFC 9113, 6.9.2). */
  static final int WINDOW_BYTES = 65_535;

  /** Frames in a row before others on the loop have their turn: 256 KB. */
  private static final int FRAMES_IN_A_ROW_MAX = 16;

  private static final byte[] NOTHING = {};

  private final Connection connection;
  private final FrameWriter writer;
  private final ResponseFields fields;

  /** Is given what has left, whole or cut. */
  private final Consumer<StreamOutput> sent;

  /** Sends more of what is ready, and begins what waits for that. */
  private final Runnable more;

  private final Queue<StreamOutput> ready = new ArrayDeque<>();

  /** Those that the client takes nothing of since it takes nothing at all. */
  private final Set<StreamOutput> starved = new LinkedHashSet<>();

  private long window = WINDOW_BYTES;
  private long waiting;
  private boolean flushes;

  Outflow(
      Connection connection,
      FrameWriter writer,
      ResponseFields fields,
      Consumer<StreamOutput> sent,
      Runnable more) {
    this.connection = connection;
    this.writer = writer;
    this.fields = fields;
    this.sent = sent;
    this.more = more;
  }

  /** How many bytes of answers that are there wait for the client. */
  long waiting() {
    return waiting;
  }

  /** What the client takes on all streams together. */
  long window() {
    return window;
  }

  /** The client takes more on all streams together. */
  void moreWindow(int more) {
    window += more;
    starved.forEach(this::line);
    starved.clear();
    pump();
  }

  /** Tells a client to send its body (RFC 9110, 10.1.1). */
  void goOn(int stream) {
    writer.head(stream, ResponseFields.interim(100), false);
    flushSoon();
  }

  /** Writes an answer whose body is there, or that has none. */
  void whole(StreamOutput out, Response answer) {
    var content = answer.content();
    var body = content instanceof Content.Bytes bytes ? bytes.array() : NOTHING;
    var head = fields.of(answer.status(), answer.headers(), content.length());
    if (body.length == 0) {
      writer.head(out.stream(), head, true);
      sent.accept(out);
    } else if (fits(out, body.length)) {
      window -= body.length;
      writer.whole(out.stream(), head, body);
      sent.accept(out);
    } else {
      writer.head(out.stream(), head, false);
      out.body(body);
      waiting += body.length;
      queue(out);
    }
    flushSoon();
  }

  private boolean fits(StreamOutput out, int length) {
    return length <= FrameReader.FRAME_BYTES_MAX
        && length <= window
        && length <= out.window()
        && channel().isWritable();
  }

  /**
   * Writes the head of an answer whose body comes in blocks.
   *
   * @param length of the body in bytes; -1 to announce none
   */
  void streams(StreamOutput out, Response answer, long length, Carrier.BlockSource blocks) {
    writer.head(out.stream(), fields.of(answer.status(), answer.headers(), length), false);
    out.body(blocks);
    flushSoon();
  }

  /** Has what waits on a stream leave. */
  void queue(StreamOutput out) {
    line(out);
    pump();
  }

  private void line(StreamOutput out) {
    if (out.queue()) ready.add(out);
  }

  /** Sends as much as may leave now. */
  void pump() {
    StreamOutput next;
    for (var count = 0; channel().isWritable() && (next = ready.poll()) != null; count++) {
      next.unqueue();
      if (next.isOpen()) send(next);
      if (count == FRAMES_IN_A_ROW_MAX) {
        connection.schedule(more, 1, TimeUnit.NANOSECONDS);
        break;
      }
    }
    flushSoon();
  }

  private void send(StreamOutput out) {
    if (!out.load()) {
      if (out.end() == StreamOutput.End.WHOLE) end(out);
      if (out.end() == StreamOutput.End.CUT) sent.accept(out);
      return;
    }
    var most = Math.min(window, out.window());
    if (most <= 0) {
      out.blocked(System.nanoTime());
      if (window <= 0) starved.add(out);
      return;
    }
    var count = (int) Math.min(most, Math.min(out.left(), FrameReader.FRAME_BYTES_MAX));
    send(out, count);
  }

  private void end(StreamOutput out) {
    writer.end(out.stream());
    out.done();
    sent.accept(out);
  }

  private void send(StreamOutput out, int count) {
    window -= count;
    if (out.source() == null) waiting -= count;
    var slice = out.take(count);
    var block = out.blockEnded();
    var isLast = !out.load() && out.end() == StreamOutput.End.WHOLE;
    var written = writer.data(out.stream(), slice, isLast);
    var source = out.source();
    if (source != null && block > 0) {
      var _ =
          written.addListener(done -> {
            if (done.isSuccess()) source.taken(block);
            else source.giveUp();
          });
    }
    if (isLast) {
      out.done();
      sent.accept(out);
    } else {
      line(out);
    }
  }

  /** A stream is closed, with what has not left. */
  void closed(StreamOutput out) {
    waiting -= out.close();
    starved.remove(out);
  }

  /** Has all that was written leave together with what else is written now. */
  void flushSoon() {
    if (flushes) return;
    flushes = true;
    connection.local().loop().events().execute(connection.guarded(this::flush));
  }

  /** What is written from now on is flushed by {@link #flush}. */
  void gather() {
    flushes = true;
  }

  /** Has all that was written leave. */
  void flush() {
    flushes = false;
    channel().flush();
  }

  private Channel channel() {
    return connection.channel();
  }
}

package dev.covet.web.server.http2;

import dev.covet.schema.BuiltInError;
import dev.covet.web.http.Refusal;
import dev.covet.web.http.RequestHead;
import dev.covet.web.server.carrier.Connection;
import dev.covet.web.server.carrier.Exchange;
import dev.covet.web.server.carrier.ServerLimits;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.handler.codec.http2.DefaultHttp2HeadersDecoder;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2Exception;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * What the frames of one connection mean: streams open, get their bodies, and close (RFC 9113, 5
 * and 6). Used on its loop alone.
 *
 * <p>One idea: the rules that hold between a frame and the state of its stream.
 */
final class Http2Session implements Frames {
  private static final Refusal LONG_FIELDS = Refusal.of(BuiltInError.HEADERS_BYTES_MAX);
  private static final Refusal TOO_MANY_BYTES = Refusal.of(BuiltInError.BODY_BYTES_IN_FLIGHT_MAX);
  private static final int HEADER_TABLE_SIZE = 1;
  private static final int ENABLE_PUSH = 2;
  private static final int MAX_CONCURRENT_STREAMS = 3;
  private static final int INITIAL_WINDOW_SIZE = 4;
  private static final int MAX_FRAME_SIZE = 5;
  private static final int MAX_HEADER_LIST_SIZE = 6;

  /** RFC 8441, 3. */
  private static final int ENABLE_CONNECT_PROTOCOL = 8;

  private final Connection connection;
  private final FrameWriter writer;
  private final Outflow outflow;
  private final Inflow inflow;
  private final DefaultHttp2HeadersDecoder decoder;
  private final Floods floods;
  private final Http2Streams streams;
  private final Http2Requests requests;
  private final Http2Ending ending;

  /** Those that came with what is read now, whose bodies may come with it. */
  private final List<Http2Stream> begun = new ArrayList<>();

  /** Those that wait for the client to take answers. */
  private final Queue<Http2Stream> held = new ArrayDeque<>();

  /** What a client takes of a body before it says more. */
  private int initialWindow = Outflow.WINDOW_BYTES;

  /** Whether the client knows what the server takes. */
  private boolean settled;

  Http2Session(Connection connection, ResponseFields fields) {
    var limits = connection.server().limits();
    this.connection = connection;
    this.writer = new FrameWriter(connection.channel());
    this.outflow = new Outflow(connection, writer, fields, this::sent, this::sendMore);
    this.inflow = new Inflow(writer, limits.http2().bufferedBytesMax());
    this.decoder = DecodedFields.decoder(limits.head().headersBytesMax());
    this.floods = new Floods(limits.http2());
    this.streams = new Http2Streams(limits.http2().streamsMax());
    this.requests = new Http2Requests(connection);
    this.ending = new Http2Ending(this);
  }

  Connection connection() {
    return connection;
  }

  FrameWriter writer() {
    return writer;
  }

  Outflow outflow() {
    return outflow;
  }

  Inflow inflow() {
    return inflow;
  }

  Http2Streams streams() {
    return streams;
  }

  Http2Requests requests() {
    return requests;
  }

  Http2Ending ending() {
    return ending;
  }

  private ServerLimits.Http2 limits() {
    return connection.server().limits().http2();
  }

  /** Says what the server takes (RFC 9113, 3.4). */
  void open() {
    writer.settings(
        MAX_CONCURRENT_STREAMS,
        limits().streamsMax(),
        INITIAL_WINDOW_SIZE,
        limits().windowBytesMax(),
        MAX_HEADER_LIST_SIZE,
        connection.server().limits().head().headersBytesMax(),
        ENABLE_CONNECT_PROTOCOL,
        1);
    inflow.open();
  }

  @Override
  public void settled() {
    settled = true;
  }

  @Override
  public void settings(ByteBuf pairs) throws Http2Exception {
    floods.settings();
    var window = read(pairs);
    writer.settled(); // before what a larger window lets leave (RFC 9113, 6.5.3)
    initialWindow(window);
  }

  /**
   * Takes what a frame changes: however often it changes one, only what it comes to is done.
   *
   * @return what the client takes of a body now before it says more, in bytes
   */
  private int read(ByteBuf pairs) throws Http2Exception {
    var window = initialWindow;
    while (pairs.isReadable()) {
      var setting = pairs.readUnsignedShort();
      var value = pairs.readUnsignedInt();
      check(setting, value);
      if (setting == HEADER_TABLE_SIZE) writer.table(value);
      if (setting == INITIAL_WINDOW_SIZE) window = (int) value;
    }
    return window;
  }

  /** RFC 9113, 6.5.2; what is of no use here, or not known, may have any value. */
  private static void check(int setting, long value) throws Http2Exception {
    switch (setting) {
      case ENABLE_PUSH -> {
        if (value > 1) throw Breach.protocol("ENABLE_PUSH must be 0 or 1");
      }
      case INITIAL_WINDOW_SIZE -> {
        if (value > Integer.MAX_VALUE) throw tooLargeWindow();
      }
      case MAX_FRAME_SIZE -> {
        if (value < FrameReader.FRAME_BYTES_MAX || value > 0xffffff) {
          throw Breach.protocol("MAX_FRAME_SIZE must be 16384 to 16777215");
        }
      }
      default -> {}
    }
  }

  /** Whether bytes are settings as a client may have them. */
  static boolean areSettings(ByteBuf pairs) {
    if (pairs.readableBytes() % FrameReader.SETTING_BYTES != 0) return false;
    try {
      while (pairs.isReadable()) check(pairs.readUnsignedShort(), pairs.readUnsignedInt());
      return true;
    } catch (Http2Exception _) {
      return false;
    }
  }

  /**
   * The connection was upgraded: the request that asked for that is on stream 1, and all of it has
   * come (RFC 7540, 3.2).
   */
  void upgraded(RequestHead first, ByteBuf settings) throws Http2Exception {
    initialWindow = read(settings);
    streams.opens(1);
    var stream = opened(1, -1);
    stream.input().end();
    streams.add(stream);
    stream.begin(requests.exchange(stream, first));
    start(stream);
    outflow.flushSoon();
  }

  private void initialWindow(int value) throws Http2Exception {
    if (value == initialWindow) return;
    var more = (long) value - initialWindow;
    initialWindow = value;
    for (var each : streams.all()) {
      each.output().moreWindow(more);
      if (each.output().window() > Integer.MAX_VALUE) throw tooLargeWindow();
      outflow.queue(each.output());
    }
    release();
  }

  private static Http2Exception tooLargeWindow() {
    return Breach.of(Http2Error.FLOW_CONTROL_ERROR, "a window is larger than 2^31-1");
  }

  @Override
  public void ping(long bytes) {
    writer.pong(bytes);
  }

  @Override
  public void priority() throws Http2Exception {
    floods.priority();
  }

  @Override
  public void window(int stream, int more) throws Http2Exception {
    floods.window(writer.dataFrames());
    if (stream == 0) {
      connectionWindow(more);
      return;
    }
    var open = streams.get(stream);
    if (open == null) {
      if (streams.isIdle(stream)) throw Breach.protocol("the stream was not opened");
      return;
    }
    if (more == 0) throw Breach.malformed(stream, "a window of 0 bytes more");
    open.output().moreWindow(more);
    if (open.output().window() > Integer.MAX_VALUE) {
      throw Breach.ofStream(stream, Http2Error.FLOW_CONTROL_ERROR, "a window is too large");
    }
    outflow.queue(open.output());
    release();
  }

  private void connectionWindow(int more) throws Http2Exception {
    if (more == 0) throw Breach.protocol("a window of 0 bytes more");
    if (outflow.window() + more > Integer.MAX_VALUE) throw tooLargeWindow();
    outflow.moreWindow(more);
    release();
  }

  @Override
  public void reset(int stream) throws Http2Exception {
    if (streams.isIdle(stream)) throw Breach.protocol("the stream was not opened");
    floods.resetReceived();
    var open = streams.get(stream);
    if (open == null) return;
    streams.ended(stream);
    close(open);
  }

  @Override
  public void fields(int id, ByteBuf block, boolean last) throws Http2Exception {
    var decoded = decoded(id, block);
    var open = streams.get(id);
    if (open != null) {
      trailers(open, decoded, last);
    } else if (id % 2 == 1 && id <= streams.last()) {
      streams.checkClosed(id);
    } else {
      streams.opens(id);
      floods.opened();
      if (ending.takesStreams()) {
        begin(id, decoded, last);
      } else {
        streams.reset(id); // its client was told, and asks elsewhere
      }
    }
  }

  /** What HPACK makes of a block, which it has to see whatever becomes of it; null if too much. */
  private @Nullable DecodedFields decoded(int id, ByteBuf block) throws Http2Exception {
    try {
      return (DecodedFields) decoder.decodeHeaders(id, block);
    } catch (Http2Exception e) {
      if (Http2Exception.isStreamError(e)) return null;
      throw e;
    } catch (RuntimeException _) {
      throw Breach.of(Http2Error.COMPRESSION_ERROR, "a header block is cut off");
    }
  }

  /** Fields behind a body mean nothing to an app; they have to be well-formed all the same. */
  private void trailers(Http2Stream open, @Nullable DecodedFields decoded, boolean last)
      throws Http2Exception {
    if (open.input().ended()) {
      throw Breach.ofStream(open.id(), Http2Error.STREAM_CLOSED, "its body has ended");
    }
    if (!last || open.tunnel() != null) throw Breach.malformed(open.id(), "a second head");
    if (decoded == null) {
      open.refuse(LONG_FIELDS);
      return;
    }
    new HeadCheck(open.id(), decoded).trailers();
    ends(open);
  }

  private void begin(int id, @Nullable DecodedFields decoded, boolean last) throws Http2Exception {
    if (streams.isFull()) {
      connection.server().metrics().limitHit("HTTP2_STREAMS_MAX");
      reset(id, Http2Error.REFUSED_STREAM);
      return;
    }
    var asked = decoded == null ? null : RequestFields.of(id, decoded);
    var stream = opened(id, asked == null || asked.connects() ? -1 : asked.length());
    if (last) stream.input().end();
    streams.add(stream);
    ending.moved();
    if (asked == null) {
      stream.refuse(requests.refused(stream), LONG_FIELDS);
      return;
    }
    begin(stream, asked);
  }

  private void begin(Http2Stream stream, RequestFields asked) {
    var isWhole = stream.input().ended();
    var refusal = asked.refusal(connection);
    if (refusal == null && asked.connects() && isWhole) refusal = RequestFields.noStream();
    if (refusal == null) {
      if (asked.connects()) stream.tunnels();
      stream.begin(requests.exchange(stream, asked, !isWhole && !asked.connects()));
      begun.add(stream);
    } else {
      stream.refuse(requests.refused(stream, asked), refusal);
    }
  }

  private Http2Stream opened(int id, long length) {
    var most = limits().windowBytesMax();
    var window = settled ? most : Math.max(most, Outflow.WINDOW_BYTES);
    return new Http2Stream(id, this, new StreamInput(id, most, window, length), initialWindow);
  }

  @Override
  public void data(int stream, int cost, boolean isEmpty) throws Http2Exception {
    floods.data(isEmpty);
    inflow.take(cost);
    var open = streams.get(stream);
    if (open == null) {
      inflow.giveBack(cost);
      streams.checkClosed(stream);
    } else {
      begins(open, cost);
    }
  }

  private void begins(Http2Stream open, int cost) throws Http2Exception {
    try {
      open.input().begins(cost);
    } catch (Http2Exception e) {
      inflow.giveBack(cost);
      throw e;
    }
    if (open.tunnel() != null) inflow.giveBack(cost);
  }

  /**
   * Gives the window of the connection back: that of a tunnel has it back already, since a socket
   * lasts, and others are not to wait for its handler.
   */
  private void giveBack(Http2Stream stream, int bytes) {
    if (stream.tunnel() == null) inflow.giveBack(bytes);
  }

  @Override
  public void bytes(int stream, ByteBuf bytes, boolean last) throws Http2Exception {
    var open = streams.get(stream);
    if (open == null) return;
    open.input().came(bytes.readableBytes());
    var now = open.exchange();
    var tunnel = open.tunnel();
    if (tunnel != null && now != null) {
      passes(open, tunnel.came(now, bytes), last);
      return;
    }
    if (now != null && !open.isDropping() && bytes.isReadable()) {
      if (!now.add(ByteBufUtil.getBytes(bytes), last)) {
        open.refuse(TOO_MANY_BYTES);
        return;
      }
      now.bodyMoved(System.nanoTime());
    }
    if (last) {
      ends(open);
    } else if (now != null && now.body().full()) {
      start(open);
    }
  }

  /** Bytes of a tunnel were taken, or there was no room for them. */
  private void passes(Http2Stream open, boolean taken, boolean last) throws Http2Exception {
    if (!taken) {
      open.refuse(TOO_MANY_BYTES);
      return;
    }
    giveBack(open);
    if (last) ends(open);
  }

  private void ends(Http2Stream open) throws Http2Exception {
    if (!open.isOpen()) return;
    open.input().end();
    giveBack(open, open.input().close()); // others need it, while this one is answered
    var tunnel = open.tunnel();
    if (tunnel != null) {
      tunnel.inputEnded();
      if (open.isOpen() && open.output().isDone()) sent(open.output());
      return;
    }
    var now = open.exchange();
    if (now == null || open.isDropping()) return;
    now.body().end();
    start(open);
  }

  /** All that was read together was dealt with. */
  void readAll() {
    for (var i = 0; i < begun.size(); i++) start(begun.get(i));
    begun.clear();
  }

  /** Starts a request's thread, once; on a trusted route it may have answered when this returns. */
  private void start(Http2Stream stream) {
    var now = stream.exchange();
    if (now == null || !stream.isOpen() || now.isRefusal()) return;
    if (outflow.waiting() < limits().bufferedBytesMax()) {
      start(now);
    } else if (!held.contains(stream)) {
      connection.server().metrics().limitHit("HTTP2_BUFFERED_BYTES_MAX");
      held.add(stream);
    }
  }

  private void start(Exchange now) {
    if (!now.start()) return;
    streams.works(now);
    connection.server().admission().start(now);
  }

  /** The client takes more, so that more leaves, and others begin. */
  void sendMore() {
    outflow.pump();
    release();
  }

  /** Starts what was held while too many bytes waited for the client. */
  private void release() {
    while (!held.isEmpty() && outflow.waiting() < limits().bufferedBytesMax()) {
      start(held.remove());
    }
  }

  /** A handler needs more of its body, or has read some of it. */
  void bodyWanted(Http2Stream stream) {
    var now = stream.exchange();
    if (now == null || !stream.isOpen()) return;
    if (now.body().expected()) {
      now.body().expected(false);
      if (!now.isAnswering()) outflow.goOn(stream.id());
    }
    giveBack(stream);
  }

  /** Padding takes room that nobody reads. */
  @Override
  public void padded(int stream) {
    var open = streams.get(stream);
    if (open == null) return;
    open.input().padded();
    if (open.exchange() != null) giveBack(open);
  }

  /** Has the client of a stream send as much more as was taken. */
  void giveBack(Http2Stream stream) {
    if (!stream.isOpen() || stream.input().ended()) return;
    var read = stream.input().giveBack(stream.waiting());
    if (read == 0) return;
    writer.window(stream.id(), read);
    giveBack(stream, read);
    outflow.flushSoon();
  }

  /** An answer has left, or what was to leave of it. */
  private void sent(StreamOutput out) {
    var stream = streams.get(out.stream());
    if (stream == null) return;
    if (out.end() == StreamOutput.End.CUT) {
      reset(stream, Http2Error.INTERNAL_ERROR);
    } else if (stream.input().ended()) {
      streams.ended(stream.id());
      closed(stream);
    } else if (!stream.isTunnelled()) {
      reset(stream, Http2Error.NO_ERROR); // the rest of its body is not needed (RFC 9113, 8.1)
    }
  }

  /** Breaks a stream off. */
  void reset(Http2Stream stream, Http2Error error) {
    writer.reset(stream.id(), error);
    outflow.flushSoon();
    streams.reset(stream.id());
    if (error == Http2Error.NO_ERROR) {
      closed(stream);
    } else {
      close(stream);
    }
  }

  /**
   * Breaks an answer off in the middle, and says so.
   *
   * @param code the name of a limit, or the code of an error of the client
   */
  void cutOff(Http2Stream stream, String code, boolean isLimit) {
    if (isLimit) connection.server().metrics().limitHit(code);
    connection.server().cutOff(connection.peer().connectionId(), code);
    reset(stream, Http2Error.CANCEL);
  }

  /** A client has done something wrong on a stream. */
  void breach(Http2Exception e) throws Http2Exception {
    reset(Http2Exception.streamId(e), e.error());
  }

  private void reset(int id, Http2Error error) throws Http2Exception {
    var open = streams.get(id);
    if (open == null) {
      writer.reset(id, error);
      streams.reset(id);
    } else {
      reset(open, error);
    }
    floods.resetSent();
  }

  /** Nobody waits for a stream any more. */
  private void close(Http2Stream stream) {
    closed(stream);
    stream.gone();
  }

  private void closed(Http2Stream stream) {
    stream.close();
    giveBack(stream, stream.input().close());
    outflow.closed(stream.output());
    held.remove(stream);
    release();
    ending.moved();
  }

  /** The connection is gone, with all that is open. */
  void gone() {
    for (var each : streams.all()) {
      streams.ended(each.id());
      each.close();
      outflow.closed(each.output());
      each.gone();
    }
    held.clear();
  }
}

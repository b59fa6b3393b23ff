package dev.covet.web.server.http2;

import dev.covet.web.server.carrier.Exchange;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.util.collection.IntObjectHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The streams of one connection: which are open, which were (RFC 9113, 5.1). Used on its loop
 * alone, but for {@link #over}.
 */
final class Http2Streams {
  private final int most;
  private final IntObjectHashMap<Http2Stream> open = new IntObjectHashMap<>();
  private final ClosedStreams closed = new ClosedStreams();

  /** Requests that are at work, whether their streams are open or not. */
  private final Set<Exchange> working = ConcurrentHashMap.newKeySet();

  private int last;
  private long count;

  Http2Streams(int most) {
    this.most = most;
  }

  @Nullable Http2Stream get(int id) {
    return open.get(id);
  }

  /** The highest that its client has opened; 0 before. */
  int last() {
    return last;
  }

  /** How many were let in. */
  long count() {
    return count;
  }

  int size() {
    return open.size();
  }

  boolean isEmpty() {
    return open.isEmpty();
  }

  /** Those that are open, copied, since looking at one may close it. */
  List<Http2Stream> all() {
    return List.copyOf(open.values());
  }

  /** A client opens one: by an odd number, higher than any before (5.1.1). */
  void opens(int id) throws Http2Exception {
    if (id % 2 == 0) throw Breach.protocol("a client's streams have odd numbers");
    last = id;
  }

  /** Whether there are as many as may be, with those that only their client has given up. */
  boolean isFull() {
    if (open.size() >= most) return true;
    if (open.size() + working.size() < most) return false;
    var seen = open.values().stream().filter(each -> working.contains(each.exchange())).count();
    var left = working.size() - seen;
    return open.size() + left >= most;
  }

  void add(Http2Stream stream) {
    open.put(stream.id(), stream);
    count++;
  }

  /** A request is at work from now on. */
  void works(Exchange exchange) {
    working.add(exchange);
  }

  /** It is not any more; from any thread. */
  void over(Exchange exchange) {
    working.remove(exchange);
  }

  /** One is closed, and its client knows it. */
  void ended(int id) {
    open.remove(id);
    closed.ended(id);
  }

  /** One is closed by the server, or was never opened: its client may not know yet. */
  void reset(int id) {
    open.remove(id);
    closed.reset(id);
  }

  boolean isIdle(int id) {
    return id % 2 == 0 || id > last;
  }

  /**
   * A frame came for one that is not open.
   *
   * @throws Http2Exception unless the client may not know yet that it is closed
   */
  void checkClosed(int id) throws Http2Exception {
    if (closed.wasReset(id)) return;
    if (isIdle(id)) throw Breach.protocol("the stream was not opened");
    throw closed.hasEnded(id)
        ? Breach.of(Http2Error.STREAM_CLOSED, "the stream is closed")
        : Breach.protocol("the stream was not opened");
  }
}

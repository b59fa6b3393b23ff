package dev.covet.client;

import dev.covet.api.UpstreamError;
import dev.covet.base.observe.Metrics;
import dev.covet.schema.BuiltInError;
import dev.covet.web.http.Method;
import dev.covet.web.http.Response;
import java.io.IOException;
import java.net.SocketException;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.apache.hc.core5.http.protocol.HttpProcessor;
import org.apache.hc.core5.http.protocol.HttpProcessorBuilder;
import org.apache.hc.core5.http.protocol.RequestConnControl;
import org.apache.hc.core5.http.protocol.RequestContent;
import org.apache.hc.core5.http.protocol.RequestTargetHost;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.net.URIAuthority;
import org.apache.hc.core5.pool.PoolEntry;
import org.apache.hc.core5.pool.PoolReusePolicy;
import org.apache.hc.core5.pool.StrictConnPool;
import org.apache.hc.core5.util.TimeValue;

/**
 * The connections of a client: so many at a time and no more, kept for the next call of the same
 * site. Thread-safe.
 */
final class Connections implements AutoCloseable {
  /** How long one is kept: behind a name may be other addresses by then. */
  private static final TimeValue LIFE_MAX = TimeValue.ofMinutes(5);

  /** One that was idle for longer is looked at before it is used, in milliseconds. */
  private static final long UNSEEN_MILLIS_MAX = 1_000;

  private final HttpLimits limits;
  private final Dialer dialer;
  private final Semaphore free;
  private final StrictConnPool<Target, HttpClientConnection> pool;
  private final HttpRequestExecutor wire = new HttpRequestExecutor();
  private final HttpProcessor framing =
      HttpProcessorBuilder.create()
          .addAll(new RequestTargetHost(), new RequestContent(), new RequestConnControl())
          .build();

  Connections(HttpLimits limits, Dialer dialer) {
    var most = limits.httpConnectionsMax();
    this.limits = limits;
    this.dialer = dialer;
    this.free = new Semaphore(most, true);
    this.pool = new StrictConnPool<>(most, most, LIFE_MAX, PoolReusePolicy.LIFO, null);
  }

  /**
   * Whom a connection is for.
   *
   * @param guarded whether its address was checked
   */
  record Target(Site site, boolean guarded) {}

  /** Shows how many are in use, are kept, and are waited for. */
  void measure(Metrics metrics) {
    metrics.gauge(
        "http_client_connections", () -> pool.getTotalStats().getLeased(), "state", "used");
    metrics.gauge(
        "http_client_connections", () -> pool.getTotalStats().getAvailable(), "state", "idle");
    metrics.gauge("http_client_waiting", free::getQueueLength);
  }

  /**
   * Sends a request, and reads the whole answer.
   *
   * @throws UpstreamError if no connection is free in time, or the answer is too long
   * @throws IOException if there is no answer, or no whole one
   */
  Response exchange(Outgoing call, boolean guarded)
      throws IOException, HttpException, InterruptedException {
    if (!free.tryAcquire(limits.acquire().toNanos(), TimeUnit.NANOSECONDS)) {
      throw new UpstreamError(BuiltInError.HTTP_CONNECTIONS_MAX, null);
    }
    try {
      return leased(call, new Target(call.site(), guarded));
    } finally {
      free.release();
    }
  }

  private Response leased(Outgoing call, Target target)
      throws IOException, HttpException, InterruptedException {
    var entry = entry(target);
    var isKept = false;
    try {
      var answer = head(call, entry);
      var read = AnswerBody.read(answer.response(), limits.responseBytesMax());
      isKept = answer.isKept(entry.getConnection());
      return read;
    } finally {
      if (!isKept) entry.discardConnection(CloseMode.IMMEDIATE);
      pool.release(entry, isKept);
      if (target.guarded()) pool.closeExpired(); // clients name these: none is remembered for ever
    }
  }

  /** There is one for each permit. */
  private PoolEntry<Target, HttpClientConnection> entry(Target target)
      throws IOException, InterruptedException {
    try {
      return pool.lease(target, null).get();
    } catch (ExecutionException e) {
      throw new IOException("The client is closed", e);
    }
  }

  /** The head of an answer, and what it was asked by. */
  private record Answered(
      HttpRequestExecutor wire,
      ClassicHttpRequest request,
      ClassicHttpResponse response,
      HttpCoreContext context) {
    boolean isKept(HttpClientConnection connection) throws IOException {
      return connection.isOpen() && wire.keepAlive(request, response, connection, context);
    }
  }

  /** The server may close a connection that is kept, just when it is used again (RFC 9112, 9.3). */
  private Answered head(Outgoing call, PoolEntry<Target, HttpClientConnection> entry)
      throws IOException, HttpException {
    if (isAlive(entry)) {
      var again = again(call, entry.getConnection());
      if (again.isPresent()) return again.get();
    }
    entry.discardConnection(CloseMode.IMMEDIATE);
    entry.assignConnection(dialer.open(entry.getRoute()));
    return head(call, entry.getConnection());
  }

  /** Empty if the connection is dead, and the request may be sent on another one. */
  private Optional<Answered> again(Outgoing call, HttpClientConnection connection)
      throws IOException, HttpException {
    try {
      return Optional.of(head(call, connection));
    } catch (NoHttpResponseException | SocketException e) {
      if (call.isRepeatable() && !Thread.currentThread().isInterrupted()) return Optional.empty();
      throw e;
    }
  }

  private static boolean isAlive(PoolEntry<Target, HttpClientConnection> entry) throws IOException {
    if (!entry.hasConnection() || !entry.getConnection().isOpen()) return false;
    var unseen = System.currentTimeMillis() - entry.getUpdated();
    return unseen < UNSEEN_MILLIS_MAX || !entry.getConnection().isStale();
  }

  private Answered head(Outgoing call, HttpClientConnection connection)
      throws IOException, HttpException {
    var context = HttpCoreContext.create();
    var request = request(call);
    wire.preProcess(request, framing, context);
    return new Answered(wire, request, wire.execute(request, connection, context), context);
  }

  private static ClassicHttpRequest request(Outgoing call) {
    var request = new BasicClassicHttpRequest(call.method().name(), call.target());
    var site = call.site();
    request.setScheme(site.scheme());
    request.setAuthority(new URIAuthority(site.host(), site.shownPort()));
    call.headers().forEach(request::addHeader);
    if (call.body().length > 0 || call.method() == Method.POST || call.method() == Method.PUT) {
      request.setEntity(new ByteArrayEntity(call.body(), (ContentType) null));
    }
    return request;
  }

  @Override
  public void close() {
    pool.close(CloseMode.IMMEDIATE);
    dialer.close();
  }
}

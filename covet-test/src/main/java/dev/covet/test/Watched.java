package dev.covet.test;

import dev.covet.base.loop.Trust;
import dev.covet.web.address.OpenConnection;
import dev.covet.web.http.Dispatcher;
import dev.covet.web.http.Refusal;
import dev.covet.web.http.Request;
import dev.covet.web.http.Response;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The app, and a look at what it does with each request: so a test learns what no answer says.
 * Calls over a socket are known by the port from which they come. Thread-safe.
 */
final class Watched implements Dispatcher {
  /** Names who sends a request of a client that is signed in. */
  static final String PRINCIPAL = "X-Test-Principal";

  private final Dispatcher app;
  private final Map<String, Object> principals = new ConcurrentHashMap<>();
  private final Map<Integer, Call> calls = new ConcurrentHashMap<>();
  private volatile @Nullable Trust shared;

  Watched(Dispatcher app) {
    this.app = app;
  }

  /** Knows somebody from now on; gives the name by which requests say who sends them. */
  synchronized String knows(Object principal) {
    var name = String.valueOf(principals.size() + 1);
    principals.put(name, principal);
    return name;
  }

  /** Notes what becomes of requests from a port, until it is forgotten. */
  void watch(int port, Call call) {
    calls.put(port, call);
  }

  void forget(int port) {
    calls.remove(port);
  }

  /**
   * Has all routes that do not block share one trust, which they have from the start: a test has
   * too few calls to wait until each route has earned its own.
   */
  void trustAll() {
    shared = Trust.earned("all routes of a test");
  }

  @Override
  public void servedBy(Supplier<List<OpenConnection>> connections) {
    app.servedBy(connections);
  }

  @Override
  public Trust trust(Request request) {
    return trust(request, call(request));
  }

  /** As {@link #trust(Request)}, for a call that is known. */
  Trust trust(Request request, Call call) {
    request.context().note(call.statements());
    var all = shared;
    var own = app.trust(request);
    return all == null || own.blocking() ? own : all;
  }

  @Override
  public Response handle(Request request) {
    return handle(request, call(request));
  }

  /** As {@link #handle(Request)}, for a call that is known. */
  Response handle(Request request, Call call) {
    request.header(PRINCIPAL).map(principals::get).ifPresent(request.context()::sentBy);
    call.begins(request);
    return call.ends(app.handle(request));
  }

  @Override
  public Response refuse(Request request, Refusal refusal) {
    return app.refuse(request, refusal);
  }

  /** The call that a request belongs to; that of a stranger is seen by nobody. */
  private Call call(Request request) {
    var call = calls.get(request.peer().getPort());
    return call == null ? new Call() : call;
  }
}

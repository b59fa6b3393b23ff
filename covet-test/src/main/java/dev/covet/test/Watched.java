package dev.covet.test;

import dev.covet.base.loop.Trust;
import dev.covet.web.http.Dispatcher;
import dev.covet.web.http.Request;
import dev.covet.web.http.Response;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The app, and a look at what it does with each request: so a test learns what no answer says.
 * Calls are attached to their requests or, over a socket, known by the port from which they come.
 * Thread-safe.
 */
final class Watched implements Dispatcher {
  private final Dispatcher app;
  private final Map<Integer, Call> calls = new ConcurrentHashMap<>();

  Watched(Dispatcher app) {
    this.app = app;
  }

  /** Notes what becomes of requests from a port, until it is forgotten. */
  void watch(int port, Call call) {
    calls.put(port, call);
  }

  void forget(int port) {
    calls.remove(port);
  }

  @Override
  public Trust trust(Request request) {
    request.attach(call(request).statements());
    return app.trust(request);
  }

  @Override
  public Response handle(Request request) {
    var call = call(request);
    call.begins(request);
    return call.ends(app.handle(request));
  }

  /** The call that a request belongs to; that of a stranger is seen by nobody. */
  private Call call(Request request) {
    var attached = request.attachment(Call.class);
    if (attached != null) return attached;
    var call = calls.getOrDefault(request.peer().getPort(), new Call());
    request.attach(call);
    return call;
  }
}

package dev.covet.web.http;

import dev.covet.base.inject.Scope;
import dev.covet.base.json.Writers;
import dev.covet.base.loop.Failures;
import dev.covet.base.observe.StatementLog;
import dev.covet.web.message.Parameters;
import dev.covet.web.message.PathValues;
import dev.covet.web.message.RequestBody;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one request beside what it asks: what was found to answer it, its services, the
 * statements that it ran, what ends with it. All forms of a request share it. Not thread-safe, but
 * for what says so.
 */
public final class RequestContext {
  private final RequestBody body;
  private final Writers writers;
  private final @Nullable RequestContext outer;
  private final long begunNanos;
  private volatile String id = "";
  private volatile boolean replaced;
  private RequestTerms terms = RequestTerms.NONE;
  private byte @Nullable [] bytes;
  private @Nullable Parameters parameters;
  private @Nullable Parameters form;
  private String parsed = "";
  private @Nullable Found found;
  private String foundFor = "";
  private PathValues foundValues = PathValues.NONE;
  private @Nullable Scope scope;
  private @Nullable StatementLog statements;
  private @Nullable Object principal;
  private @Nullable Consumer<@Nullable Object> onSender;
  private volatile boolean hasCommitted;
  private boolean isLeftPlain;

  /** Its handler may have changed something. Written with the lock of this, as the next one. */
  private volatile boolean changes;

  private volatile boolean isGone;
  private boolean isSecret;
  private @Nullable Refusal refusal;
  private @Nullable List<Response> given;

  RequestContext(RequestBody body, Writers writers) {
    this(body, writers, System.nanoTime(), null);
  }

  private RequestContext(
      RequestBody body, Writers writers, long begunNanos, @Nullable RequestContext outer) {
    this.body = body;
    this.writers = writers;
    this.begunNanos = begunNanos;
    this.outer = outer;
  }

  /** What is known of the same request before anything was found or opened for it. */
  RequestContext withoutBody() {
    return new RequestContext(RequestBody.none(), writers, begunNanos, null);
  }

  RequestBody body() {
    return body;
  }

  Writers writers() {
    return writers;
  }

  /** The request's id, empty before it has one; from any thread. */
  public String id() {
    return id;
  }

  /** How long ago the request's head came, in nanoseconds. */
  public long nanos() {
    return System.nanoTime() - begunNanos;
  }

  void identify(String id) {
    this.id = id;
  }

  byte[] bytes() {
    var known = bytes;
    if (known != null) return known;
    var collected = body.collect(terms.bodyBytesMax());
    bytes = collected;
    return collected;
  }

  Parameters parameters(String target) {
    var known = parameters;
    if (known != null && parsed.equals(target)) return known;
    var end = target.indexOf('?');
    var read = Parameters.parse(end < 0 ? "" : target.substring(end + 1));
    parsed = target;
    parameters = read;
    return read;
  }

  Parameters form() {
    var known = form;
    if (known != null) return known;
    var read = Parameters.parseForm(bytes());
    form = read;
    return read;
  }

  RequestTerms terms() {
    return terms;
  }

  void keepTo(RequestTerms those) {
    terms = those;
  }

  @Nullable Found found(String target) {
    return foundFor.equals(target) ? found : null;
  }

  PathValues foundValues() {
    return foundValues;
  }

  void found(String target, Found what, PathValues values) {
    foundFor = target;
    found = what;
    foundValues = values;
  }

  /**
   * The services of the request; null before it is led to a route. What opens one says so here, so
   * that it is closed with the request.
   */
  public @Nullable Scope scope() {
    return scope;
  }

  /** Keeps the services of the request, to be closed at its end. */
  public void opened(Scope services) {
    var before = scope;
    if (before != null) given(Response.empty(204).onEnd(_ -> before.close()));
    scope = services;
  }

  /** Where the statements are noted that the request has databases run; null if nobody asked. */
  public @Nullable StatementLog statements() {
    return statements;
  }

  /** Has the statements noted that the request has databases run. */
  public void note(StatementLog log) {
    statements = log;
  }

  /** Who sends the request, as it was found out or said; null as long as it is not. */
  public @Nullable Object principal() {
    return principal;
  }

  /**
   * Says who sends the request: whoever is signed in, a name in an app in which no principals say
   * that, or in tests a principal without credentials. To be said before the route is answered.
   */
  public void sentBy(Object who) {
    principal = who;
    senderIsKnown();
  }

  /**
   * Has something done once when it is known who sends the request, which may be now.
   *
   * @param then takes the sender; null if it is nobody who is known
   */
  public void whenSenderIsKnown(Consumer<@Nullable Object> then) {
    onSender = then;
    if (principal != null) senderIsKnown();
  }

  /** Says that all was done to find out who sends the request. */
  public void senderIsKnown() {
    var then = onSender;
    onSender = null;
    if (then != null) then.accept(principal);
  }

  /** Says that something was made durable for the request, which no failure from now on undoes. */
  public void committed() {
    hasCommitted = true;
    if (outer != null) outer.committed();
  }

  /** Has the answer sent as it is: beside a secret, its length would tell of that (BREACH). */
  public void leavePlain() {
    isLeftPlain = true;
    if (outer != null) outer.leavePlain();
  }

  /** Whether the answer is to be sent as it is, and not compressed. */
  public boolean isLeftPlain() {
    return isLeftPlain;
  }

  /** Whether something was made durable for the request. */
  public boolean hasCommitted() {
    return hasCommitted;
  }

  /**
   * Says that something is about to be changed for the request: from now on its handler runs to its
   * end, even if its client leaves, unless the request is safe. From any thread.
   */
  public void changes() {
    if (changes) return;
    synchronized (this) {
      changes = true;
    }
    if (outer != null) outer.changes();
  }

  /**
   * Notes that the client is gone, unless the handler has to run to its end; from any thread.
   *
   * @param isSafe whether the request asks for no change (RFC 9110, 9.2.1)
   * @return whether the handler is to be interrupted
   */
  public synchronized boolean gone(boolean isSafe) {
    isGone = isSafe || !changes;
    return isGone;
  }

  /** Whether the handler was interrupted because its client is gone; from any thread. */
  public boolean isGone() {
    return isGone || (outer != null && outer.isGone());
  }

  /** Notes that the answer has in it what nobody is to keep or to compress: a token, a session. */
  public void keepSecret() {
    isSecret = true;
    if (outer != null) outer.keepSecret();
  }

  /** Whether the answer has in it what nobody is to keep or to compress. */
  public boolean isSecret() {
    return isSecret;
  }

  /** Whether the answer is for its caller alone, as the route says that was found. */
  public boolean isPersonal() {
    return terms.isPersonal();
  }

  /** Why the request is answered in the place of the app; null if the app answers it. */
  public @Nullable Refusal refusal() {
    return refusal;
  }

  /** Notes that the request is answered in the place of the app. */
  public void refused(Refusal why) {
    refusal = why;
  }

  /** Whether another answer than the one of its handler is sent; from any thread. */
  public boolean isReplaced() {
    return replaced;
  }

  /** Notes that another answer than the one of its handler is sent; from any thread. */
  public void replaced() {
    replaced = true;
  }

  /** Has a response end with the request, whatever becomes of it further out. */
  public void given(Response response) {
    if (!response.endsSomething()) return;
    if (given == null) given = new ArrayList<>(2);
    if (given.isEmpty() || !given.getLast().endsAs(response)) given.add(response);
  }

  /** Whether there is nothing to end but what ends by itself. */
  public boolean endsQuietly() {
    return given == null && (scope == null || scope.isEmpty());
  }

  /**
   * Ends the request: every response that was given for it, sent or not, then what its services
   * opened, newest first. Nothing that fails keeps anything else from its end.
   *
   * @return the first failure, with the others as suppressed ones; null if there was none
   */
  public @Nullable Throwable end(Ending how) {
    Throwable failure = null;
    if (given != null) {
      for (var response : given) failure = Failures.after(failure, () -> response.end(how));
    }
    var services = scope;
    return services == null ? failure : Failures.after(failure, services::close);
  }

  /** The same body for an app inside, which finds and opens things of its own. */
  RequestContext inner() {
    var left = bytes == null ? body : RequestBody.of(bytes);
    var inner = new RequestContext(left, writers, begunNanos, this);
    inner.terms = terms;
    inner.id = id;
    inner.statements = statements;
    inner.principal = principal;
    inner.refusal = refusal;
    return inner;
  }
}

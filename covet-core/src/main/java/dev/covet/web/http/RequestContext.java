package dev.covet.web.http;

import dev.covet.base.inject.Scope;
import dev.covet.base.loop.Failures;
import dev.covet.base.observe.StatementLog;
import dev.covet.web.multipart.MultipartForm;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one request beside what it asks: its services, who sends it, the statements that
 * it ran, what becomes of its answer, what ends with it. All forms of a request share it. Not
 * thread-safe, but for what says so.
 */
public final class RequestContext {
  // What is noted of it, a bit each: something was made durable, the answer is sent as it is, it
  // has a secret in it, the handler may have changed something, it was interrupted because its
  // client is gone, another answer than its own is sent, the handler runs to its end.
  private static final int COMMITTED = 1;
  private static final int LEFT_PLAIN = 1 << 1;
  private static final int SECRET = 1 << 2;
  private static final int CHANGES = 1 << 3;
  private static final int GONE = 1 << 4;
  private static final int REPLACED = 1 << 5;
  private static final int TO_END = 1 << 6;

  private final @Nullable RequestContext outer;
  private final long begunNanos;
  private volatile String id = "";
  private @Nullable Scope scope;
  private @Nullable StatementLog statements;
  private @Nullable Object principal;
  private @Nullable Consumer<@Nullable Object> onSender;
  private @Nullable Refusal refusal;
  private @Nullable List<Response> given;

  /** Written with the lock of this. */
  private volatile int notes;

  RequestContext() {
    this(System.nanoTime(), null);
  }

  private RequestContext(long begunNanos, @Nullable RequestContext outer) {
    this.begunNanos = begunNanos;
    this.outer = outer;
  }

  /** What is known of the same request before anything was opened for it. */
  RequestContext withoutBody() {
    return new RequestContext(begunNanos, null);
  }

  private boolean isNoted(int what) {
    return (notes & what) != 0;
  }

  private synchronized void note(int what) {
    notes |= what;
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

  /** Has the files of a form removed at the end of the request, in whichever app it is read. */
  void closes(MultipartForm form) {
    if (outer != null) {
      outer.closes(form);
    } else {
      given(Response.empty(204).onEnd(_ -> form.close()));
    }
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
    note(COMMITTED);
    if (outer != null) outer.committed();
  }

  /** Has the answer sent as it is: beside a secret, its length would tell of that (BREACH). */
  public void leavePlain() {
    note(LEFT_PLAIN);
    if (outer != null) outer.leavePlain();
  }

  /** Whether the answer is to be sent as it is, and not compressed. */
  public boolean isLeftPlain() {
    return isNoted(LEFT_PLAIN);
  }

  /** Whether something was made durable for the request. */
  public boolean hasCommitted() {
    return isNoted(COMMITTED);
  }

  /**
   * Says that something is about to be changed for the request: from now on its handler runs to its
   * end, even if its client leaves, unless the request is safe. From any thread.
   */
  public void changes() {
    if (isNoted(CHANGES)) return;
    note(CHANGES);
    if (outer != null) outer.changes();
  }

  /**
   * Has the handler run to its end, even if its client leaves; from any thread.
   *
   * @return false if it has left already
   */
  public synchronized boolean runsToEnd() {
    if (outer != null) return outer.runsToEnd();
    if (!isNoted(GONE)) notes |= TO_END;
    return isNoted(TO_END);
  }

  /**
   * Notes that the client is gone, unless the handler has to run to its end; from any thread.
   *
   * @param isSafe whether the request asks for no change (RFC 9110, 9.2.1)
   * @return whether the handler is to be interrupted
   */
  public synchronized boolean gone(boolean isSafe) {
    var ends = !isNoted(TO_END) && (isSafe || !isNoted(CHANGES));
    notes = ends ? notes | GONE : notes & ~GONE;
    return ends;
  }

  /** Whether the handler was interrupted because its client is gone; from any thread. */
  public boolean isGone() {
    return isNoted(GONE) || (outer != null && outer.isGone());
  }

  /** Notes that the answer has in it what nobody is to keep or to compress: a token, a session. */
  public void keepSecret() {
    note(SECRET);
    if (outer != null) outer.keepSecret();
  }

  /** Whether the answer has in it what nobody is to keep or to compress. */
  public boolean isSecret() {
    return isNoted(SECRET);
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
    return isNoted(REPLACED);
  }

  /** Notes that another answer than the one of its handler is sent; from any thread. */
  public void replaced() {
    note(REPLACED);
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

  /** The same request for an app inside, which opens things of its own. */
  RequestContext inner() {
    var inner = new RequestContext(begunNanos, this);
    inner.id = id;
    inner.statements = statements;
    inner.principal = principal;
    inner.refusal = refusal;
    return inner;
  }
}

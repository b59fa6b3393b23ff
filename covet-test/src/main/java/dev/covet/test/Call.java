package dev.covet.test;

import dev.covet.base.observe.StatementLog;
import dev.covet.web.http.Request;
import dev.covet.web.http.Response;
import org.jspecify.annotations.Nullable;

/** What becomes of one request inside the app. Thread-safe. */
final class Call {
  private final StatementLog statements = new StatementLog();
  private volatile @Nullable Thread handling;
  private volatile @Nullable Request request;
  private volatile @Nullable Response response;

  StatementLog statements() {
    return statements;
  }

  /** The thread that handles it now. */
  @Nullable Thread handling() {
    return handling;
  }

  /** The request as the app got it; null if it was refused before. */
  @Nullable Request request() {
    return request;
  }

  /** What the app made of it; null if it made nothing. */
  @Nullable Response response() {
    return response;
  }

  void begins(Request got) {
    request = got;
    handling = Thread.currentThread();
  }

  Response ends(Response made) {
    response = made;
    return made;
  }
}

package dev.covet.test;

import dev.covet.api.ErrorReport;
import dev.covet.base.observe.StatementLog;
import dev.covet.web.http.Request;
import dev.covet.web.http.Response;
import java.util.Optional;
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

  /** The error that the app gave; empty if it gave none. */
  Optional<ErrorReport> report() {
    return Optional.ofNullable(response).flatMap(Response::report);
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

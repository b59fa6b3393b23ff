package dev.covet.data;

import dev.covet.base.observe.StatementLog;
import dev.covet.web.http.Handler;
import dev.covet.web.http.Middleware;
import dev.covet.web.http.Request;
import dev.covet.web.http.Response;

/**
 * Says in development how many statements a request took: {@code X-Query-Count}. What a streamed
 * body reads later is not among them.
 */
final class QueryCount implements Middleware {
  static final String HEADER = "X-Query-Count";

  @Override
  public Response handle(Request request, Handler next) {
    var context = request.context();
    var log = context.statements();
    if (log == null) {
      log = new StatementLog();
      context.note(log);
    }
    return next.handle(request).withHeader(HEADER, Integer.toString(log.count()));
  }
}

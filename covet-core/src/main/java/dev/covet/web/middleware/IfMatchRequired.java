package dev.covet.web.middleware;

import dev.covet.api.Conflict.StaleVersion;
import dev.covet.api.PreconditionFailed;
import dev.covet.api.PreconditionRequired;
import dev.covet.schema.Kind;
import dev.covet.schema.Operation;
import dev.covet.schema.Parameter;
import dev.covet.schema.Schema;
import dev.covet.web.http.Answers;
import dev.covet.web.http.Handler;
import dev.covet.web.http.Middleware;
import dev.covet.web.http.Request;
import dev.covet.web.http.Response;
import java.util.List;

/**
 * What {@code @Conditional} puts around a route that writes: 428 for who does not say which state
 * he has seen, 412 where the row is of another version by now. A row that it answers says its new
 * {@code ETag}.
 */
public final class IfMatchRequired implements Middleware {
  private static final Parameter IF_MATCH =
      Parameter.header("If-Match", Schema.of(Kind.STRING))
          .described("The state that the client has seen: the `ETag` of an earlier answer.")
          .withExamples("\"\\\"0\\\"\"");

  @Override
  public Response handle(Request request, Handler next) {
    if (!request.headers().has("If-Match")) {
      throw new PreconditionRequired("Say by If-Match which state you have seen");
    }
    var response = next.handle(request);
    if (response.fault().orElse(null) instanceof StaleVersion stale) {
      throw new PreconditionFailed(stale.message());
    }
    return ETags.withVersion(response);
  }

  @Override
  public Operation documented(Operation inside) {
    var told = inside.taking(List.of(IF_MATCH));
    if (inside.method().equals("PUT")) return told;
    for (var each : inside.responses()) {
      var isRow = each.status() / 100 == 2 && each.content() != null;
      if (isRow) told = told.saying(each.status(), ETags.TAG);
    }
    return told;
  }

  @Override
  public Answers answers() {
    return Answers.of(PreconditionFailed.class, PreconditionRequired.class);
  }
}

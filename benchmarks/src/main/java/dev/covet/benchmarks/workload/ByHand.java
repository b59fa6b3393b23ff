package dev.covet.benchmarks.workload;

import dev.covet.app.App;
import dev.covet.app.Covet;
import dev.covet.base.json.Codec;
import dev.covet.base.json.Codecs;
import dev.covet.base.json.Json;
import dev.covet.base.problem.Constraints;
import dev.covet.base.problem.Problems;
import dev.covet.web.bind.Bind;
import dev.covet.web.http.Request;
import dev.covet.web.http.Response;
import java.util.List;

/**
 * The routes of {@link Workload} wired by hand, as the processor writes them: only until it does.
 */
public final class ByHand {
  private static final Json JSON = new Json();
  private static final Workload WORKLOAD = new Workload();
  private static final Codec<List<Item>> ITEMS = Codecs.list(ItemCodec.OUTPUT);

  private ByHand() {}

  /** The app. */
  public static App app() {
    return Covet.app()
        .get("/plaintext", _ -> Response.text(WORKLOAD.plaintext()))
        .get("/json", _ -> json(MessageCodec.OUTPUT, WORKLOAD.json()))
        .get("/users/{id}", ByHand::user)
        .get("/items", ByHand::items)
        .post("/orders", ByHand::order);
  }

  private static <T> Response json(Codec<T> codec, T value) {
    return Response.json(200, JSON.write(codec, value));
  }

  private static Response user(Request request) {
    var problems = new Problems();
    var at = Bind.path(request, problems, "id");
    var id = at.asInt();
    if (at.valid()) {
      Constraints.min(at, id, 1);
    }
    var verbose = Bind.query(request, problems, "verbose").orElse("false").asBoolean();
    problems.orThrow();
    return json(UserCodec.OUTPUT, WORKLOAD.user(id, verbose));
  }

  private static Response items(Request request) {
    var problems = new Problems();
    var at = Bind.query(request, problems, "limit").orElse("50");
    var limit = at.asInt();
    if (at.valid()) {
      Constraints.min(at, limit, 1);
      Constraints.max(at, limit, 100);
    }
    problems.orThrow();
    return json(ITEMS, WORKLOAD.items(limit));
  }

  private static Response order(Request request) {
    return json(ReceiptCodec.OUTPUT, WORKLOAD.order(JSON.read(request.bytes(), OrderCodec.INPUT)));
  }
}

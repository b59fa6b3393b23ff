package dev.covet.benchmarks.workload;

import dev.covet.api.Get;
import dev.covet.api.JsonValue;
import dev.covet.api.Post;
import dev.covet.api.Routes;
import dev.covet.web.http.Request;
import dev.covet.web.http.Response;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** What outside test suites are pointed at. */
@Routes
public final class Echo {
  /** Says that it is there. */
  @Get("/echo")
  String hello() {
    return "ok";
  }

  /** The same bytes with the same content type. */
  @Post("/echo")
  Response bytes(Request request) {
    var type = request.header("Content-Type").orElse("application/octet-stream");
    return Response.bytes(type, request.bytes());
  }

  /** The same value. */
  @Post("/echo/json")
  JsonValue json(JsonValue value) {
    return value;
  }

  /** Waits, holding its thread. */
  @Get("/slow")
  String slow(@Min(0) @Max(10_000) int ms) throws InterruptedException {
    Thread.sleep(ms);
    return "ok";
  }
}

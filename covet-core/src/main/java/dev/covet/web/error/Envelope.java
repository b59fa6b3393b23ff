package dev.covet.web.error;

import dev.covet.api.ErrorReport;
import dev.covet.base.codec.Codecs;
import dev.covet.base.json.JsonWriter;
import dev.covet.web.http.Response;

/** The error format unless the app sets another: all facts in one object named {@code error}. */
public final class Envelope implements ErrorBody {
  private static final int BYTES_HINT = 384;
  private static final int PROBLEM_BYTES_HINT = 192;

  private final TimestampText times = new TimestampText();

  @Override
  public Response response(ErrorReport report) {
    var out = writer(report);
    out.beginObject();
    out.name("error");
    error(out, report);
    out.endObject();
    return Response.json(report.status(), out.toBytes());
  }

  /** A writer with room for what is usual for a report, in each of the formats. */
  static JsonWriter writer(ErrorReport report) {
    return new JsonWriter(BYTES_HINT + report.problems().size() * PROBLEM_BYTES_HINT);
  }

  private void error(JsonWriter out, ErrorReport report) {
    out.beginObject();
    out.field("code", report.code());
    out.field("message", report.message());
    out.name("details");
    out.write(Codecs.PROBLEM, report.problems());
    if (report.truncated()) {
      out.name("truncated");
      out.write(true);
    }
    out.field("request_id", report.requestId());
    out.field("timestamp", times.of(report.timestamp()));
    out.endObject();
  }
}

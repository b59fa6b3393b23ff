package dev.covet.web.error;

import dev.covet.api.ErrorReport;
import dev.covet.api.Problem;
import dev.covet.base.json.JsonWriter;
import dev.covet.web.http.Content;
import dev.covet.web.http.Response;
import dev.covet.web.message.MediaType;
import dev.covet.web.message.ReasonPhrases;
import java.nio.charset.StandardCharsets;

/** Errors as {@code application/problem+json} (RFC 9457), for clients that ask for it. */
public final class ProblemJson implements ErrorBody {
  static final String MEDIA_TYPE = "application/problem+json";

  private final TimestampText times = new TimestampText();

  /**
   * Whether an {@code Accept} names this format, and likes it no less than plain JSON, for which a
   * wildcard counts, too.
   */
  static boolean isAsked(String accept) {
    if (accept.indexOf('+') < 0) return false;
    var accepted = MediaType.list(accept);
    return accepted.stream().anyMatch(each -> each.type().equals(MEDIA_TYPE))
        && MediaType.quality(accepted, MEDIA_TYPE) > 0
        && MediaType.quality(accepted, MEDIA_TYPE)
            >= MediaType.quality(accepted, "application/json");
  }

  @Override
  public Response response(ErrorReport report) {
    var out = Envelope.writer(report);
    out.beginObject();
    out.field("type", "about:blank");
    out.field("title", title(report.status()));
    out.name("status");
    out.write(report.status());
    out.field("detail", report.message());
    out.field("code", report.code());
    out.field("request_id", report.requestId());
    out.field("timestamp", times.of(report.timestamp()));
    out.name("errors");
    out.beginArray();
    report.problems().forEach(problem -> error(out, problem));
    out.endArray();
    if (report.truncated()) {
      out.name("truncated");
      out.write(true);
    }
    out.endObject();
    return Response.of(report.status(), MEDIA_TYPE, new Content.Bytes(out.toBytes()));
  }

  private static String title(int status) {
    var phrase = ReasonPhrases.of(status);
    if (!phrase.isEmpty()) return phrase;
    return status < 500 ? "Request Refused" : "Internal Server Error";
  }

  private static void error(JsonWriter out, Problem problem) {
    out.beginObject();
    var location = problem.location();
    out.field("in", location.isEmpty() ? "body" : location.getFirst().toString());
    out.field("pointer", pointer(problem));
    out.field("code", problem.code());
    out.field("detail", problem.reason());
    out.endObject();
  }

  /** The place as a fragment (RFC 6901, 6). */
  private static String pointer(Problem problem) {
    var out = new StringBuilder("#");
    problem.location().stream()
        .skip(1)
        .forEach(part -> out.append('/').append(escaped(part.toString())));
    return out.toString();
  }

  private static String escaped(String part) {
    var out = new StringBuilder();
    for (var b : part.replace("~", "~0").replace("/", "~1").getBytes(StandardCharsets.UTF_8)) {
      var c = (char) (b & 0xff);
      var isPlain =
          c < 0x80 && (Character.isLetterOrDigit(c) || "-._~!$&'()*+,;=:@".indexOf(c) >= 0);
      out.append(isPlain ? String.valueOf(c) : "%%%02X".formatted((int) c));
    }
    return out.toString();
  }
}

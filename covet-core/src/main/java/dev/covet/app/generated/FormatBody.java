package dev.covet.app.generated;

import dev.covet.api.ErrorFormat;
import dev.covet.api.ErrorReport;
import dev.covet.base.config.StartFaults;
import dev.covet.base.json.Codec;
import dev.covet.base.json.Json;
import dev.covet.gen.Indexes;
import dev.covet.schema.BuiltInError;
import dev.covet.schema.Schema;
import dev.covet.web.error.ErrorBody;
import dev.covet.web.http.Response;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Errors in a form of the user's. What class of body it makes, it shows at start on an example. */
public final class FormatBody<B> implements ErrorBody {
  private final ErrorFormat<B> format;
  private final Codec<B> codec;
  private final Json json;
  private final Schema schema;

  private FormatBody(ErrorFormat<B> format, Codec<B> codec, Json json) {
    this.format = format;
    this.codec = codec;
    this.json = json;
    this.schema = codec.schema();
  }

  /** The format's form of errors; empty, and a fault, if its body has no codec. */
  public static <B> Optional<FormatBody<B>> of(
      ErrorFormat<B> format, Json json, Indexes indexes, StartFaults faults) {
    var any = BuiltInError.BAD_REQUEST;
    var example =
        new ErrorReport(any.status(), any.code(), any.text(), List.of(), false, "", Instant.EPOCH);
    @SuppressWarnings("unchecked") // a body is of its own class
    var type = (Class<B>) Indexes.type(Objects.requireNonNull(format.body(example)));
    var part = indexes.codec(type);
    if (part == null) {
      faults.add(
          type.getCanonicalName() + " is the body of errors and has no codec. Put @Model on it.");
      return Optional.empty();
    }
    return Optional.of(new FormatBody<>(format, part.output(), json));
  }

  public Schema schema() {
    return schema;
  }

  @Override
  public Response response(ErrorReport report) {
    return Response.json(report.status(), json.write(codec, format.body(report)));
  }
}

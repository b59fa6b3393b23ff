package dev.covet.web.docs;

import dev.covet.base.codec.Codecs;
import dev.covet.schema.Kind;
import dev.covet.schema.ObjectSchema;
import dev.covet.schema.Property;
import dev.covet.schema.Schema;

/**
 * The shapes of errors: the usual envelope, and problem+json (RFC 9457), which every app also
 * speaks.
 */
public final class ErrorSchemas {
  private static final ObjectSchema ERROR =
      ObjectSchema.of(
          "Error",
          "dev.covet.Error",
          Property.of("code", text()),
          Property.of("message", text()),
          Property.of("details", Schema.listOf(Codecs.PROBLEM.schema())),
          Property.of("truncated", Schema.of(Kind.BOOLEAN)).asOptional(),
          Property.of("request_id", text()),
          Property.of("timestamp", Schema.of(Kind.INSTANT)));

  /** The body of an error unless the app has a format of its own. */
  public static final ObjectSchema ENVELOPE =
      ObjectSchema.of("ErrorEnvelope", "dev.covet.ErrorEnvelope", Property.of("error", ERROR.ref()))
          .described("What went wrong, with every invalid value of the request.");

  private static final ObjectSchema MEMBER =
      ObjectSchema.of(
          "ProblemMember",
          "dev.covet.ProblemMember",
          Property.of("in", text()),
          Property.of("pointer", text())
              .described("An RFC 6901 fragment for bodies, #/name for everything else"),
          Property.of("code", text()),
          Property.of("detail", text()));

  /** The body of an error for a client that accepts {@code application/problem+json}. */
  public static final ObjectSchema PROBLEM_JSON =
      ObjectSchema.of(
              "ProblemDocument",
              "dev.covet.ProblemDocument",
              Property.of("type", text()),
              Property.of("title", text()),
              Property.of("status", Schema.of(Kind.INT)),
              Property.of("detail", text()),
              Property.of("code", text()),
              Property.of("request_id", text()),
              Property.of("timestamp", Schema.of(Kind.INSTANT)),
              Property.of("errors", Schema.listOf(MEMBER.ref())),
              Property.of("truncated", Schema.of(Kind.BOOLEAN)).asOptional())
          .described("What went wrong (RFC 9457).");

  private ErrorSchemas() {}

  private static Schema text() {
    return Schema.of(Kind.STRING);
  }
}

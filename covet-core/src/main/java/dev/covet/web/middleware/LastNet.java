package dev.covet.web.middleware;

import dev.covet.api.ErrorReport;
import dev.covet.base.observe.LoggedFault;
import dev.covet.schema.BuiltInError;
import dev.covet.web.error.Envelope;
import dev.covet.web.error.ErrorBody;
import dev.covet.web.http.Handler;
import dev.covet.web.http.Middleware;
import dev.covet.web.http.Request;
import dev.covet.web.http.Response;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Catches what nothing else can: the failure of what makes responses of failures. The answer is a
 * 500 in the usual envelope. An error of the JVM itself goes on out.
 */
public final class LastNet implements Middleware {
  private static final Logger LOG = LoggerFactory.getLogger("dev.covet.faults");

  private final ErrorBody body = new Envelope();
  private final Clock clock;

  /** A net whose answers are dated by this clock. */
  public LastNet(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Response handle(Request request, Handler next) {
    try {
      return next.handle(request);
    } catch (Exception | LinkageError | StackOverflowError | AssertionError e) {
      LOG.error("error_format_failed", LoggedFault.of(e));
      var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
      var failed = BuiltInError.INTERNAL_ERROR;
      var report =
          new ErrorReport(
              failed.status(), failed.code(), failed.text(), List.of(), false, request.id(), now);
      return body.response(report).withReport(report).withFault(e);
    }
  }
}

package dev.covet.web.error;

import dev.covet.api.ApiError;
import dev.covet.api.Conflict;
import dev.covet.api.ErrorReport;
import dev.covet.api.Invalid;
import dev.covet.api.Problem;
import dev.covet.base.loop.Failures;
import dev.covet.base.loop.FatalErrors;
import dev.covet.base.observe.LogText;
import dev.covet.base.observe.LoggedFault;
import dev.covet.base.problem.CodePoints;
import dev.covet.schema.BuiltInError;
import dev.covet.web.file.FileAnswer;
import dev.covet.web.http.Content;
import dev.covet.web.http.Handler;
import dev.covet.web.http.Middleware;
import dev.covet.web.http.Request;
import dev.covet.web.http.Response;
import dev.covet.web.message.ClientGone;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes a response of whatever is thrown, right where it is thrown, so that all middleware further
 * out applies to it. What no client caused is a 500 that says nothing but the request's id, and one
 * log line that says all. An error of the JVM itself, but a stack overflow, goes on out.
 */
public final class Faults {
  private static final Logger LOG = LoggerFactory.getLogger("dev.covet.faults");
  private static final ErrorBody PROBLEM_JSON = new ProblemJson();
  private static final ErrorBody ENVELOPE = new Envelope();

  /** The longest chain of causes that is looked at. */
  private static final int CAUSES_MAX = 20;

  private final ErrorMapping mapping;
  private final ErrorBody body;
  private final Clock clock;
  private final Facts facts;

  /** Finds what clients are told of errors whose classes do not say it themselves. */
  @FunctionalInterface
  public interface Facts {
    /** The facts of this class or the nearest above it that has some; null for none. */
    @Nullable ErrorFacts find(Class<?> type);
  }

  /** Faults by these mappings, in this format, of errors that say for themselves what they are. */
  public Faults(ErrorMapping mapping, ErrorBody body, Clock clock) {
    this(mapping, body, clock, _ -> null);
  }

  /** Faults by these mappings, in this format. */
  public Faults(ErrorMapping mapping, ErrorBody body, Clock clock, Facts facts) {
    this.mapping = mapping;
    this.body = body;
    this.clock = clock;
    this.facts = facts;
  }

  /** The handler, with a response for what it throws. */
  public Handler barrier(Handler handler) {
    return request -> {
      try {
        var response = handler.handle(request);
        request.context().given(response);
        return response.content() instanceof Content.File ? sent(request, response) : response;
      } catch (Throwable thrown) {
        return response(request, thrown);
      }
    };
  }

  /** What a client gets of a file; one that is not there is an error as any other. */
  private static Response sent(Request request, Response response) {
    var answer = FileAnswer.of(request, response);
    request.context().given(answer);
    return answer;
  }

  /**
   * Middleware around a handler, outermost first; none of them sees an exception from further in.
   */
  public Handler chain(List<Middleware> middleware, Handler handler) {
    var chain = barrier(handler);
    for (var each : middleware.reversed()) {
      var next = chain;
      chain = barrier(request -> each.handle(request, next));
    }
    return chain;
  }

  /** The response for what was thrown. */
  public Response response(Request request, Throwable thrown) {
    FatalErrors.pass(thrown);
    if (request.context().isGone() || isOfClientGone(thrown))
      return Response.empty(ClientGone.STATUS).withFault(thrown);
    Optional<ApiError> error;
    try {
      error = mapping.error(thrown);
    } catch (RuntimeException broken) {
      return hidden(request, Failures.both(broken, thrown));
    }
    return error.isPresent() ? told(request, error.get(), thrown) : hidden(request, thrown);
  }

  /** Whether the client left, which is nobody's fault here, however that was wrapped on its way. */
  private static boolean isOfClientGone(Throwable thrown) {
    var depth = 0;
    for (var cause = thrown; cause != null && depth < CAUSES_MAX; cause = cause.getCause()) {
      if (cause instanceof ClientGone) return true;
      depth++;
    }
    return false;
  }

  /** The response for an error that has no cause but the request. */
  public Response refuse(Request request, BuiltInError error, String message) {
    return render(request, report(request, error, message));
  }

  private Response told(Request request, ApiError error, Throwable thrown) {
    var known = facts(error);
    if (known == null) return hidden(request, thrown);
    var report = report(request, known.status(), known.code(), error.message());
    return render(request, withProblems(request, report, error))
        .withFault(thrown)
        .withHeaders(error.headers());
  }

  private @Nullable ErrorFacts facts(ApiError error) {
    return error.code().equals(BuiltInError.INTERNAL_ERROR.code())
        ? facts.find(error.getClass())
        : new ErrorFacts(error.status(), error.code(), "");
  }

  private static ErrorReport withProblems(Request request, ErrorReport report, ApiError error) {
    return switch (error) {
      case Invalid invalid -> shown(request, report, invalid.problems(), invalid.truncated());
      case Conflict conflict -> shown(request, report, conflict.problems(), false);
      default -> report;
    };
  }

  /** What a handler throws by itself has as many problems as it likes. */
  private static ErrorReport shown(
      Request request, ErrorReport report, List<Problem> problems, boolean truncated) {
    var most = request.terms().problems().problemsMax();
    var sent = request.hasForm() ? problems.stream().map(Faults::ofForm).toList() : problems;
    return sent.size() > most
        ? report.withProblems(sent.subList(0, most), true)
        : report.withProblems(sent, truncated);
  }

  /** Who finds a problem behind the handler knows of a body alone: this one is a form. */
  private static Problem ofForm(Problem problem) {
    var steps = problem.location();
    if (steps.isEmpty() || !steps.getFirst().equals("body")) return problem;
    var location = new ArrayList<>(steps);
    location.set(0, "form");
    return new Problem(problem.field(), location, problem.code(), problem.reason());
  }

  /** What a handler throws by itself may hold half of a character, which would break the error. */
  private static ErrorReport whole(ErrorReport report) {
    return new ErrorReport(
        report.status(),
        report.code(),
        CodePoints.whole(report.message()),
        report.problems().stream().map(Faults::whole).toList(),
        report.truncated(),
        report.requestId(),
        report.timestamp());
  }

  private static Problem whole(Problem problem) {
    var location =
        problem.location().stream()
            .map(step -> step instanceof String text ? CodePoints.whole(text) : step)
            .toList();
    return new Problem(
        CodePoints.whole(problem.field()),
        location,
        problem.code(),
        CodePoints.whole(problem.reason()));
  }

  private Response hidden(Request request, Throwable thrown) {
    LOG.atError()
        .addKeyValue("method", request.method())
        .addKeyValue("path", LogText.safe(request.path()))
        .addKeyValue("after_commit", request.context().hasCommitted())
        .setCause(LoggedFault.of(thrown))
        .log("request_failed");
    return render(request, failed(request)).withFault(thrown);
  }

  private ErrorReport failed(Request request) {
    return report(request, BuiltInError.INTERNAL_ERROR, BuiltInError.INTERNAL_ERROR.text());
  }

  private ErrorReport report(Request request, BuiltInError error, String message) {
    return report(request, error.status(), error.code(), message);
  }

  private ErrorReport report(Request request, int status, String code, String message) {
    var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    return new ErrorReport(status, code, message, List.of(), false, request.id(), now);
  }

  private Response render(Request request, ErrorReport report) {
    var accept = request.headers().all("Accept");
    var wanted = ProblemJson.isAsked(String.join(",", accept)) ? PROBLEM_JSON : body;
    try {
      return wanted.response(report).withReport(report);
    } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError broken) {
      var whole = whole(report); // looked at only here: nearly every error is whole
      return whole.equals(report) ? unformatted(request, broken) : render(request, whole);
    }
  }

  /** The answer where the app's own format fails: a 500 in the usual one. */
  private Response unformatted(Request request, Throwable broken) {
    LOG.atError().setCause(LoggedFault.of(broken)).log("error_format_failed");
    var report = failed(request);
    return ENVELOPE.response(report).withReport(report).withFault(broken);
  }
}

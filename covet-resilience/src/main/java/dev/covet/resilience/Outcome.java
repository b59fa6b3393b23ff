package dev.covet.resilience;

import dev.covet.api.ApiError;
import dev.covet.api.TooManyRequests;
import dev.covet.api.UpstreamError;
import dev.covet.schema.BuiltInError;
import dev.covet.web.message.ClientGone;
import java.nio.channels.ClosedByInterruptException;
import java.util.concurrent.TimeUnit;

/** What an exception says of the call that it ended. */
enum Outcome {
  /** What was called is not well. */
  FAILED,
  /** It did what it had to, by an exception: a client is told that it erred. */
  ANSWERED,
  /** Nothing: the call was given up by its caller. */
  GIVEN_UP;

  /** How long a call takes at least that is slow, where it was interrupted. */
  private static final long SLOW_NANOS = TimeUnit.SECONDS.toNanos(1);

  /** The longest chain of causes that is looked at. */
  private static final int CAUSES_MAX = 20;

  /**
   * That of a call.
   *
   * @param nanos how long it took: who leaves at once says nothing of it
   * @param isLate whether its own deadline interrupted it
   */
  static Outcome of(Throwable thrown, long nanos, boolean isLate) {
    if (thrown instanceof ApiError error && !isGivenUp(error)) return of(error);
    var depth = 0;
    for (var cause = thrown; cause != null && depth < CAUSES_MAX; cause = cause.getCause()) {
      if (cause instanceof ClientGone) return GIVEN_UP;
      if (isInterruption(cause)) return isLate || nanos >= SLOW_NANOS ? FAILED : GIVEN_UP;
      depth++;
    }
    return FAILED;
  }

  /** Whether the thread that waited for another service was interrupted. */
  private static boolean isGivenUp(ApiError error) {
    var cause = error.getCause();
    return error instanceof UpstreamError && cause != null && isInterruption(cause);
  }

  /** Whether another service is well, and says that we erred: it will say so again. */
  private static boolean isOurFault(UpstreamError error) {
    var status = error.answered().orElse(0);
    return status >= 400 && status < 500 && status != 408 && status != 429;
  }

  /** Whether another service has said that it is called too often: more calls make it worse. */
  private static boolean asksForPatience(UpstreamError error) {
    return error.answered().orElse(0) == 429;
  }

  private static boolean isInterruption(Throwable thrown) {
    return thrown instanceof InterruptedException || thrown instanceof ClosedByInterruptException;
  }

  /** An error of the program's own is an answer: its class alone says its status. */
  private static Outcome of(ApiError error) {
    if (error instanceof UpstreamError upstream && isOurFault(upstream)) return ANSWERED;
    if (error instanceof DeadlinePassed || error instanceof CircuitBreakerOpen) return FAILED;
    return error.status() < 500 || isOwn(error) ? ANSWERED : FAILED;
  }

  private static boolean isOwn(ApiError error) {
    return error.code().equals(BuiltInError.INTERNAL_ERROR.code());
  }

  /** Whether the call may be made again: nobody refused it, and what it did is known. */
  static boolean isRepeatable(Throwable thrown) {
    return switch (thrown) {
      case CircuitBreakerOpen _, BulkheadFull _, DeadlinePassed _, TooManyRequests _ -> false;
      case UpstreamError error when isOurFault(error) || asksForPatience(error) -> false;
      case ApiError error -> !error.code().equals(BuiltInError.COMMIT_UNKNOWN.code());
      case FailedAnswer failed -> isRepeatable(failed);
      default -> true;
    };
  }

  private static boolean isRepeatable(FailedAnswer failed) {
    var status = failed.response().status();
    var isOfMoment = status == 500 || (status >= 502 && status <= 504);
    return isOfMoment && failed.response().fault().map(Outcome::isRepeatable).orElse(true);
  }
}

package dev.covet.web.http;

import dev.covet.base.problem.ProblemLimits;

/**
 * On what terms an app, or one route of it, takes requests.
 *
 * @param bodyBytesMax the longest body that is collected, in bytes
 * @param problems how much is told of what is wrong
 * @param reader reads bodies as values of a class
 */
public record RequestTerms(int bodyBytesMax, ProblemLimits problems, BodyReader reader) {
  /** Those of a request that no app has taken: the usual limits, and nobody knows a class. */
  public static final RequestTerms NONE =
      new RequestTerms(Request.BODY_BYTES_MAX, ProblemLimits.DEFAULT, RequestTerms::readsNothing);

  private static <T> T readsNothing(Request request, Class<T> type) {
    throw new IllegalStateException("the request has reached its handler through no app");
  }

  /** These with another length of bodies. */
  public RequestTerms withBodyBytesMax(int bytes) {
    return new RequestTerms(bytes, problems, reader);
  }
}

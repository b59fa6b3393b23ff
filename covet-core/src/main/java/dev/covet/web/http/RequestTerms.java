package dev.covet.web.http;

import dev.covet.base.problem.ProblemLimits;
import java.time.InstantSource;

/**
 * On what terms an app, or one route of it, takes requests.
 *
 * @param bodyBytesMax the longest body that is collected, in bytes
 * @param problems how much is told of what is wrong
 * @param codecs read bodies as values of a class, and write answers
 * @param clock tells constraints what is past and what is to come
 */
public record RequestTerms(
    int bodyBytesMax, ProblemLimits problems, BodyCodecs codecs, InstantSource clock) {
  /** Those of a request that no app has taken: the usual limits, and nobody knows a class. */
  public static final RequestTerms NONE =
      new RequestTerms(
          Request.BODY_BYTES_MAX, ProblemLimits.DEFAULT, BodyCodecs.NONE, InstantSource.system());

  /** These with another length of bodies. */
  public RequestTerms withBodyBytesMax(int bytes) {
    return new RequestTerms(bytes, problems, codecs, clock);
  }
}

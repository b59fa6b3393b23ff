package dev.covet.web.http;

import java.util.List;

/**
 * Reads bodies of requests as values of a class, and answers with values; an app has one.
 * Thread-safe.
 */
public interface BodyCodecs {
  /** Those of a request that no app has taken: nobody knows a class. */
  BodyCodecs NONE = new NoCodecs();

  /**
   * The body as a value; what it throws is said at {@link Request#read}.
   *
   * @param type a class with a codec
   */
  <T> T read(Request request, Class<T> type);

  /** A value as JSON; what it throws is said at {@link Request#answer}. */
  Response answer(Request request, Object value);

  /**
   * Values as a JSON array; what it throws is said at {@link Request#answerList}.
   *
   * @param type a class with a codec
   */
  <T> Response answerList(Request request, Class<T> type, List<? extends T> values);
}

package dev.covet.web.http;

/** Reads bodies of requests as values of a class; an app has one. Thread-safe. */
@FunctionalInterface
public interface BodyReader {
  /**
   * The body as a value; what it throws is said at {@link Request#read}.
   *
   * @param type a class with a codec
   */
  <T> T read(Request request, Class<T> type);
}

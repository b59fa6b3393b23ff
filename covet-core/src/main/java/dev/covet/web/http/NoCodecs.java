package dev.covet.web.http;

import java.util.List;

/** What a request knows of classes that has reached no app: nothing. */
final class NoCodecs implements BodyCodecs {
  @Override
  public <T> T read(Request request, Class<T> type) {
    throw unknown();
  }

  @Override
  public Response answer(Request request, Object value) {
    throw unknown();
  }

  @Override
  public <T> Response answerList(Request request, Class<T> type, List<? extends T> values) {
    throw unknown();
  }

  private static IllegalStateException unknown() {
    return new IllegalStateException("the request did not come through an app");
  }
}

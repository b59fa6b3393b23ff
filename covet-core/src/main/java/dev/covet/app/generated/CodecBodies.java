package dev.covet.app.generated;

import dev.covet.base.codec.Codecs;
import dev.covet.gen.CodecPart;
import dev.covet.gen.Indexes;
import dev.covet.web.bind.Bind;
import dev.covet.web.bind.Bodies;
import dev.covet.web.http.Request;
import dev.covet.web.http.RequestTerms;
import dev.covet.web.http.Response;
import java.util.List;
import java.util.Objects;

/** Reads bodies and writes answers by generated codecs, as generated routes do. Thread-safe. */
public record CodecBodies(Indexes indexes, Bodies bodies) implements RequestTerms.Codecs {
  @Override
  public <T> T read(Request request, Class<T> type) {
    var codec = codecs(type).input();
    var problems = Bind.problems(request);
    var value = bodies.read(request, codec, problems);
    problems.orThrow();
    return Objects.requireNonNull(value);
  }

  @Override
  public Response answer(Request request, Object value) {
    return answer(request, Indexes.type(value), value);
  }

  private <T> Response answer(Request request, Class<T> type, Object value) {
    return bodies.json(request, 200, codecs(type).output(), type.cast(value));
  }

  @Override
  public <T> Response answerList(Request request, Class<T> type, List<? extends T> values) {
    return bodies.json(request, 200, Codecs.list(codecs(type).output()), List.<T>copyOf(values));
  }

  private <T> CodecPart<T> codecs(Class<T> type) {
    var part = indexes.codec(type);
    if (part == null) {
      throw new IllegalArgumentException(
          type.getName() + " has no codec. Make it a record, and put @Model on it.");
    }
    return part;
  }
}

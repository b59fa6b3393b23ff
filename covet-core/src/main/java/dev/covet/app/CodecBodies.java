package dev.covet.app;

import dev.covet.base.json.Codec;
import dev.covet.gen.Indexes;
import dev.covet.web.bind.Bind;
import dev.covet.web.bind.Bodies;
import dev.covet.web.http.BodyReader;
import dev.covet.web.http.Request;
import java.util.Objects;

/** Reads bodies of classes by their generated codecs, as generated routes do. Thread-safe. */
final class CodecBodies implements BodyReader {
  private final Indexes indexes;
  private final Bodies bodies;

  CodecBodies(Indexes indexes, Bodies bodies) {
    this.indexes = indexes;
    this.bodies = bodies;
  }

  @Override
  public <T> T read(Request request, Class<T> type) {
    var codec = codec(type);
    var problems = Bind.problems(request);
    var value = bodies.read(request, codec, problems);
    problems.orThrow();
    return Objects.requireNonNull(value);
  }

  private <T> Codec<T> codec(Class<T> type) {
    var part = indexes.codec(type);
    if (part == null) {
      throw new IllegalArgumentException(
          type.getName() + " has no codec. Make it a record, and put @Model on it.");
    }
    return part.input();
  }
}
